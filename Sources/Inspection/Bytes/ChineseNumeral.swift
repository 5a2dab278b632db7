/// Numbers as Chinese texts write them: `12`, `１２`, `1,234`, `十二`, `三百零五`.
enum ChineseNumeral {
  private static let digits: [(StaticString, Int)] = [
    ("〇", 0), ("零", 0), ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5),
    ("六", 6), ("七", 7), ("八", 8), ("九", 9),
  ]
  private static let multipliers: [(StaticString, Int)] = [("十", 10), ("百", 100), ("千", 1_000), ("万", 10_000)]

  static func isDigit(in text: ByteText, at position: Int) -> Bool {
    value(of: position, in: text, among: digits) != nil || value(of: position, in: text, among: multipliers) != nil
  }

  /// The whole number that begins at `start` and its end; `nil` where there is none, where it has a fraction, or
  /// above 99,999,999.
  static func number(in text: ByteText, at start: Int) -> (value: Int, end: Int)? {
    text.digit(at: start) != nil ? arabic(in: text, at: start) : written(in: text, at: start)
  }

  private static let greatest = 99_999_999

  private static func arabic(in text: ByteText, at start: Int) -> (value: Int, end: Int)? {
    var number = 0
    var position = start
    while true {
      if let digit = text.digit(at: position) {
        number = number * 10 + Int(digit.value)
        position += digit.width
      } else if text[position] == UInt8(ascii: ","), isThousands(in: text, at: position + 1) {
        position += 1
      } else {
        break
      }
      guard number <= greatest else { return nil }
    }
    let isFraction = text[position] == UInt8(ascii: ".") && text.digit(at: position + 1) != nil
    if isFraction || text.has("万", at: position) || text.has("亿", at: position) { return nil }
    return (number, position)
  }

  private static func isThousands(in text: ByteText, at start: Int) -> Bool {
    (start..<start + 3).allSatisfy { text[$0] &- 0x30 < 10 } && !(text[start + 3] &- 0x30 < 10)
  }

  private static func written(in text: ByteText, at start: Int) -> (value: Int, end: Int)? {
    var (total, section, pending) = (0, 0, 0)
    var position = start
    while total + section <= greatest {
      if let digit = value(of: position, in: text, among: digits) {
        pending = pending * (pending > 0 ? 10 : 1) + digit
      } else if let multiplier = value(of: position, in: text, among: multipliers) {
        if multiplier == 10_000 {
          total += (section + pending) * multiplier
          section = 0
        } else {
          section += max(pending, 1) * multiplier
        }
        pending = 0
      } else {
        break
      }
      guard pending <= greatest else { return nil }
      position += 3
    }
    let number = total + section + pending
    return position > start && number <= greatest ? (number, position) : nil
  }

  private static func value(of position: Int, in text: ByteText, among table: [(StaticString, Int)]) -> Int? {
    table.first { text.has($0.0, at: position) }?.1
  }
}
