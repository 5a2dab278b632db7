import Archive

/// What all files of an index depend on: where it is another one, all of them are made.
struct IndexFormat: Sendable, Equatable {
  /// Without the same, not even the folded texts of another index can be taken over.
  let measures: Fingerprint
  let universe: Int
  let shards: Int
  let hasLongEntries: Bool

  /// Of what is known before any text: how large the parts are, and how texts are folded.
  static func measures(_ limits: IndexLimits, foldsTraditional: Bool) -> Fingerprint {
    Fingerprint(of: "\(limits) \(Fold.version) \(foldsTraditional)")
  }

  init(_ measures: Fingerprint, shards: Shards, coder: PostingCoder) {
    self.measures = measures
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
