import Archive

/// An index that was made: what of an earlier one stands as it was, and what the next one can take over.
public struct SearchIndex: Sendable {
  let format: IndexFormat
  let corpus: FoldedCorpus
  /// In the order of ids.
  let entries: [IndexedEntry]
  let shardDigests: [UInt64]
  let shards: Shards
  /// The shards that were made.
  let selection: ShardSelection
  /// The ids of entries whose result texts were not made.
  let keptEntries: Set<Int>

  /// The file readers fetch first; made every time.
  public static let manifest = "search.json"

  /// Whether a file of the earlier index stands as it was. The others were made, or are no more.
  ///
  /// - Parameter path: below `search/`, in UTF-8.
  public func keeps(_ path: UnsafeRawBufferPointer) -> Bool {
    switch IndexPath(path, shards) {
    case .shard(let shard): shard < shards.count && !selection.contains(shard)
    case .entry(let id): keptEntries.contains(id)
    case .other: false
    }
  }

  /// Writes what `EarlierIndex` reads, piece by piece.
  public func write<Failure>(
    _ append: ((inout ByteWriter) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    let count = corpus.unitCount
    try append { writer in
      format.write(to: &writer)
      writer.integer(count * EarlierIndex.unitSize)
    }
    let piece = 1 << 18
    for start in stride(from: 0, to: count, by: piece) {
      try append { writer in
        corpus.units.withUnsafeBytes { bytes in
          let range = start * EarlierIndex.unitSize..<min(start + piece, count) * EarlierIndex.unitSize
          writer.raw(UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
      }
    }
    try append { writer in
      writer.list(corpus.passages) { $0.write(to: &$1) }
      writer.list(entries) { $0.write(to: &$1) }
      writer.list(shardDigests) { $1.word($0) }
    }
  }
}
