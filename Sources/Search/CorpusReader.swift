import Archive
import Workers

/// Puts the corpus together in the order of ids: what an earlier index has of entries that are the same, and the
/// others folded anew, with the result texts of those.
struct CorpusReader<Content: SearchContent>: Sendable {
  let content: Content
  let entries: [SearchEntry]
  let plan: SlotPlan
  let fold: Fold
  let earlier: EarlierIndex?
  let write: SearchIndexBuilder.Write

  struct Corpus: Sendable {
    var folded = FoldedCorpus()
    /// In the order of ids.
    var entries: [IndexedEntry] = []
    var facets = FacetIndex.Assignments()
    /// The ids of those that are the same in the earlier index.
    var kept: Set<Int> = []
  }

  private struct Worker: ~Copyable {
    var folded: FoldedEntry
    let text: (Int) throws -> [UInt8]
  }

  private static var chunk: Int { 128 }

  func read(_ pool: WorkerPool) throws -> Corpus {
    let ids = plan.ids
    let order = entries.indices.sorted { ids[$0] < ids[$1] }
    let repeated = RepeatedTitles(entries, fold, pool)
    var corpus = try pool.run(
      (order.count + Self.chunk - 1) / Self.chunk,
      into: Corpus(folded: FoldedCorpus(capacity: earlier.map { $0.unitCount + $0.unitCount / 64 } ?? 0))
    ) {
      Worker(folded: FoldedEntry(fold), text: content.texts())
    } _: { worker, number in
      var part = Corpus()
      for entry in order[number * Self.chunk..<min(order.count, (number + 1) * Self.chunk)] {
        try read(entry, isRepeat: repeated.isRepeat[entry], &worker, to: &part)
      }
      return part
    } collect: { all, part in
      let passages = all.folded.passages.count
      all.folded.append(part.folded)
      all.entries += part.entries.lazy.map { $0.moved(by: passages) }
      all.facets.add(part.facets)
      all.kept.formUnion(part.kept)
    }
    corpus.folded.finish()
    return corpus
  }

  private func read(_ position: Int, isRepeat: Bool, _ worker: inout Worker, to part: inout Corpus) throws {
    let (entry, id) = (entries[position], plan.ids[position])
    let document = content.document(position)
    let fingerprint = document.fingerprint(entry)
    let first = part.folded.passages.count
    var digest: UInt64 = 0
    if let earlier, let known = earlier.entry(id), known.fingerprint == fingerprint {
      part.folded.append(known, of: earlier, isRepeat: isRepeat)
      part.kept.insert(id)
      digest = known.digest
    } else {
      let text = try worker.text(position)
      worker.folded.fill(document, title: entry.title, text: text)
      part.folded.append(worker.folded, id: id, isRepeat: isRepeat)
      digest = try writeTexts(of: document, entry, text, worker.folded, id: id)
    }
    part.entries.append(
      IndexedEntry(id: id, fingerprint: fingerprint, digest: digest, passages: first..<part.folded.passages.count))
    part.facets.add(document.facets, of: id)
  }

  /// Writes what results show of an entry, and answers what that adds to the number of the build.
  private func writeTexts(
    of document: SearchDocument, _ entry: SearchEntry, _ text: [UInt8], _ folded: borrowing FoldedEntry, id: Int
  ) throws -> UInt64 {
    var digest: UInt64 = 0
    for (number, passage) in folded.passages.enumerated() {
      let bytes = ResultText.bytes(
        document, entry, text: text[passage.bytes], isLast: number == folded.passages.count - 1)
      let path = ResultText.path(entry: id, passage: number)
      digest &+= OutputDigest.digest(path, bytes)
      try write(path, bytes)
    }
    return digest
  }
}

extension CorpusReader.Corpus {
  /// The shards that can differ from those of the earlier index, which has the same format.
  func changedShards(since earlier: EarlierIndex, _ shards: Shards) -> ShardSelection {
    var changed = ChangedShards(shards)
    var gone = earlier.entries[...]
    for entry in entries {
      while let before = gone.first, before.id < entry.id {
        changed.add(before: earlier.text(before), after: nil)
        gone.removeFirst()
      }
      guard let before = gone.first, before.id == entry.id else {
        changed.add(before: nil, after: folded.text(entry))
        continue
      }
      gone.removeFirst()
      let isSame = kept.contains(entry.id)
      let classes = (
        earlier.passages[before.passages.lowerBound].titleClass, folded.passages[entry.passages.lowerBound].titleClass
      )
      if isSame, classes.0 == classes.1 { continue }
      changed.add(before: earlier.text(before), after: folded.text(entry))
    }
    for before in gone { changed.add(before: earlier.text(before), after: nil) }
    return changed.selection
  }
}
