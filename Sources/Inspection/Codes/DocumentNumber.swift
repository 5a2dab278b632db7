/// A document number (发文字号), GB/T 9704: the organ's characters, the year in hexagonal brackets, the serial, 号.
public enum DocumentNumber: Sendable, Hashable, CustomStringConvertible {
  /// `国办发〔2017〕47号`.
  case paper(organ: String, year: Int, serial: Int)
  /// Orders and announcements, which are numbered without brackets: `国务院令第711号`, `主席令第十三号`,
  /// `税务总局公告2017年第12号`. The text as it is.
  case decree(String)

  /// In the standard's form.
  public var description: String {
    switch self {
    case .paper(let organ, let year, let serial): "\(organ)〔\(year)〕\(serial)号"
    case .decree(let text): text
    }
  }

  /// What had to be put right to read a number.
  public enum Correction: String, Sendable, Hashable, CaseIterable {
    /// Brackets other than 〔〕.
    case brackets
    /// Zeros before the serial.
    case leadingZeros
    /// 第 before the serial.
    case ordinal
    /// Spaces inside or around.
    case spaces
    /// Full-width digits.
    case fullWidthDigits
  }

  /// Why a text is no document number.
  public enum Mistake: Error, Sendable, Hashable {
    /// No characters before the year.
    case noOrgan
    /// No pair of brackets, or the closing one is lost: `中办发﹝20168号`.
    case noBrackets
    /// The year is not four digits from 1949 to 2099.
    case year
    /// No serial of one to six digits.
    case noSerial
    /// 号 is missing at the end, or something follows it.
    case ending
  }

  /// A number and what was put right to read it.
  public struct Reading: Sendable, Hashable {
    public let number: DocumentNumber
    /// In the order of `Correction.allCases`.
    public let corrections: [Correction]
  }

  public static func read(_ text: String) throws(Mistake) -> Reading {
    var corrections: Set<Correction> = []
    let characters = plain(text, noting: &corrections)
    if isDecree(characters) {
      return Reading(number: .decree(string(characters[...])), corrections: inOrder(corrections))
    }
    guard let opening = characters.lastIndex(where: openingBrackets.contains),
      let closing = characters[opening...].firstIndex(where: closingBrackets.contains)
    else { throw .noBrackets }
    guard opening > 0 else { throw .noOrgan }
    if characters[opening] != "〔" || characters[closing] != "〕" { corrections.insert(.brackets) }
    let yearDigits = characters[(opening + 1)..<closing]
    guard yearDigits.count == 4, let year = integer(yearDigits), (1949...2099).contains(year) else { throw .year }
    var rest = characters[(closing + 1)...]
    if rest.first == "第" {
      corrections.insert(.ordinal)
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { $0.isASCIIDigit }
    guard digits.count <= 6, let serial = integer(digits), serial > 0 else { throw .noSerial }
    if digits.first == "0" { corrections.insert(.leadingZeros) }
    guard rest.dropFirst(digits.count).elementsEqual(["号"]) else { throw .ending }
    return Reading(
      number: .paper(organ: string(characters[..<opening]), year: year, serial: serial),
      corrections: inOrder(corrections))
  }

  private static let openingBrackets = Array("〔［[(（【﹝﹙〖<〈".unicodeScalars)
  private static let closingBrackets = Array("〕］])）】﹞﹚〗>〉".unicodeScalars)

  /// Without spaces, digits in ASCII. Scalars, as comparing characters costs more than all other rules together.
  private static func plain(_ text: String, noting corrections: inout Set<Correction>) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x3000: corrections.insert(.spaces)
      case 0xFF10...0xFF19:
        corrections.insert(.fullWidthDigits)
        characters.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      default: characters.append(scalar)
      }
    }
    return characters
  }

  /// `…令第N号`, `…公告YYYY年第N号`, `YYYY年第N号`, with Arabic or Chinese numerals.
  private static func isDecree(_ characters: [Unicode.Scalar]) -> Bool {
    guard characters.last == "号", let ordinal = characters.lastIndex(of: "第") else { return false }
    let serial = characters[(ordinal + 1)..<(characters.count - 1)]
    guard !serial.isEmpty, serial.allSatisfy({ $0.isASCIIDigit || numerals.contains($0) }) else { return false }
    var title = characters[..<ordinal]
    if title.last == "年" {
      guard title.count >= 5, title.dropLast().suffix(4).allSatisfy(\.isASCIIDigit) else { return false }
      title = title.dropLast(5)
      return title.isEmpty || title.allSatisfy { !$0.isASCIIDigit }
    }
    return ["令", "公告", "通告", "决定"].contains { title.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
  }

  private static let numerals = Array("〇零一二三四五六七八九十百千".unicodeScalars)

  private static func integer(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
  }

  private static func string(_ characters: ArraySlice<Unicode.Scalar>) -> String {
    // One by one: to add them together is not compiled for the type, and takes ten times as long.
    var text = ""
    for character in characters { text.unicodeScalars.append(character) }
    return text
  }

  private static func inOrder(_ corrections: Set<Correction>) -> [Correction] {
    Correction.allCases.filter(corrections.contains)
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
