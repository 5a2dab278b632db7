/// Every passage of the site in the order of ids, as one run of folded units.
///
/// Two bytes a character: what the suffixes are read from while the index is made.
struct FoldedCorpus: Sendable {
  /// A passage: its entry's id, its number within the entry, where it begins, where title and numbers end in it.
  struct Passage: Sendable {
    var entry: UInt32
    var number: UInt32
    var start: UInt32
    var titleEnd: UInt32
    var numbersEnd: UInt32
    /// What ranks a match in the title: whether it repeats another's name, then how long it is, in steps.
    var titleClass: UInt8

    @inline(__always)
    func field(at position: Int) -> PostingCoder.Posting.Field {
      position >= numbersEnd ? number > 0 ? .laterText : .text : position < titleEnd ? .title : .number
    }
  }

  private(set) var units: [UInt16] = []
  private(set) var passages: [Passage] = []

  /// The bits of a title class, and the class of a match in a number.
  static let titleBits = 4
  static let numberClass: UInt8 = 15

  private static let padding = 8

  /// Where a passage lies in `units`.
  func range(of passage: Int) -> Range<Int> {
    let end = passage + 1 < passages.count ? Int(passages[passage + 1].start) : units.count - Self.padding
    return Int(passages[passage].start)..<end
  }

  /// All units but the spare ones.
  var range: Range<Int> { 0..<units.count - Self.padding }

  /// The passages that have some of these units.
  func passages(in range: Range<Int>) -> Range<Int> {
    firstPassage {
      self.range(of: $0).upperBound > range.lowerBound
    }..<firstPassage { Int(passages[$0].start) >= range.upperBound }
  }

  /// The first passage that `isBehind`, as are all after it.
  private func firstPassage(_ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, passages.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  mutating func append(_ folded: borrowing FoldedEntry, id: Int, isRepeat: Bool) {
    let titleClass = min(isRepeat ? 6 : 7, max(0, folded.titleEnd - 7) / 4) + (isRepeat ? 8 : 0)
    let base = units.count
    for (number, passage) in folded.passages.enumerated() {
      passages.append(
        Passage(
          entry: UInt32(id), number: UInt32(number), start: UInt32(base + passage.start),
          titleEnd: UInt32(base + (number == 0 ? folded.titleEnd : passage.start)),
          numbersEnd: UInt32(base + (number == 0 ? folded.numbersEnd : passage.start)),
          titleClass: UInt8(titleClass)))
    }
    units.append(contentsOf: folded.units.elements)
  }

  /// Appends the passages of higher ids.
  mutating func append(_ other: FoldedCorpus) {
    let base = UInt32(units.count)
    units.append(contentsOf: other.units)
    for var passage in other.passages {
      passage.start += base
      passage.titleEnd += base
      passage.numbersEnd += base
      passages.append(passage)
    }
  }

  /// Appends spare separators, so that a suffix's next units can be read without looking for the end.
  mutating func finish() { units.append(contentsOf: repeatElement(Fold.separator, count: Self.padding)) }
}
