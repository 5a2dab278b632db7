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

  /// Makes all files of the index.
  ///
  /// - Parameters:
  ///   - entries: The keys and dates of all entries, which fix their ids; keys are unique.
  ///   - workers: How many tasks work at once.
  ///   - document: Renders the entry of an index of `entries`; called once for each, from any worker, so that no more
  ///     than a few texts are in memory.
  /// - Throws: What `document` and `write` throw.
  public func build(
    _ entries: [SearchEntry], workers: Int, document: @escaping @Sendable (Int) throws -> SearchDocument,
    write: @escaping Write
  ) throws {
    let plan = SlotPlan(entries)
    let digest = OutputDigest()
    let output: Write = { path, bytes in
      digest.add(path, bytes)
      try write(path, bytes)
    }
    let pool = WorkerPool(workers: workers)
    let (corpus, facets) = try read(entries, plan, pool, document, output)
    let shards = Shards(units: corpus.units.count, limits)
    let coder = PostingCoder(corpus, universe: plan.universe, limits: limits)
    let index = FacetIndex(facets, plan: plan)
    let first = corpus.passages.enumerated().filter { $0.element.number == 0 }
    try index.write(
      coder, firstPassages: Dictionary(uniqueKeysWithValues: first.map { (Int($0.element.entry), $0.offset) }),
      to: output)
    if !options.synonyms.isEmpty { try output("synonyms.json", synonyms()) }
    try writeShards(corpus, coder, shards, pool, output)
    try write("search.json", manifest(entries.count, plan, shards, coder, index, digest.value))
  }

  /// Folds all texts and writes what results show, in the order of ids.
  private func read(
    _ entries: [SearchEntry], _ plan: SlotPlan, _ pool: WorkerPool,
    _ document: @escaping @Sendable (Int) throws -> SearchDocument, _ write: @escaping Write
  ) throws -> (FoldedCorpus, [FacetIndex.Assignment]) {
    let chunk = 128
    let ids = plan.ids
    let order = entries.indices.sorted { ids[$0] < ids[$1] }
    let repeated = RepeatedTitles(entries, fold)
    var (corpus, facets) = try pool.run(
      (order.count + chunk - 1) / chunk, into: (FoldedCorpus(), [FacetIndex.Assignment]())
    ) {
      FoldedEntry(fold)
    } _: { folded, number in
      var part = FoldedCorpus()
      var assignments: [FacetIndex.Assignment] = []
      for entry in order[number * chunk..<min(order.count, (number + 1) * chunk)] {
        let content = try document(entry)
        folded.fill(content, title: entries[entry].title)
        try Self.writeTexts(of: content, entries[entry], folded, id: ids[entry], write)
        part.append(folded, id: ids[entry], isRepeat: repeated.isRepeat[entry])
        assignments.append((ids[entry], content.facets))
      }
      return (part, assignments)
    } collect: { total, part in
      total.0.append(part.0)
      total.1 += part.1
    }
    corpus.finish()
    return (corpus, facets)
  }

  /// Places are looked up in rounds, so that not all of a large site are in memory at once.
  private func writeShards(
    _ corpus: FoldedCorpus, _ coder: PostingCoder, _ shards: Shards, _ pool: WorkerPool, _ write: @escaping Write
  ) throws {
    for partitions in shards.rounds {
      let places = PartitionPlaces(of: partitions, in: corpus, shards, limits, pool)
      try pool.run(partitions.count, into: ()) {
        ShardWriter(corpus, coder, shards, write: write)
      } _: { writer, number in
        try writer.run(partitions.lowerBound + number, from: places)
      } collect: { _, _ in
        // The files are the result.
      }
    }
  }

  private static func writeTexts(
    of document: SearchDocument, _ entry: SearchEntry, _ folded: borrowing FoldedEntry, id: Int, _ write: Write
  ) throws {
    for (number, passage) in folded.passages.enumerated() {
      let bytes = ResultText.bytes(
        document, entry, text: document.text[passage.bytes], isLast: number == folded.passages.count - 1)
      try write(ResultText.path(entry: id, passage: number), bytes)
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
