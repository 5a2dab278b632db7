/// Finds where in a stretch of the corpus pairs of units belong to some partitions. One is used for stretch after
/// stretch, and keeps its memory.
struct PairScanner: ~Copyable {
  private let partitions: Range<Int>
  private let shards: Shards
  /// Set where not all shards are made.
  private let selection: ShardSelection?
  private var sorter = SortedPlaces.Sorter()

  init(_ partitions: Range<Int>, _ shards: Shards, _ selection: ShardSelection) {
    self.partitions = partitions
    self.shards = shards
    self.selection = selection.count < shards.count ? selection : nil
  }

  mutating func scan(_ stretch: Range<Int>, of corpus: FoldedCorpus) -> SortedPlaces {
    corpus.units.withUnsafeBufferPointer { text in
      if let selection { findPairs(in: stretch, text, of: selection) } else { findPairs(in: stretch, text) }
    }
  }

  private mutating func findPairs(in stretch: Range<Int>, _ text: UnsafeBufferPointer<UInt16>) -> SortedPlaces {
    let (none, first, found) = (partitions.count, partitions.lowerBound, sorter.reserve(stretch.count))
    for position in stretch {
      let (unit, next) = (text[position], text[position + 1])
      let partition = shards.partition(of: shards.shard(unit, next)) &- first
      let isPlace = unit != Fold.separator && next != Fold.separator && UInt(bitPattern: partition) < UInt(none)
      let distance = position &- stretch.lowerBound
      found[distance] = UInt32(truncatingIfNeeded: (isPlace ? partition : none) &<< 16 | distance)
    }
    return sorter.sort(stretch.count, by: none)
  }

  /// As above, of a few shards: it hardly does more than look.
  private mutating func findPairs(
    in stretch: Range<Int>, _ text: UnsafeBufferPointer<UInt16>, of selection: ShardSelection
  ) -> SortedPlaces {
    let found = sorter.reserve(stretch.count)
    var count = 0
    for position in stretch {
      let (unit, next) = (text[position], text[position + 1])
      let shard = shards.shard(unit, next)
      guard selection.contains(shard), unit != Fold.separator, next != Fold.separator else { continue }
      let partition = shards.partition(of: shard)
      guard partitions.contains(partition) else { continue }
      let distance = position - stretch.lowerBound
      found[count] = UInt32(truncatingIfNeeded: (partition - partitions.lowerBound) << 16 | distance)
      count += 1
    }
    return sorter.sort(count, by: partitions.count)
  }
}
