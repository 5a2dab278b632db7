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

    mutating func move(by distance: UInt32) {
      start &+= distance
      titleEnd &+= distance
      numbersEnd &+= distance
    }
  }

  private(set) var units: [UInt16] = []
  private(set) var passages: [Passage] = []

  /// The bits of a title class, and the class of a match in a number.
  static let titleBits = 4
  static let numberClass: UInt8 = 15

  private static let padding = 8

  /// - Parameter capacity: units that there will be.
  init(capacity: Int = 0) { units.reserveCapacity(capacity) }

  /// How many units there are, once it is finished.
  var unitCount: Int { units.count - Self.padding }

  /// Where a passage lies in `units`.
  func range(of passage: Int) -> Range<Int> {
    let end = passage + 1 < passages.count ? Int(passages[passage + 1].start) : unitCount
    return Int(passages[passage].start)..<end
  }

  /// All units but the spare ones.
  var range: Range<Int> { 0..<unitCount }

  /// The passages that have some of these units.
  func passages(in range: Range<Int>) -> Range<Int> {
    let first = passages.indices.partitionPoint { self.range(of: $0).upperBound > range.lowerBound }
    let end = passages.indices.partitionPoint { Int(passages[$0].start) >= range.upperBound }
    return first..<end
  }

  mutating func append(_ folded: borrowing FoldedEntry, id: Int, isRepeat: Bool) {
    let titleClass = Self.titleClass(units: folded.titleEnd, isRepeat: isRepeat)
    let base = units.count
    for (number, passage) in folded.passages.enumerated() {
      passages.append(
        Passage(
          entry: UInt32(id), number: UInt32(number), start: UInt32(base + passage.start),
          titleEnd: UInt32(base + (number == 0 ? folded.titleEnd : passage.start)),
          numbersEnd: UInt32(base + (number == 0 ? folded.numbersEnd : passage.start)),
          titleClass: titleClass))
    }
    units.append(contentsOf: folded.units.elements)
  }

  private static func titleClass(units: Int, isRepeat: Bool) -> UInt8 {
    UInt8(min(isRepeat ? 6 : 7, max(0, units - 7) / 4) + (isRepeat ? 8 : 0))
  }

  /// Appends an entry of an earlier corpus.
  mutating func append(_ known: IndexedEntry, of earlier: EarlierIndex, isRepeat: Bool) {
    let first = earlier.passages[known.passages.lowerBound]
    let titleClass = Self.titleClass(units: Int(first.titleEnd - first.start), isRepeat: isRepeat)
    let base = UInt32(units.count)
    for var passage in earlier.passages[known.passages] {
      passage.move(by: base &- first.start)
      passage.titleClass = titleClass
      passages.append(passage)
    }
    let bytes = earlier.bytes(known.passages)
    units.append(contentsOf: repeatElement(0, count: bytes.count / EarlierIndex.unitSize))
    units.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0.suffix(bytes.count)).copyMemory(from: bytes)
    }
  }

  /// The units of an entry of this corpus.
  func text(_ entry: IndexedEntry) -> EntryText {
    let range = range(of: entry.passages.lowerBound).lowerBound..<range(of: entry.passages.upperBound - 1).upperBound
    return EntryText(Array(units[range]), passages[entry.passages])
  }

  /// Appends the passages of higher ids.
  mutating func append(_ other: FoldedCorpus) {
    let base = UInt32(units.count)
    units.append(contentsOf: other.units)
    for var passage in other.passages {
      passage.move(by: base)
      passages.append(passage)
    }
  }

  /// Appends spare separators, so that a suffix's next units can be read without looking for the end.
  mutating func finish() { units.append(contentsOf: repeatElement(Fold.separator, count: Self.padding)) }
}
