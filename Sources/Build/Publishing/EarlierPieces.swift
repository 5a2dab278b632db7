import Archive
import Bytes
import Glibc

/// What the output has of a large file, for the next one to take over.
struct EarlierPieces: ~Copyable {
  private let file: Int32
  private let path: String
  private let byKey: [Fingerprint: FilePieces.Piece]
  private var buffer = ByteBuffer()

  /// - Parameters:
  ///   - path: of the file.
  ///   - pieces: that it was made of.
  /// - Returns: `nil` where there is no such file.
  init?(_ path: String, _ pieces: FilePieces) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    self.path = path
    byKey = pieces.byKey
  }

  deinit { close(file) }

  /// The piece that was made of the same, and its bytes, until the next one is asked for; `nil` where there is none, or
  /// its bytes are no longer what they were.
  mutating func piece(_ key: Fingerprint?) -> (bytes: UnsafeRawBufferPointer, fingerprint: Fingerprint)? {
    guard let piece = key.flatMap({ byKey[$0] }) else { return nil }
    buffer.removeAll()
    guard (try? Disk.append(file, from: piece.range.lowerBound, count: piece.range.count, path, to: &buffer)) != nil,
      buffer.count == piece.range.count
    else { return nil }
    let bytes = UnsafeRawBufferPointer(buffer.bytes)
    return Fingerprint(of: bytes) == piece.fingerprint ? (bytes, piece.fingerprint) : nil
  }
}
