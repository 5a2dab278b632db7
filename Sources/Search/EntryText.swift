/// The folded units of an entry, taken out of a corpus to be compared with those of another.
struct EntryText {
  let units: [UInt16]
  /// Where the numbers, the text and each further passage begin: from one to the next, all postings are alike.
  let borders: [Int]
  let titleClass: UInt8

  var titleEnd: Int { borders[0] }

  /// - Parameter passages: all of one entry.
  init(_ units: [UInt16], _ passages: ArraySlice<FoldedCorpus.Passage>) {
    self.units = units
    let first = passages[passages.startIndex]
    borders =
      [first.titleEnd, first.numbersEnd].map { Int($0 - first.start) }
      + passages.dropFirst().map { Int($0.start - first.start) }
    titleClass = first.titleClass
  }

  /// How many units both begin with, in the same fields and passages.
  func sharedPrefix(with other: EntryText) -> Int {
    var limit = min(units.count, other.units.count)
    for index in 0..<max(borders.count, other.borders.count) {
      let (own, others) = (borders[at: index] ?? .max, other.borders[at: index] ?? .max)
      if own != others {
        limit = min(limit, own, others)
        break
      }
    }
    return units.withUnsafeBufferPointer { units in
      other.units.withUnsafeBufferPointer { others in
        var shared = 0
        while shared < limit, units[shared] == others[shared] { shared += 1 }
        return shared
      }
    }
  }

  /// How many units both end with, in the same fields and passages, apart from the first `prefix`.
  func sharedSuffix(with other: EntryText, after prefix: Int) -> Int {
    guard borders.count == other.borders.count else { return 0 }
    var limit = min(units.count, other.units.count) - prefix
    for (own, others) in zip(borders.reversed(), other.borders.reversed()) {
      let ends = (units.count - own, other.units.count - others)
      if ends.0 != ends.1 {
        limit = min(limit, ends.0, ends.1)
        break
      }
    }
    var shared = 0
    while shared < limit, units[units.count - 1 - shared] == other.units[other.units.count - 1 - shared] { shared += 1 }
    return shared
  }
}

extension [Int] {
  fileprivate subscript(at index: Int) -> Int? { index < count ? self[index] : nil }
}
