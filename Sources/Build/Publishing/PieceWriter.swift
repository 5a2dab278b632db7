import Archive

/// Writes the pieces of a file one after the other, and knows what of them is kept.
struct PieceWriter: Sendable {
  private let file: Int32
  private let path: String
  private var hash: SHA256?
  private(set) var pieces = FilePieces()
  /// What stopped it.
  private(set) var failure: MachineFailure?

  /// - Parameters:
  ///   - file: the descriptor of the file at `path`.
  ///   - hashes: whether `sha256` will be asked for.
  init(_ file: Int32, path: String, hashes: Bool) {
    self.file = file
    self.path = path
    hash = hashes ? SHA256() : nil
  }

  mutating func add(_ content: FilePieces.Content, key: Fingerprint?) {
    guard failure == nil else { return }
    do throws(MachineFailure) {
      try Disk.write(content.bytes, to: file, at: pieces.size, path)
      pieces.add(content, key: key)
      hash?.add(content.bytes)
    } catch {
      failure = error
    }
  }

  /// Of all pieces.
  var sha256: SHA256Digest? { hash?.digest }
}
