import Archive

/// Where the pieces of a large file stand in it, by what they were made of: where the next build would make one of them
/// again, it is taken from there.
struct FilePieces: Sendable {
  struct Piece: Sendable {
    /// What it was made of.
    let key: Fingerprint
    let range: Range<Int>
    /// Of its bytes: those in the output may have been changed in place since.
    let fingerprint: Fingerprint
  }

  private var pieces: [Piece] = []
  /// Of the whole file, in bytes.
  private(set) var size = 0

  init() {}

  /// The next piece of the file, of so many bytes.
  mutating func add(_ count: Int, _ fingerprint: Fingerprint, key: Fingerprint?) {
    let range = size..<size + count
    if let key { pieces.append(Piece(key: key, range: range, fingerprint: fingerprint)) }
    size = range.upperBound
  }

  var byKey: [Fingerprint: Piece] { Dictionary(pieces.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }) }

  // MARK: - In the cache

  func write(to writer: inout ByteWriter) {
    writer.list(pieces) { piece, writer in
      for fingerprint in [piece.key, piece.fingerprint] { writer.fingerprint(fingerprint) }
      for bound in [piece.range.lowerBound, piece.range.upperBound] { writer.integer(bound) }
    }
  }

  /// What `write` wrote.
  init(_ reader: inout ByteReader) {
    pieces = reader.list { reader in
      let (key, fingerprint) = (reader.fingerprint(), reader.fingerprint())
      let (start, end) = (reader.integer(), reader.integer())
      return Piece(key: key, range: start..<max(start, end), fingerprint: fingerprint)
    }
  }
}
