import Workers

/// The places of the corpus that each of some partitions answers for: where two units fall into one of its shards, or
/// where a passage has the first of a unit that falls into one alone.
///
/// Two bytes a place, so that a partition is made from its own places and not by a look at every position.
struct PartitionPlaces: Sendable {
  /// Consecutive positions of the corpus, and the places among them, by their distance from the first.
  struct Stretch: Sendable {
    let start: Int
    /// Pairs of units, partition by partition, in the order of the corpus.
    let pairs: [UInt16]
    /// Where each partition ends in `pairs`.
    let pairEnds: [UInt16]
    /// First places of single units, unit by unit, in the order of the corpus.
    let firsts: [UInt16]
    /// Where each unit ends in `firsts`.
    let firstEnds: [UInt16]

    func pairs(of partition: Int) -> Range<Int> { Self.range(partition, pairEnds) }

    func firsts(of unit: Int) -> Range<Int> { Self.range(unit, firstEnds) }

    @inline(__always)
    private static func range(_ index: Int, _ ends: [UInt16]) -> Range<Int> {
      (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
  }

  let partitions: Range<Int>
  let singles: SingleUnits
  let finder: PassageFinder
  let stretches: [Stretch]

  init(
    of partitions: Range<Int>, in corpus: FoldedCorpus, _ shards: Shards, _ limits: IndexLimits, _ pool: WorkerPool
  ) {
    let singles = SingleUnits(of: partitions, in: corpus, shards)
    self.partitions = partitions
    self.singles = singles
    finder = PassageFinder(corpus)
    let count = corpus.range.upperBound
    stretches = pool.run((count + limits.stretch - 1) / limits.stretch, into: []) {
      StretchScanner(partitions, shards, singles, limits)
    } _: { scanner, number in
      scanner.scan(number * limits.stretch..<min(count, (number + 1) * limits.stretch), of: corpus)
    } collect: {
      $0.append($1)
    }
  }
}
