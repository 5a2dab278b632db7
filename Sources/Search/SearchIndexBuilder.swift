import Dispatch
import Synchronization

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
    let (corpus, facets) = try read(entries, plan, workers, document, output)
    let shards = Shards(units: corpus.units.count)
    let coder = PostingCoder(
      passages: corpus.passages, universe: plan.universe, hasLongEntries: corpus.hasLongEntries,
      limits: limits)
    let index = FacetIndex(facets, plan: plan)
    let first = corpus.passages.enumerated().filter { $0.element.number == 0 }
    try index.write(
      coder, firstPassages: Dictionary(uniqueKeysWithValues: first.map { (Int($0.element.entry), $0.offset) }),
      to: output)
    if !options.synonyms.isEmpty { try output("synonyms.json", synonyms()) }
    let places = PartitionPlaces(corpus, shards)
    let writer = ShardWriter(corpus: corpus, coder: coder, shards: shards, write: output)
    try Self.inParallel(shards.partitions, workers) { number in
      try writer.run(Partition(number, corpus: corpus, places: places, shards: shards))
    } collect: { (_: Int, _: Void) in
      // The files are the result.
    }
    try write("search.json", manifest(entries.count, plan, shards, coder, index, digest.value))
  }

  /// Folds all texts and writes what results show, in the order of ids.
  private func read(
    _ entries: [SearchEntry], _ plan: SlotPlan, _ workers: Int,
    _ document: @escaping @Sendable (Int) throws -> SearchDocument, _ write: @escaping Write
  ) throws -> (FoldedCorpus, [FacetIndex.Assignment]) {
    let chunk = 128
    let ids = plan.ids
    let order = entries.indices.sorted { ids[$0] < ids[$1] }
    let repeated = RepeatedTitles(entries, fold)
    let count = (order.count + chunk - 1) / chunk
    var parts = Array(repeating: FoldedCorpus(), count: count)
    var facets: [FacetIndex.Assignment] = []
    try Self.inParallel(count, workers) { number in
      var part = FoldedCorpus()
      var assignments: [FacetIndex.Assignment] = []
      for entry in order[number * chunk..<min(order.count, (number + 1) * chunk)] {
        let content = try document(entry)
        let folded = FoldedEntry(content, title: entries[entry].title, fold: fold)
        try Self.writeTexts(of: content, entries[entry], folded, id: ids[entry], write)
        part.append(folded, id: ids[entry], isRepeat: repeated.isRepeat[entry])
        assignments.append((ids[entry], content.facets))
      }
      return (part, assignments)
    } collect: { (number: Int, result: (FoldedCorpus, [FacetIndex.Assignment])) in
      parts[number] = result.0
      facets += result.1
    }
    return (FoldedCorpus(joining: &parts), facets)
  }

  private static func writeTexts(
    of document: SearchDocument, _ entry: SearchEntry, _ folded: FoldedEntry, id: Int, _ write: Write
  ) throws {
    for (number, passage) in folded.passages.enumerated() {
      let text = document.text[passage.bytes]
      let bytes = ResultText.bytes(
        document, entry, text: text, isLast: number == folded.passages.count - 1,
        hasTraditional: TraditionalText.isNeeded(toFold: text)
          || ([entry.title] + document.numbers).contains { TraditionalText.isNeeded(toFold: $0.utf8) })
      try write(ResultText.path(entry: id, passage: number), bytes)
    }
  }

  /// Runs numbered jobs on so many threads, and hands over their results in the order of the numbers.
  private static func inParallel<Result: Sendable>(
    _ count: Int, _ workers: Int, _ job: @Sendable (Int) throws -> Result, collect: (Int, Result) -> Void
  ) throws {
    let next = Atomic(0)
    let results = Mutex<[(Int, Swift.Result<Result, any Error>)]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let result = Swift.Result { try job(number) }
        if case .failure = result { next.store(count, ordering: .relaxed) }
        results.withLock { $0.append((number, result)) }
      }
    }
    for (number, result) in results.withLock({ $0.sorted { $0.0 < $1.0 } }) { collect(number, try result.get()) }
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
