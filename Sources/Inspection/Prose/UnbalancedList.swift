/// A sentence whose parts do not add up: `共12条，其中网站5条、公报6条`.
public struct UnbalancedList: Sendable, Hashable {
  /// The number after 共.
  public let total: Int
  /// The sum of the parts. Less than the total may mean that the sentence names some parts only; more cannot be.
  public let sum: Int
  /// The numbers of the parts, in order.
  public let parts: [Int]
  /// What is counted: 条, 件, 人次.
  public let unit: String
  /// The bytes from 共 to the end of the last part.
  public let range: Range<Int>

  /// The sentences of `text` with 共 or 总计 …, 其中 … whose parts sum to another number than their total.
  ///
  /// Only what can be read for certain is compared: at least two parts, each with one number and the total's unit.
  /// Comparisons (比上年增加5条), shares (占20%) and brackets are passed over; a remainder without a number (其余)
  /// makes the sentence unreadable, and so does a number in 万 or with a fraction.
  public static func lists(in text: Span<UInt8>) -> [UnbalancedList] {
    text.withByteText { text in
      var lists: [UnbalancedList] = []
      var position = 0
      while let start = LandmarkScan.next((0xE5, 0x85, 0xB1), in: text, from: position) {
        position = start + 3
        guard let list = read(in: text, at: start) else { continue }
        position = list.range.upperBound
        if list.sum != list.total { lists.append(list) }
      }
      return lists
    }
  }

  /// Between 共 and its number there is room for a verb and its object: 共主动公开政府信息.
  private static let verb = 36
  private static let longestUnit = 9
  private static let longestSentence = 1_500

  private static func read(in text: ByteText, at start: Int) -> UnbalancedList? {
    guard let total = firstNumber(in: text, start + 3..<start + 3 + verb),
      let unit = unit(in: text, at: total.end)
    else { return nil }
    var position = total.end + unit.utf8.count
    guard let colon = textAfterAmong(in: text, at: position) else { return nil }
    position = colon
    var parts: [Int] = []
    var end = position
    while let clause = nextClause(in: text, from: position) {
      switch part(in: text, clause.range, unit: unit) {
      case .number(let number, let numberEnd):
        parts.append(number)
        end = numberEnd
      case .unreadable: return nil
      case .other: break
      }
      guard let next = clause.next else { break }
      position = next
    }
    guard parts.count > 1 else { return nil }
    return UnbalancedList(
      total: total.value, sum: parts.reduce(0, +), parts: parts, unit: unit, range: start..<end)
  }

  private static func firstNumber(in text: ByteText, _ range: Range<Int>) -> (value: Int, end: Int)? {
    var position = range.lowerBound
    while position < range.upperBound, !isSentenceEnd(in: text, at: position), !isComma(in: text, at: position) {
      if let number = ChineseNumeral.number(in: text, at: position) { return number }
      // What cannot be read as a whole number makes the sentence unreadable: 1.2万.
      guard text.digit(at: position) == nil else { return nil }
      position = text.characterEnd(after: position)
    }
    return nil
  }

  /// One to three Chinese characters up to a comma, 其中 or a bracket.
  private static func unit(in text: ByteText, at start: Int) -> String? {
    let first = text.skippingSpaces(from: start)
    guard first == start else { return nil }
    var end = start
    while text.isHan(at: end), !text.has("其中", at: end) { end += 3 }
    guard end > start, end - start <= longestUnit else { return nil }
    return text.string(start..<end)
  }

  /// Past `，其中`, `（其中：`; `nil` where no such list follows.
  private static func textAfterAmong(in text: ByteText, at start: Int) -> Int? {
    var position = start
    for mark in ["，", ",", "；", "（", "(", "。", "："] as [StaticString] where text.has(mark, at: position) {
      position += mark.utf8CodeUnitCount
      break
    }
    position = text.skippingSpaces(from: position)
    guard text.has("其中", at: position) else { return nil }
    position += 6
    // 其中一项 speaks of one of them and begins no list.
    guard ChineseNumeral.number(in: text, at: position) == nil else { return nil }
    for mark in ["：", ":", "，", ","] as [StaticString] where text.has(mark, at: position) {
      return position + mark.utf8CodeUnitCount
    }
    return position
  }

  private enum Part {
    case number(Int, end: Int)
    case unreadable
    case other
  }

  private static let comparisons: WordList = [
    "上年", "去年", "同比", "环比", "增加", "减少", "增长", "下降", "占", "以上", "平均",
  ]
  private static let remainders: WordList = ["其余", "其他", "其它", "剩余", "另"]

  private static func part(in text: ByteText, _ clause: Range<Int>, unit: String) -> Part {
    if comparisons.occurs(in: text, within: clause) { return .other }
    var position = clause.lowerBound
    while position < clause.upperBound {
      if let number = ChineseNumeral.number(in: text, at: position) {
        let end = number.end + unit.utf8.count
        if end <= clause.upperBound, text.string(number.end..<end) == unit { return .number(number.value, end: end) }
        position = number.end
      } else if text.digit(at: position) != nil {
        return .unreadable
      } else {
        position = text.characterEnd(after: position)
      }
    }
    return remainders.occurs(in: text, within: clause) ? .unreadable : .other
  }

  /// The clause that begins at `start`, without what is in brackets at its end, and where the next one begins.
  private static func nextClause(in text: ByteText, from start: Int) -> (range: Range<Int>, next: Int?)? {
    let limit = min(text.count, start + longestSentence)
    var position = start
    var end: Int?
    while position < limit {
      if isSentenceEnd(in: text, at: position) { return (start..<(end ?? position), nil) }
      if text.has("（", at: position) || text.has("(", at: position) {
        end = end ?? position
        position = closingBracket(in: text, from: position, limit: limit)
      }
      if isComma(in: text, at: position) {
        return (start..<(end ?? position), text.characterEnd(after: position))
      }
      position = text.characterEnd(after: position)
    }
    return start < limit ? (start..<(end ?? limit), nil) : nil
  }

  private static func closingBracket(in text: ByteText, from start: Int, limit: Int) -> Int {
    let closing = ["）", ")"].compactMap { (mark: StaticString) in text.firstPosition(of: mark, in: start..<limit) }
    return closing.min() ?? start
  }

  private static func isComma(in text: ByteText, at position: Int) -> Bool {
    text.hasAny(of: ["、", "，", ","], at: position)
  }

  private static func isSentenceEnd(in text: ByteText, at position: Int) -> Bool {
    position >= text.count || text.hasAny(of: ["。", "；", ";", "\n", "）", ")", "|"], at: position)
  }
}
