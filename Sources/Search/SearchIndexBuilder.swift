import Workers

/// Makes the static full-text index `search.js` reads: every substring of every entry is found in a few kilobytes.
///
/// The format is described in `docs/search.md`. The same entries give the same files whatever the number of workers.
public struct SearchIndexBuilder: Sendable {
  private let options: SearchOptions
  private let limits: IndexLimits
  private let fold: Fold

  public init(options: SearchOptions = SearchOptions()) {
    self.init(options: options, limits: IndexLimits())
  }

  init(options: SearchOptions, limits: IndexLimits) {
    self.limits = limits
    self.options = options
    self.fold = options.foldsTraditional ? .withTraditional : .withoutTraditional
  }

  /// Receives a file: its path relative to `search/`, and its bytes. Called from any worker, for each path once.
  public typealias Write = @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void

  /// Makes the files of an index: those of an earlier one that stand as they were are not made again.
  ///
  /// - Parameters:
  ///   - workers: How many tasks work at once.
  ///   - earlier: The index whose files are there, `nil` where there is none; it is not kept longer than needed. One of
  ///     other options or measures is as good as none.
  /// - Returns: What tells which files of the earlier index stay.
  /// - Throws: What the texts of `content` and `write` throw.
  public func build(
    _ content: some SearchContent, workers: Int, after earlier: () -> EarlierIndex? = { nil }, write: @escaping Write
  ) throws -> SearchIndex {
    let entries = content.entries
    let plan = SlotPlan(entries)
    let pool = WorkerPool(workers: workers)
    let measures = IndexFormat.measures(limits, foldsTraditional: options.foldsTraditional)
    var earlier = earlier().flatMap { $0.format.measures == measures ? $0 : nil }
    let corpus = try CorpusReader(
      content: content, entries: entries, plan: plan, fold: fold, earlier: earlier, write: write
    ).read(pool)
    let shards = Shards(units: corpus.folded.units.count, limits)
    let coder = PostingCoder(corpus.folded, universe: plan.universe, limits: limits)
    let format = IndexFormat(measures, shards: shards, coder: coder)
    var selection = ShardSelection(all: shards.count)
    var digests = [UInt64](repeating: 0, count: shards.count)
    if let earlier, earlier.format == format {
      selection = corpus.changedShards(since: earlier, shards)
      for shard in digests.indices where !selection.contains(shard) { digests[shard] = earlier.shardDigests[shard] }
    }
    earlier = nil
    let digest = OutputDigest(shards: digests)
    let output: Write = { path, bytes in
      digest.add(OutputDigest.digest(path, bytes), of: IndexPath(path, shards))
      try write(path, bytes)
    }
    let facets = FacetIndex(corpus.facets, plan: plan)
    var firstPassages = [Int](repeating: 0, count: plan.universe)
    for entry in corpus.entries { firstPassages[entry.id] = entry.passages.lowerBound }
    try facets.write(coder, firstPassages: firstPassages, to: output)
    if !options.synonyms.isEmpty { try output("synonyms.json", synonyms()) }
    try writeShards(corpus.folded, coder, shards, selection, pool, output)
    let number = corpus.entries.reduce(digest.total) { $0 &+ $1.digest }
    try write(SearchIndex.manifest, manifest(entries.count, plan, shards, coder, facets, number))
    return SearchIndex(
      format: format, corpus: corpus.folded, entries: corpus.entries, shardDigests: digest.shards, shards: shards,
      selection: selection, keptEntries: corpus.kept)
  }

  /// Places are looked up in rounds, so that not all of a large site are in memory at once.
  private func writeShards(
    _ corpus: FoldedCorpus, _ coder: PostingCoder, _ shards: Shards, _ selection: ShardSelection, _ pool: WorkerPool,
    _ write: @escaping Write
  ) throws {
    for round in shards.rounds(selection) {
      let places = PartitionPlaces(of: round, in: corpus, shards, selection, limits, pool)
      let partitions = round.filter { selection.hasAny(of: shards.shards(of: $0)) }
      try pool.run(partitions.count, into: ()) {
        ShardWriter(corpus, coder, shards, selection, write: write)
      } _: { writer, number in
        try writer.run(partitions[number], from: places)
      } collect: { _, _ in
        // The files are the result.
      }
    }
  }

  /// Groups of words that are looked up together, folded as queries are.
  private func synonyms() -> [UInt8] {
    let groups = options.synonyms.map { group in
      JSONText.array(group.map { JSONText.string(String(decoding: fold.units(of: $0), as: UTF16.self)) })
    }
    return Array(JSONText.array(groups).utf8)
  }

  private func manifest(
    _ count: Int, _ plan: SlotPlan, _ shards: Shards, _ coder: PostingCoder, _ facets: FacetIndex, _ digest: UInt64
  ) -> [UInt8] {
    let members = [
      ("v", "1"), ("fold", "\(Fold.version)"), ("traditional", "\(options.foldsTraditional)"),
      ("entries", "\(count)"), ("universe", "\(plan.universe)"), ("shards", "\(shards.count)"),
      ("passages", "\(coder.hasLongEntries)"), ("synonyms", "\(!options.synonyms.isEmpty)"),
      ("facets", JSONText.array((facets.names + [FacetIndex.year]).map(JSONText.string))),
      ("build", JSONText.string(String(digest, radix: 36))),
    ]
    return Array(JSONText.object(members).utf8)
  }
}
