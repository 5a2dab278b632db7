import Workers

/// The places of the corpus that each of some partitions answers for: where two units fall into one of its shards, and
/// the passages of units that do so alone.
///
/// Two bytes a place, so that a partition is made from its own places and not by a look at every position.
struct PartitionPlaces: Sendable {
  /// Consecutive positions of the corpus, and for each partition where pairs of units are, by their distance from the
  /// first.
  struct Stretch: Sendable {
    let start: Int
    let pairs: SortedPlaces
  }

  let partitions: Range<Int>
  let singles: SingleUnits
  let singlePostings: SinglePostings
  let finder: PassageFinder
  let stretches: [Stretch]

  init(
    of partitions: Range<Int>, in corpus: FoldedCorpus, _ shards: Shards, _ selection: ShardSelection,
    _ limits: IndexLimits, _ pool: WorkerPool
  ) {
    self.partitions = partitions
    finder = PassageFinder(corpus)
    singles = SingleUnits(of: partitions, in: corpus, shards, selection)
    singlePostings = SinglePostings(of: singles, in: corpus, finder, limits, pool)
    let count = corpus.range.upperBound
    stretches = pool.run((count + limits.stretch - 1) / limits.stretch, into: []) {
      PairScanner(partitions, shards, selection)
    } _: { scanner, number in
      scanner.scan(number * limits.stretch..<min(count, (number + 1) * limits.stretch), of: corpus)
    } collect: {
      $0.append($1)
    }
  }
}
