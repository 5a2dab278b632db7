/// An index number (索引号) taken apart by a site's pattern.
public struct IndexNumber: Sendable, Hashable {
  /// Organization or credit code or local unit code; empty where the pattern has none.
  public var unit: String
  public var year: Int
  /// Only where the pattern has `{month}`.
  public var month: Int?
  public var serial: Int

  public init(unit: String, year: Int, month: Int? = nil, serial: Int) {
    (self.unit, self.year, self.month, self.serial) = (unit, year, month, serial)
  }

  /// What is wrong with an index number, and at which UTF-8 offset of it.
  public struct Mistake: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
      /// The text is not in the pattern's form from here on.
      case form
      /// A code whose check character should be another; `nil` where the code cannot be one at all.
      case checkCharacter(expected: Character?)
      case year
      case month
      /// Serial numbers count from one.
      case serial
    }

    public let reason: Reason
    public let offset: Int
  }
}

extension IndexNumberPattern {
  /// Takes `text` apart; check characters, year and month are verified.
  public func parse(_ text: String) throws(IndexNumber.Mistake) -> IndexNumber {
    let bytes = Array(text.utf8)
    var number = IndexNumber(unit: "", year: 0, serial: 0)
    var offset = 0
    for field in fields {
      let width = field.width
      guard offset + width <= bytes.count else { throw .init(reason: .form, offset: bytes.count) }
      let value = bytes[offset..<offset + width]
      switch field {
      case .literal(let literal):
        guard value.elementsEqual(literal.utf8) else { throw .init(reason: .form, offset: offset) }
      case .organization, .credit, .unit:
        if let reason = field.mistake(inCode: value) { throw .init(reason: reason, offset: offset) }
        number.unit = String(decoding: value, as: UTF8.self)
      case .year: number.year = try Self.integer(value, in: 1949...2099, reason: .year)
      case .month: number.month = try Self.integer(value, in: 1...12, reason: .month)
      case .serial: number.serial = try Self.integer(value, in: 1...999_999_999, reason: .serial)
      }
      offset += width
    }
    guard offset == bytes.count else { throw .init(reason: .form, offset: offset) }
    return number
  }

  /// The text of `number`; `nil` when a part does not fit the pattern, such as a serial that is too long.
  public func format(_ number: IndexNumber) -> String? {
    var text = ""
    for field in fields {
      switch field {
      case .literal(let literal): text += literal
      case .organization, .credit, .unit:
        guard field.mistake(inCode: ArraySlice(number.unit.utf8)) == nil else { return nil }
        text += number.unit
      case .year, .month, .serial:
        let value = field == .year ? number.year : field == .month ? number.month ?? 0 : number.serial
        let digits = String(value)
        guard value > 0, digits.utf8.count <= field.width else { return nil }
        text += String(repeating: "0", count: field.width - digits.utf8.count) + digits
      }
    }
    return text
  }

  /// The number after the highest of `existing` with the same unit and year; serial 1 where there is none.
  ///
  /// Serials run through the year; the month, where the pattern has one, does not start them anew. `nil` when the
  /// serial no longer fits.
  public func next(unit: String, year: Int, month: Int? = nil, after existing: some Sequence<IndexNumber>) -> String? {
    let highest = existing.lazy.filter { $0.unit == unit && $0.year == year }.map(\.serial).max() ?? 0
    return format(IndexNumber(unit: unit, year: year, month: month, serial: highest + 1))
  }

  private static func integer(
    _ digits: ArraySlice<UInt8>, in range: ClosedRange<Int>, reason: IndexNumber.Mistake.Reason
  ) throws(IndexNumber.Mistake) -> Int {
    var value = 0
    for (offset, digit) in zip(digits.indices, digits) {
      guard (0x30...0x39).contains(digit) else { throw .init(reason: .form, offset: offset) }
      value = value * 10 + Int(digit - 0x30)
    }
    guard range.contains(value) else { throw .init(reason: reason, offset: digits.startIndex) }
    return value
  }
}

extension IndexNumberPattern.Field {
  /// In UTF-8 bytes.
  var width: Int {
    switch self {
    case .literal(let text): text.utf8.count
    case .organization: 9
    case .credit: 18
    case .unit(let width), .serial(let width): width
    case .year: 4
    case .month: 2
    }
  }

  /// What is wrong with `code` as this field's value; `nil` when nothing is.
  func mistake(inCode code: ArraySlice<UInt8>) -> IndexNumber.Mistake.Reason? {
    guard code.count == width else { return .form }
    let body = code.dropLast()
    let check: UInt8?
    switch self {
    case .organization: check = OrganizationCode.checkCharacter(for: body)
    case .credit: check = CreditCode.checkCharacter(for: body)
    default:
      let isPlain = code.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "-")
      }
      return isPlain ? nil : .form
    }
    if check == code.last { return nil }
    return .checkCharacter(expected: check.map { Character(Unicode.Scalar($0)) })
  }
}
