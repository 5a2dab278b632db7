import Archive

/// Where the pieces of a large file stand in it, by what they were made of: where the next build would make one of them
/// again, it is taken from there.
struct FilePieces: Sendable {
  private var pieces: [(key: Fingerprint, range: Range<Int>)] = []
  /// Of the whole file, in bytes.
  private(set) var size = 0

  init() {}

  /// The next piece of the file.
  mutating func add(_ key: Fingerprint?, count: Int) {
    if let key { pieces.append((key, size..<size + count)) }
    size += count
  }

  var ranges: [Fingerprint: Range<Int>] { Dictionary(pieces, uniquingKeysWith: { first, _ in first }) }

  // MARK: - In the cache

  func write(to writer: inout ByteWriter) {
    writer.list(pieces) { piece, writer in
      writer.fingerprint(piece.key)
      for bound in [piece.range.lowerBound, piece.range.upperBound] { writer.integer(bound) }
    }
  }

  /// - Parameter bytes: what `write` wrote.
  init(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    pieces = reader.list { reader in
      let (key, start, end) = (reader.fingerprint(), reader.integer(), reader.integer())
      return (key, start..<max(start, end))
    }
  }
}
