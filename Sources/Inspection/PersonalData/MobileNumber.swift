/// Mobile numbers of mainland China (YD/T 1180 numbering plan): eleven digits, 1 and then 3 to 9.
enum MobileNumber {
  /// Written whole, 3-4-4, 3-8 or 4-3-4.
  private static let groupings: Set<[Int]> = [[], [3, 7], [3], [4, 7]]

  static func isPlausibleParting(_ partings: [Int]) -> Bool {
    groupings.contains(partings)
  }

  /// Whether `digits` are a mobile number. Six zeros at the end make it a round amount.
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 11, let first = digits.first, first == 1 else { return false }
    return (3...9).contains(digits[digits.startIndex + 1]) && digits.suffix(6).contains { $0 != 0 }
  }

  /// Whether what stands around `range` says that the digits are a part of something else: an amount, a decimal
  /// fraction, a file name, an identifier, an address on the web.
  static func isPartOfSomethingElse(in text: ByteText, _ range: Range<Int>) -> Bool {
    isGluedBefore(in: text, range.lowerBound) || isGluedAfter(in: text, range.upperBound)
      || isAmount(in: text, range) || isInWebAddress(in: text, range.lowerBound)
  }

  private static func isGluedBefore(in text: ByteText, _ start: Int) -> Bool {
    switch text[start - 1] {
    case UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"): return true
    case UInt8(ascii: "."): return text[start - 2] &- 0x30 < 10 || text.isASCIILetter(at: start - 2)
    case UInt8(ascii: "/"): return text.isASCIILetter(at: start - 2)
    default:
      return text.isASCIILetter(at: start - 1) && !text.hasAny(of: ["Tel", "tel", "TEL"], before: start)
    }
  }

  private static func isGluedAfter(in text: ByteText, _ end: Int) -> Bool {
    switch text[end] {
    case UInt8(ascii: "_"), UInt8(ascii: "%"): true
    case UInt8(ascii: "."): text[end + 1] &- 0x30 < 10 || text.isASCIILetter(at: end + 1)
    default: text.isASCIILetter(at: end)
    }
  }

  private static func isAmount(in text: ByteText, _ range: Range<Int>) -> Bool {
    let units: [StaticString] = [
      "元", "万元", "亿", "美元", "欧元", "港元", "人民币", "吨", "股", "％", "‰", "平方", "立方", "公里", "公顷",
      "公斤", "千克", "千瓦", "人次",
    ]
    let before = text.skippingSpaces(before: range.lowerBound)
    return text.hasAny(of: units, at: text.skippingSpaces(from: range.upperBound))
      || text.hasAny(of: ["¥", "￥", "$", "＄"], before: before)
  }

  /// Looks back over the characters an address is made of; content systems number their pages with eleven digits.
  private static func isInWebAddress(in text: ByteText, _ start: Int) -> Bool {
    var position = start
    let limit = max(0, start - 200)
    while position > limit {
      let byte = text[position - 1]
      guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "("), byte != UInt8(ascii: "\"") else { break }
      if byte == UInt8(ascii: "/"), text.has("://", at: position - 2) { return true }
      position -= 1
    }
    return false
  }
}
