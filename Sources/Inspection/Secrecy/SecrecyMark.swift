/// A mark of classification on a document: 绝密, 机密 or 秘密 where it is a mark and not a word of the text.
///
/// 《保守国家秘密法》 and its regulations have the mark written `密级★保密期限`; GB/T 9704 puts it at the head of a
/// paper. A text that carries one must not be published.
public struct SecrecyMark: Sendable, Hashable {
  /// What the mark says.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case topSecret = "绝密"
    case secret = "机密"
    case confidential = "秘密"
  }

  /// What shows that the words are a mark.
  public enum Evidence: Sendable, Hashable {
    /// A star follows: `机密★1年`, `秘密★`.
    case star
    /// A label comes before: `密级：机密`.
    case label
    /// Nothing else but perhaps a period is on the line, `机密　1年`, as at the head of a paper.
    case line
  }

  public let level: Level
  public let evidence: Evidence
  /// As written after the level, without the star: `1年`, `长期`.
  public let period: String?
  /// The bytes from the level to the end of the period.
  public let range: Range<Int>

  /// The marks in `text`, a body without its front matter, in order.
  ///
  /// A word alone on a line counts only within the first lines of a text, where a paper carries its mark; further down
  /// it is a heading or an entry of a list.
  public static func marks(in text: Span<UInt8>) -> [SecrecyMark] {
    text.withByteText { text in
      var marks: [SecrecyMark] = []
      var position = 0
      while let second = LandmarkScan.next((0xE5, 0xAF, 0x86), in: text, from: position) {
        position = second + 3
        if let mark = mark(in: text, endingAt: second) {
          marks.append(mark)
          position = mark.range.upperBound
        }
      }
      return marks
    }
  }

  private static let stars: [StaticString] = ["★", "☆", "*", "＊"]
  /// A paper's head, in bytes: above its title stand copy number, level and urgency.
  private static let head = 400

  /// The mark whose 密 begins at `second`; spaces may part it from the character before.
  private static func mark(in text: ByteText, endingAt second: Int) -> SecrecyMark? {
    let firstEnd = text.skippingSpaces(before: second)
    guard let level = level(in: text, before: firstEnd) else { return nil }
    let range = firstEnd - 3..<second + 3
    if let mark = starred(level, range, in: text) { return mark }
    let end = text.skippingSpaces(from: range.upperBound)
    let period = periodEnd(in: text, from: end)
    let whole = range.lowerBound..<(period ?? range.upperBound)
    let words = period.map { text.string(end..<$0) }
    if isLabelled(in: text, range.lowerBound), endsCell(in: text, at: whole.upperBound) {
      return SecrecyMark(level: level, evidence: .label, period: words, range: whole)
    }
    let isAlone = isLineStart(in: text, range.lowerBound) && isLineEnd(in: text, whole.upperBound)
    guard isAlone, period != nil || range.lowerBound < head else { return nil }
    return SecrecyMark(level: level, evidence: .line, period: words, range: whole)
  }

  private static func level(in text: ByteText, before end: Int) -> Level? {
    if text.has("机", before: end) { return .secret }
    if text.has("秘", before: end) { return .confidential }
    return text.has("绝", before: end) ? .topSecret : nil
  }

  private static func starred(_ level: Level, _ range: Range<Int>, in text: ByteText) -> SecrecyMark? {
    let star = text.skippingSpaces(from: range.upperBound)
    guard text.hasAny(of: stars, at: star) else { return nil }
    let end = text.characterEnd(after: star)
    let start = text.skippingSpaces(from: end)
    let period = periodEnd(in: text, from: start)
    // An asterisk is also Markdown's emphasis; it is a star only before a period.
    guard period != nil || text[star] == 0xE2 else { return nil }
    return SecrecyMark(
      level: level, evidence: .star, period: period.map { text.string(start..<$0) },
      range: range.lowerBound..<(period ?? end))
  }

  /// The end of a period of secrecy, `1年`, `６个月`, `三十年`, `长期`, that begins at `start`.
  private static func periodEnd(in text: ByteText, from start: Int) -> Int? {
    if text.has("长期", at: start) { return start + 6 }
    var position = start
    while text.digit(at: position) != nil || ChineseNumeral.isDigit(in: text, at: position) {
      position = text.characterEnd(after: position)
    }
    guard position > start else { return nil }
    position = text.skippingSpaces(from: position)
    for unit in ["个月", "年", "月", "天", "日"] as [StaticString] where text.has(unit, at: position) {
      return position + unit.utf8CodeUnitCount
    }
    return nil
  }

  /// `密级：`, also `密　级`, `保密等级`, and with a table border between.
  private static func isLabelled(in text: ByteText, _ start: Int) -> Bool {
    var end = text.skippingSpaces(before: start)
    for mark in ["：", ":", "|", "\t"] as [StaticString] where text.has(mark, before: end) {
      end = text.skippingSpaces(before: end - mark.utf8CodeUnitCount)
      if text.has("等级", before: end) { return text.has("密", before: text.skippingSpaces(before: end - 6)) }
      guard text.has("级", before: end) else { return false }
      return text.has("密", before: text.skippingSpaces(before: end - 3))
    }
    return false
  }

  /// Whether the value ends at `position`; `密级：绝密、机密、秘密` lists the levels and is no mark.
  private static func endsCell(in text: ByteText, at position: Int) -> Bool {
    let position = text.has("级", at: position) ? position + 3 : position
    let ends: [StaticString] = ["|", "<", ",", "，", "；", ";", "。", "）", ")", "\"", "\t", "\r", "\n", "】"]
    return position >= text.count || text.separator(at: position) != nil || text.hasAny(of: ends, at: position)
  }

  private static func isLineStart(in text: ByteText, _ start: Int) -> Bool {
    let start = text.skippingSpaces(before: start)
    return start == 0 || text[start - 1] == 0x0A
  }

  private static func isLineEnd(in text: ByteText, _ end: Int) -> Bool {
    let end = text.skippingSpaces(from: end)
    return end >= text.count || text[end] == 0x0A || text[end] == 0x0D
  }
}
