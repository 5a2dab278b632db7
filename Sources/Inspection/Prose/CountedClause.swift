/// A clause of running text with the cases it counts: 共收到申请5件.
public struct CountedClause: Sendable, Hashable {
  public struct Count: Sendable, Hashable {
    public let value: Int
    /// The bytes of the number and its unit.
    public let range: Range<Int>
  }

  public let text: String
  public let range: Range<Int>
  public let counts: [Count]
  /// The bytes of the sentence it belongs to.
  public let sentence: Range<Int>
  /// Whether 、 or a conjunction's comma-less list joins it to the clause before: 行政复议、行政诉讼3件.
  public let isJoined: Bool

  /// Numbers count only with a unit that cases are counted by: 3件, but not 20个工作日 or 2022年.
  private static let units: [StaticString] = ["件", "份", "宗", "起", "例", "条", "封"]

  /// The clauses of `text` in order, between commas, brackets, 、, colons and the ends of sentences and lines.
  public static func clauses(in text: Span<UInt8>) -> [CountedClause] {
    text.withByteText { text in
      var clauses: [CountedClause] = []
      var sentence = 0
      while sentence < text.count {
        var end = sentence
        while end < text.count, !text.hasAny(of: ["。", "\n", "！", "？"], at: end) { end = text.characterEnd(after: end) }
        clauses += split(sentence..<end, of: text)
        sentence = text.characterEnd(after: end)
      }
      return clauses
    }
  }

  private static func split(_ sentence: Range<Int>, of text: ByteText) -> [CountedClause] {
    var clauses: [CountedClause] = []
    var (start, position) = (sentence.lowerBound, sentence.lowerBound)
    var isJoined = false
    while position <= sentence.upperBound {
      let isEnd = position == sentence.upperBound
      if isEnd || isSeparator(in: text, at: position) {
        let range = start..<position
        if !range.isEmpty {
          clauses.append(
            CountedClause(
              text: text.string(range), range: range, counts: counts(in: text, range), sentence: sentence,
              isJoined: isJoined))
        }
        guard !isEnd else { break }
        isJoined = text.has("、", at: position)
        start = text.characterEnd(after: position)
      }
      position = text.characterEnd(after: position)
    }
    return clauses
  }

  private static func isSeparator(in text: ByteText, at position: Int) -> Bool {
    if text[position] == UInt8(ascii: ",") { return text.digit(at: position + 1) == nil }
    return text.hasAny(of: ["，", "、", "；", "：", "（", "）", ";", ":", "(", ")"], at: position)
  }

  private static func counts(in text: ByteText, _ range: Range<Int>) -> [Count] {
    var counts: [Count] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard let number = ChineseNumeral.number(in: text, at: position) else {
        position =
          text.digit(at: position) == nil ? text.characterEnd(after: position) : unreadableEnd(in: text, at: position)
        continue
      }
      let unit = text.skippingSpaces(from: number.end)
      if let match = units.first(where: { text.has($0, at: unit) }), unit + match.utf8CodeUnitCount <= range.upperBound
      {
        counts.append(Count(value: number.value, range: position..<unit + match.utf8CodeUnitCount))
      }
      position = number.end
    }
    return counts
  }

  /// Past a number that is no count, such as 1.5万, so that no part of it is taken for one.
  private static func unreadableEnd(in text: ByteText, at start: Int) -> Int {
    var position = start
    while text.digit(at: position) != nil || text.hasAny(of: [".", "万", "亿"], at: position) {
      position = text.characterEnd(after: position)
    }
    return position
  }
}
