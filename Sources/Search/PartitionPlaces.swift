import Workers

/// The places of the corpus that each of some partitions answers for: where two units fall into one of its shards, and
/// the passages of units that do so alone.
///
/// Two bytes a place, so that a partition is made from its own places and not by a look at every position.
struct PartitionPlaces: Sendable {
  let partitions: Range<Int>
  let singles: SingleUnits
  let singlePostings: SinglePostings
  let finder: PassageFinder
  /// Where pairs of units are, for stretch after stretch of the corpus and partition after partition: the distance from
  /// the stretch's start.
  private let pairs: SortedPlaces
  private let stretch: Int
  private let stretches: Int

  init(
    of partitions: Range<Int>, in corpus: FoldedCorpus, _ shards: Shards, _ selection: ShardSelection,
    _ limits: IndexLimits, _ pool: WorkerPool
  ) {
    self.partitions = partitions
    finder = PassageFinder(corpus)
    singles = SingleUnits(of: partitions, in: corpus, shards, selection)
    singlePostings = SinglePostings(of: singles, in: corpus, finder, limits, pool)
    let (count, stretch) = (corpus.range.upperBound, limits.stretch)
    (self.stretch, stretches) = (stretch, (count + stretch - 1) / stretch)
    var pairs = SortedPlaces()
    // Nearly every position has one; to grow would take twice as much.
    if selection.count == shards.count { pairs.reserve(count * partitions.count / shards.partitions) }
    self.pairs = pool.run(stretches, into: pairs) {
      PairScanner(partitions, shards, selection)
    } _: { scanner, number in
      scanner.scan(number * stretch..<min(count, (number + 1) * stretch), of: corpus)
    } collect: {
      $0.append($1)
    }
  }

  /// How many places a partition has.
  func count(of partition: Int) -> Int { (0..<stretches).reduce(0) { $0 + range(partition, $1).count } }

  /// Calls `body` with the places of a partition, for each stretch its start and their distances from there.
  @inline(__always)
  func forEachStretch(of partition: Int, _ body: (Int, UnsafeBufferPointer<UInt16>) -> Void) {
    pairs.places.withUnsafeBufferPointer { places in
      for number in 0..<stretches {
        body(number * stretch, UnsafeBufferPointer(rebasing: places[range(partition, number)]))
      }
    }
  }

  private func range(_ partition: Int, _ number: Int) -> Range<Int> {
    pairs.range(of: number * partitions.count + partition - partitions.lowerBound)
  }
}
