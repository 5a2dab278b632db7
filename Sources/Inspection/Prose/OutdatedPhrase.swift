/// Wording of the 2008 edition of the Regulation (国务院令第492号) that no longer holds under the 2019 edition
/// (国务院令第711号), for guides, rules and application pages that should follow the new one.
public struct OutdatedPhrase: Sendable, Hashable {
  /// Stands for the phrase in tests and documentation; never reused.
  public let id: String
  /// The words, as they are found.
  let words: [String]
  /// Words of the same sentence that must be there too; empty where the phrase says enough by itself.
  var company: [String] = []
  /// Words of the same sentence with which the phrase is right under the 2019 edition as well.
  var exceptions: [String] = []
  /// What the 2019 edition says instead, and in which article.
  public let explanationZh: String
  public let explanationEn: String

  /// A phrase found in a text.
  public struct Finding: Sendable, Hashable {
    public let phrase: OutdatedPhrase
    public let range: Range<Int>
  }

  /// The outdated wording in `text`, in order.
  ///
  /// Only for texts about disclosure itself: other laws have time limits of 15 working days too.
  public static func findings(in text: Span<UInt8>) -> [Finding] {
    text.withByteText { text in
      var findings: [Finding] = []
      for phrase in all {
        for word in phrase.words { findings += occurrences(of: word, phrase, in: text) }
      }
      return findings.sorted { ($0.range.lowerBound, $0.phrase.id) < ($1.range.lowerBound, $1.phrase.id) }
    }
  }

  private static func occurrences(of word: String, _ phrase: OutdatedPhrase, in text: ByteText) -> [Finding] {
    var findings: [Finding] = []
    var position = 0
    while let start = text.firstPosition(ofPhrase: word, in: position..<text.count) {
      position = start + word.utf8.count
      let sentence = text.sentence(around: start)
      let holds =
        (phrase.company.isEmpty || phrase.company.contains { text.firstPosition(ofPhrase: $0, in: sentence) != nil })
        && !phrase.exceptions.contains { text.firstPosition(ofPhrase: $0, in: sentence) != nil }
      if holds { findings.append(Finding(phrase: phrase, range: start..<position)) }
    }
    return findings
  }
}

extension ByteText {
  /// Where `phrase`, of at least one Chinese character, begins for the first time within `range`.
  fileprivate func firstPosition(ofPhrase phrase: String, in range: Range<Int>) -> Int? {
    let word = Array(phrase.utf8)
    guard word.count >= 3 else { return nil }
    var position = range.lowerBound
    while let start = LandmarkScan.next((word[0], word[1], word[2]), in: self, from: position),
      start + word.count <= range.upperBound
    {
      if word.indices.allSatisfy({ self[start + $0] == word[$0] }) { return start }
      position = start + 1
    }
    return nil
  }

  /// From the sentence end or line end before `position` to the next.
  fileprivate func sentence(around position: Int) -> Range<Int> {
    let ends: [StaticString] = ["。", "；", "\n"]
    var start = position
    while start > 0, !hasAny(of: ends, before: start) { start -= 1 }
    var end = position
    while end < count, !hasAny(of: ends, at: end) { end += 1 }
    return start..<end
  }
}
