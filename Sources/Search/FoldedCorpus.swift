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
      position >= numbersEnd ? .text : position < titleEnd ? .title : .number
    }
  }

  /// Ends with spare separators, so that a suffix's next units can be read without looking for the end.
  private(set) var units: [UInt16] = []
  private(set) var passages: [Passage] = []
  /// Where each passage lies in `units`.
  var ranges: some Sequence<Range<Int>> {
    let ends = passages.dropFirst().lazy.map { Int($0.start) } + [max(0, units.count - Self.padding)]
    return zip(passages, ends).lazy.map { Int($0.start)..<$1 }
  }
  var hasLongEntries: Bool { passages.contains { $0.number > 0 } }

  static let padding = 8

  /// The corpora of consecutive ranges of ids, joined. Each is let go as soon as it is copied.
  init(joining parts: inout [FoldedCorpus]) {
    units.reserveCapacity(parts.reduce(Self.padding) { $0 + $1.units.count })
    for number in parts.indices {
      let part = parts[number]
      parts[number] = FoldedCorpus()
      let base = UInt32(units.count)
      units.append(contentsOf: part.units)
      for var passage in part.passages {
        passage.start += base
        passage.titleEnd += base
        passage.numbersEnd += base
        passages.append(passage)
      }
    }
    units.append(contentsOf: repeatElement(Fold.separator, count: Self.padding))
  }

  init() {}

  /// The bits of a title class, and the class of a match in a number.
  static let titleBits = 4
  static let numberClass: UInt8 = 15

  mutating func append(_ folded: FoldedEntry, id: Int, isRepeat: Bool) {
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
    units.append(contentsOf: folded.units)
  }
}
