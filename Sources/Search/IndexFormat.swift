import Archive

/// What all files of an index depend on: where it is another one, all of them are made.
struct IndexFormat: Sendable, Equatable {
  /// Of the measures, the folding and the kind of file.
  private let measures: Fingerprint
  let universe: Int
  let shards: Int
  let hasLongEntries: Bool

  init(_ limits: IndexLimits, foldsTraditional: Bool, shards: Shards, coder: PostingCoder) {
    measures = Fingerprint(of: "\(limits) \(Fold.version) \(foldsTraditional)")
    (universe, self.shards, hasLongEntries) = (coder.universe, shards.count, coder.hasLongEntries)
  }

  // MARK: - In the cache

  init(_ reader: inout ByteReader) {
    measures = reader.fingerprint()
    (universe, shards, hasLongEntries) = (reader.count(), reader.count(), reader.flag())
  }

  func write(to writer: inout ByteWriter) {
    writer.fingerprint(measures)
    writer.count(universe)
    writer.count(shards)
    writer.flag(hasLongEntries)
  }
}
