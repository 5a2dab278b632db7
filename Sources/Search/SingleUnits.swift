/// The units of the corpus that fall into some partitions when they stand alone, in the order of shards, then of units.
struct SingleUnits: Sendable {
  let units: [UInt16]
  /// For each unit its index in `units`; their count where it is none of them.
  private(set) var indices: [UInt16]
  /// Whether they may be few of those there are.
  let arePartial: Bool
  private let partitions: Range<Int>
  /// Where each partition ends in `units`.
  private var ends: [Int] = []

  init(of partitions: Range<Int>, in corpus: FoldedCorpus, _ shards: Shards, _ selection: ShardSelection) {
    self.partitions = partitions
    arePartial = selection.count < shards.count
    var isSeen = [Bool](repeating: false, count: 1 << 16)
    isSeen.withUnsafeMutableBufferPointer { isSeen in
      for unit in corpus.units { isSeen[Int(unit)] = true }
    }
    isSeen[Int(Fold.separator)] = false
    let found = isSeen.indices.filter { isSeen[$0] }.map { (shard: shards.shard(UInt16($0), 0), unit: UInt16($0)) }
      .filter { partitions.contains(shards.partition(of: $0.shard)) && selection.contains($0.shard) }
      .sorted { ($0.shard, $0.unit) < ($1.shard, $1.unit) }
    units = found.map(\.unit)
    indices = Array(repeating: UInt16(units.count), count: 1 << 16)
    for (index, unit) in units.enumerated() { indices[Int(unit)] = UInt16(index) }
    for partition in partitions {
      var end = ends.last ?? 0
      while end < found.count, shards.partition(of: found[end].shard) == partition { end += 1 }
      ends.append(end)
    }
  }

  /// In `units`.
  func range(of partition: Int) -> Range<Int> {
    let index = partition - partitions.lowerBound
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
