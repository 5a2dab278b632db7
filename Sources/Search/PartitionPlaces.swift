/// The places of the corpus that each partition answers for: where two units fall into one of its shards, or the first
/// of them alone.
///
/// One or two bytes a place, so that a partition is made from its own places and not by a look at every position.
struct PartitionPlaces: Sendable {
  struct Place {
    let position: Int
    let passage: Int
    /// The pair of units there is the partition's.
    let isPair: Bool
    /// The single unit is the partition's, and the passage's first of its kind.
    let isFirst: Bool
  }

  /// By partition: for each place how far it is from the one before, and in the two lowest bits what it is of; seven bits
  /// a byte, the lowest first.
  private let steps: [[UInt8]]
  /// How many pairs and first units each shard answers for.
  let counts: [UInt32]

  private static let pair = 1
  private static let first = 2

  init(_ corpus: FoldedCorpus, _ shards: Shards) {
    var counts = [UInt32](repeating: 0, count: shards.count)
    var writer = StepWriter(partitions: shards.partitions, places: corpus.units.count * 5 / 4)
    var lastPassage = [UInt32](repeating: .max, count: 0x10000)
    corpus.units.withUnsafeBufferPointer { text in
      for (index, range) in corpus.ranges.enumerated() {
        for position in range {
          let (unit, next) = (text[position], text[position + 1])
          guard unit != Fold.separator else { continue }
          var partition: Int?
          if next != Fold.separator {
            let shard = shards.shard(unit, next)
            counts[shard] += 1
            partition = shards.partition(of: shard)
          }
          let isFirst = lastPassage[Int(unit)] != UInt32(index)
          if isFirst {
            lastPassage[Int(unit)] = UInt32(index)
            let shard = shards.shard(unit, 0)
            counts[shard] += 1
            let own = shards.partition(of: shard)
            if own == partition {
              writer.append(position, of: own, Self.pair | Self.first)
              continue
            }
            writer.append(position, of: own, Self.first)
          }
          if let partition { writer.append(position, of: partition, Self.pair) }
        }
      }
    }
    steps = writer.steps
    self.counts = counts
  }

  /// The places of one partition in the order of the corpus.
  @inline(__always)
  func forEach(of partition: Int, in corpus: FoldedCorpus, _ body: (Place) -> Void) {
    steps[partition].withUnsafeBufferPointer { steps in
      var index = 0
      var position = 0
      var passage = 0
      while index < steps.count {
        var (step, shift) = (Int(steps[index] & 0x7F), 7)
        while steps[index] & 0x80 != 0 {
          index += 1
          step |= Int(steps[index] & 0x7F) << shift
          shift += 7
        }
        index += 1
        position += step >> 2
        while passage + 1 < corpus.passages.count, Int(corpus.passages[passage + 1].start) <= position { passage += 1 }
        body(
          Place(
            position: position, passage: passage, isPair: step & Self.pair != 0, isFirst: step & Self.first != 0))
      }
    }
  }
}

/// Appends places to the partitions they belong to.
private struct StepWriter {
  private(set) var steps: [[UInt8]]
  /// The last place of each partition.
  private var last: [Int]

  /// - Parameter places: how many there will be, about.
  init(partitions: Int, places: Int) {
    last = Array(repeating: 0, count: partitions)
    steps = Array(repeating: [], count: partitions)
    for partition in steps.indices { steps[partition].reserveCapacity(places / partitions) }
  }

  @inline(__always)
  mutating func append(_ position: Int, of partition: Int, _ kind: Int) {
    var rest = (position - last[partition]) << 2 | kind
    last[partition] = position
    while rest >= 0x80 {
      steps[partition].append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    steps[partition].append(UInt8(truncatingIfNeeded: rest))
  }
}
