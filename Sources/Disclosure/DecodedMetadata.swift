import Archive
import Synchronization

/// What a document says of itself. By reference, so that documents that are not asked for it need no room for it.
@usableFromInline final class DecodedMetadata: Sendable {
  @usableFromInline let metadata: Metadata

  static let unread = DecodedMetadata(Metadata())

  init(_ metadata: Metadata) { self.metadata = metadata }

  /// To go through `metadata` from elsewhere would copy all of it for one field (measured: 540 instructions).
  @inlinable @inline(__always)
  subscript<Value>(field: KeyPath<Metadata, Value>) -> Value { metadata[keyPath: field] }

  /// As `ArchivedMetadata` reads it.
  func write(to writer: inout ByteWriter) { ArchivedMetadata.write(metadata, to: &writer) }
}

/// Metadata as an earlier build kept them, decoded once, when they are first asked for, by whichever thread asks.
@usableFromInline final class ArchivedMetadata: Sendable {
  private let bytes: StoredBytes
  private let decoded = AtomicLazyReference<DecodedMetadata>()

  /// - Parameter bytes: what `write` wrote.
  init(_ bytes: StoredBytes) { self.bytes = bytes }

  /// - Parameter path: of the document.
  func decoded(path: String) -> DecodedMetadata {
    if let decoded = decoded.load() { return decoded }
    let metadata = bytes.withBytes { bytes in
      var reader = ByteReader(bytes)
      var spans = ByteReader(reader.raw(reader.count()))
      let metadata = Metadata(&reader, spans: &spans, path: path)
      // The cache has compared its bytes with what this program wrote.
      assert(reader.isFinished && spans.isFinished)
      return metadata
    }
    // Two threads may both have decoded it: the first one's is everybody's.
    return decoded.storeIfNil(DecodedMetadata(metadata))
  }

  fileprivate static func write(_ metadata: borrowing Metadata, to writer: inout ByteWriter) {
    var spans = ByteWriter()
    metadata.writeSpans(to: &spans)
    writer.count(spans.count)
    spans.withUnsafeBytes { writer.raw($0) }
    metadata.write(to: &writer)
  }
}
