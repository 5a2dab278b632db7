/// Finds the places in a stretch of the corpus. One is used for stretch after stretch, and keeps its memory.
struct StretchScanner: ~Copyable {
  private let partitions: Range<Int>
  private let shards: Shards
  private let singles: SingleUnits
  /// The last passage each unit was found in.
  private var lastPassage = GrowableBuffer<UInt32>()
  /// What is to be sorted: in the upper half what it belongs to, in the lower its distance from the stretch's start.
  private var places = GrowableBuffer<UInt32>()
  private var sorted = GrowableBuffer<UInt16>()
  private var counts = GrowableBuffer<UInt16>()

  init(_ partitions: Range<Int>, _ shards: Shards, _ singles: SingleUnits, _ limits: IndexLimits) {
    self.partitions = partitions
    self.shards = shards
    self.singles = singles
    lastPassage.resize(to: 1 << 16)
    lastPassage.elements.update(repeating: .max)
    // One more, as what is no place is written and written over.
    places.resize(to: limits.stretch + 1)
    sorted.resize(to: limits.stretch)
  }

  mutating func scan(_ stretch: Range<Int>, of corpus: FoldedCorpus) -> PartitionPlaces.Stretch {
    corpus.units.withUnsafeBufferPointer { text in
      let (pairs, pairEnds) = findPairs(in: stretch, text)
      let (firsts, firstEnds) = findFirsts(in: stretch, of: corpus, text)
      return PartitionPlaces.Stretch(
        start: stretch.lowerBound, pairs: pairs, pairEnds: pairEnds, firsts: firsts, firstEnds: firstEnds)
    }
  }

  private mutating func findPairs(
    in stretch: Range<Int>, _ text: UnsafeBufferPointer<UInt16>
  ) -> (places: [UInt16], ends: [UInt16]) {
    let (places, none, first) = (places.start, partitions.count, partitions.lowerBound)
    for position in stretch {
      let (unit, next) = (text[position], text[position + 1])
      let partition = shards.partition(of: shards.shard(unit, next)) &- first
      let isPlace = unit != Fold.separator && next != Fold.separator && UInt(bitPattern: partition) < UInt(none)
      let distance = position &- stretch.lowerBound
      places[distance] = UInt32(truncatingIfNeeded: (isPlace ? partition : none) &<< 16 | distance)
    }
    return sort(stretch.count, by: none)
  }

  private mutating func findFirsts(
    in stretch: Range<Int>, of corpus: FoldedCorpus, _ text: UnsafeBufferPointer<UInt16>
  ) -> (places: [UInt16], ends: [UInt16]) {
    let (last, places) = (lastPassage.start, places.start)
    var count = 0
    singles.indices.withUnsafeBufferPointer { indices in
      for passage in corpus.passages(in: stretch) {
        let (range, number) = (corpus.range(of: passage), UInt32(passage))
        // The passage may begin in a stretch before.
        for position in range.clamped(to: 0..<stretch.lowerBound) { last[Int(text[position])] = number }
        for position in range.clamped(to: stretch) {
          let unit = Int(text[position])
          places[count] = UInt32(indices[unit]) &<< 16 | UInt32(truncatingIfNeeded: position &- stretch.lowerBound)
          count += last[unit] != number ? 1 : 0
          last[unit] = number
        }
      }
    }
    return sort(count, by: singles.units.count)
  }

  /// Sorts so many places, keeping the order of equals; those that belong to `none`, the highest, are left out.
  private mutating func sort(_ length: Int, by none: Int) -> (places: [UInt16], ends: [UInt16]) {
    counts.resize(to: none + 1)
    counts.elements.update(repeating: 0)
    let (places, counts, sorted) = (places.start, counts.start, sorted.start)
    for index in 0..<length { counts[Int(places[index] &>> 16)] &+= 1 }
    var start: UInt16 = 0
    for key in 0...none { (counts[key], start) = (start, start &+ counts[key]) }
    let count = Int(counts[none])
    for index in 0..<length {
      let key = Int(places[index] &>> 16)
      sorted[Int(counts[key])] = UInt16(truncatingIfNeeded: places[index])
      counts[key] &+= 1
    }
    return (
      Array(UnsafeBufferPointer(start: sorted, count: count)), Array(UnsafeBufferPointer(start: counts, count: none))
    )
  }
}
