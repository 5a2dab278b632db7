import Workers

/// The places of the corpus that each of some partitions answers for: where two units fall into one of its shards, or
/// the first of them alone.
///
/// Two bytes a place, so that a partition is made from its own places and not by a look at every position.
struct PartitionPlaces: Sendable {
  /// What a place is of; both may be set.
  enum Kind {
    /// The pair of units there is the partition's.
    static let pair: UInt16 = 1
    /// The single unit is the partition's, and the passage's first of its kind.
    static let first: UInt16 = 2
    static let bits: UInt16 = 2
  }

  /// Consecutive passages, and the places in them, partition by partition.
  struct Stretch: Sendable {
    let passages: Range<Int>
    /// How far each place is from the one before of its partition, from the start of the stretch at first, above the
    /// bits of its kind. One of neither kind only leads further.
    fileprivate(set) var steps: [UInt16] = []
    /// Where each partition ends in `steps`.
    fileprivate(set) var ends: [Int32] = []

    func steps(of index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }
  }

  let partitions: Range<Int>
  let stretches: [Stretch]

  init(
    of partitions: Range<Int>, in corpus: FoldedCorpus, _ shards: Shards, _ selection: ShardSelection,
    _ limits: IndexLimits, _ pool: WorkerPool
  ) {
    let ranges = corpus.stretches(ofUnits: limits.stretch)
    self.partitions = partitions
    stretches = pool.run(ranges.count, into: []) {
      StretchScanner(partitions, shards, selection)
    } _: { scanner, number in
      scanner.scan(ranges[number], of: corpus)
    } collect: {
      $0.append($1)
    }
  }
}

/// Finds the places in a stretch of the corpus. One is used for stretch after stretch, and keeps its memory.
private struct StretchScanner: ~Copyable {
  private let partitions: Range<Int>
  private let shards: Shards
  private let selection: ShardSelection
  /// By unit, where not all shards are made: whether the one is made that the unit alone falls into.
  private var isSelected = GrowableBuffer<Bool>()
  /// The last passage each unit was found in.
  private var lastPassage = GrowableBuffer<UInt32>()
  /// By partition: its last place, and how many steps it has.
  private var last = GrowableBuffer<Int>()
  private var counts = GrowableBuffer<Int32>()
  /// In the order of the corpus: the partition in the upper half, its step in the lower.
  private var found = GrowableBuffer<UInt32>()

  private static let longestStep = Int(UInt16.max >> PartitionPlaces.Kind.bits)

  init(_ partitions: Range<Int>, _ shards: Shards, _ selection: ShardSelection) {
    self.partitions = partitions
    self.shards = shards
    self.selection = selection
    if selection.count < shards.count {
      for unit in 0...UInt16.max { isSelected.append(selection.contains(shards.shard(unit, 0))) }
    }
    lastPassage.resize(to: 0x10000)
    lastPassage.elements.update(repeating: .max)
    last.resize(to: partitions.count)
    counts.resize(to: partitions.count)
  }

  mutating func scan(_ passages: Range<Int>, of corpus: FoldedCorpus) -> PartitionPlaces.Stretch {
    let start = corpus.range(of: passages.lowerBound).lowerBound
    for index in 0..<last.count { (last[index], counts[index]) = (start, 0) }
    found.removeAll()
    corpus.units.withUnsafeBufferPointer { text in
      for passage in passages {
        if isSelected.count > 0 {
          scanSelected(corpus.range(of: passage), passage: UInt32(passage), text)
        } else {
          scan(corpus.range(of: passage), passage: UInt32(passage), text)
        }
      }
    }
    return stretch(passages)
  }

  private mutating func scan(_ range: Range<Int>, passage: UInt32, _ text: UnsafeBufferPointer<UInt16>) {
    for position in range {
      let (unit, next) = (text[position], text[position + 1])
      if unit == Fold.separator { continue }
      var kind: UInt16 = 0
      var partition = -1
      if next != Fold.separator {
        partition = shards.partition(of: shards.shard(unit, next))
        kind = PartitionPlaces.Kind.pair
      }
      if lastPassage[Int(unit)] != passage {
        lastPassage[Int(unit)] = passage
        let own = shards.partition(of: shards.shard(unit, 0))
        if own == partition {
          kind |= PartitionPlaces.Kind.first
        } else {
          append(position, own, PartitionPlaces.Kind.first)
        }
      }
      if kind != 0 { append(position, partition, kind) }
    }
  }

  /// As `scan`, but only for places of the shards that are made: few, so that it hardly does more than look.
  private mutating func scanSelected(_ range: Range<Int>, passage: UInt32, _ text: UnsafeBufferPointer<UInt16>) {
    for position in range {
      let (unit, next) = (text[position], text[position + 1])
      let shard = shards.shard(unit, next)
      if selection.contains(shard), unit != Fold.separator, next != Fold.separator {
        append(position, shards.partition(of: shard), PartitionPlaces.Kind.pair)
      }
      if isSelected[Int(unit)], lastPassage[Int(unit)] != passage, unit != Fold.separator {
        lastPassage[Int(unit)] = passage
        append(position, shards.partition(of: shards.shard(unit, 0)), PartitionPlaces.Kind.first)
      }
    }
  }

  @inline(__always)
  private mutating func append(_ position: Int, _ partition: Int, _ kind: UInt16) {
    guard partitions.contains(partition) else { return }
    let index = partition - partitions.lowerBound
    var distance = position - last[index]
    last[index] = position
    counts[index] += 1
    while distance > Self.longestStep {
      found.append(UInt32(index) << 16 | UInt32(Self.longestStep) << UInt32(PartitionPlaces.Kind.bits))
      counts[index] += 1
      distance -= Self.longestStep
    }
    found.append(UInt32(index) << 16 | UInt32(distance) << UInt32(PartitionPlaces.Kind.bits) | UInt32(kind))
  }

  /// What was found, sorted by partition.
  private mutating func stretch(_ passages: Range<Int>) -> PartitionPlaces.Stretch {
    var start: Int32 = 0
    for index in 0..<counts.count { (counts[index], start) = (start, start + counts[index]) }
    var stretch = PartitionPlaces.Stretch(passages: passages)
    stretch.steps = [UInt16](unsafeUninitializedCapacity: found.count) { steps, count in
      for step in found.elements {
        let index = Int(step >> 16)
        steps[Int(counts[index])] = UInt16(truncatingIfNeeded: step)
        counts[index] += 1
      }
      count = found.count
    }
    stretch.ends = Array(counts.elements)
    return stretch
  }
}
