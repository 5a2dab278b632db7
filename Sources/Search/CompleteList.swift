import Bytes

/// The entries that hold a string found too often for one page: a head for the first results, and the whole as blocks.
///
/// Filters, words combined by spaces and later result pages read the blocks, `l/…/KEY-N.json`. Each spans an equal
/// range of ids, so that a new entry changes one block of each of its strings.
struct CompleteList {
  /// One posting an entry, the first; in the order of ids.
  let postings: [PostingCoder.Posting]

  /// The blocks of longer strings are left out: their pages are few, and hold every posting.
  static let longestKey = 4
  /// How many of the best title matches and of the newest others a head holds: three pages of results.
  private static let headCount = 30

  init(_ postings: PostingCoder.Postings, _ coder: PostingCoder) {
    self.postings = Array(unsafeUninitializedCapacity: postings.count) { kept, count in
      var last = -1
      for posting in postings {
        let entry = coder.entry(of: posting)
        kept[count] = posting
        count += entry != last ? 1 : 0
        last = entry
      }
    }
  }

  /// Header record: gamma of entries, titles + 1 and blocks, then the head as a list.
  func appendHeader(_ coder: PostingCoder, to out: inout BitWriter) {
    let titles = postings.count { $0.isRanked }
    out.append(atMost: 24) {
      $0.appendGamma(postings.count)
      $0.appendGamma(titles + 1)
      $0.appendGamma(blockCount(coder))
    }
    let head = bestTitles(coder) + postings.reversed().lazy.filter { !$0.isRanked }.prefix(Self.headCount)
    head.sorted { $0.packed < $1.packed }.withUnsafeBufferPointer { coder.append($0, to: &out) }
  }

  /// The better class first, then the newer.
  private func bestTitles(_ coder: PostingCoder) -> [PostingCoder.Posting] {
    var classes = [[PostingCoder.Posting]](repeating: [], count: 1 << FoldedCorpus.titleBits)
    for posting in postings.reversed() where posting.isRanked {
      let titleClass = Int(coder.titleClass(posting))
      if classes[titleClass].count < Self.headCount { classes[titleClass].append(posting) }
    }
    return Array(classes.joined().prefix(Self.headCount))
  }

  /// Writes `l/…/KEY-N.json`.
  func writeBlocks(_ key: some Collection<UInt16>, _ coder: PostingCoder, _ write: SearchIndexBuilder.Write) throws {
    let count = blockCount(coder)
    let span = (coder.universe + count - 1) / count
    var rest = postings[...]
    for block in 0..<count {
      let part = rest.prefix { coder.entry(of: $0) < (block + 1) * span }
      rest = rest.dropFirst(part.count)
      var bits = BitWriter()
      part.withUnsafeBufferPointer { coder.append($0, base: block * span, universe: span, to: &bits) }
      var out = ByteBuffer(capacity: bits.count / 6 + 16)
      out.append("\"")
      bits.appendBase64(to: &out)
      out.append("\"")
      try write(Shards.path("l", key, suffix: "-\(block)"), out.array())
    }
  }

  /// A power of two, so that it seldom changes.
  private func blockCount(_ coder: PostingCoder) -> Int {
    let bits = postings.count * (BitWriter.riceParameter(universe: coder.universe, count: postings.count) + 2)
    var count = 1
    while count * coder.limits.block * 8 < bits { count *= 2 }
    return count
  }
}
