import Archive

/// Where the pieces of a large file stand in it, by what they were made of: where the next build would make one of them
/// again, it is taken from there.
struct FilePieces: Sendable {
  struct Piece: Sendable {
    /// What it was made of.
    let key: Fingerprint
    let range: Range<Int>
    /// Of its bytes: those in the output may have been changed in place since.
    let content: Fingerprint
  }

  private var pieces: [Piece] = []
  /// Of the whole file, in bytes.
  private(set) var size = 0

  init() {}

  /// The next piece of the file.
  mutating func add(_ bytes: [UInt8], key: Fingerprint?) {
    if let key { pieces.append(Piece(key: key, range: size..<size + bytes.count, content: Fingerprint(of: bytes))) }
    size += bytes.count
  }

  var byKey: [Fingerprint: Piece] { Dictionary(pieces.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }) }

  // MARK: - In the cache

  func write(to writer: inout ByteWriter) {
    writer.list(pieces) { piece, writer in
      for fingerprint in [piece.key, piece.content] { writer.fingerprint(fingerprint) }
      for bound in [piece.range.lowerBound, piece.range.upperBound] { writer.integer(bound) }
    }
  }

  /// - Parameter bytes: what `write` wrote.
  init(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    pieces = reader.list { reader in
      let (key, content) = (reader.fingerprint(), reader.fingerprint())
      let (start, end) = (reader.integer(), reader.integer())
      return Piece(key: key, range: start..<max(start, end), content: content)
    }
  }
}
