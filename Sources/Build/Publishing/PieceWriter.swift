import Archive

/// Writes the pieces of a file one after the other, and knows what of them is kept.
struct PieceWriter {
  private let file: Int32
  private let path: String
  private var hash: SHA256?
  private(set) var pieces = FilePieces()

  /// - Parameters:
  ///   - file: the descriptor of the file at `path`.
  ///   - hashes: whether `sha256` will be asked for.
  init(_ file: Int32, path: String, hashes: Bool) {
    self.file = file
    self.path = path
    hash = hashes ? SHA256() : nil
  }

  mutating func add(
    _ bytes: UnsafeRawBufferPointer, _ fingerprint: Fingerprint, key: Fingerprint?
  ) throws(MachineFailure) {
    try Disk.write(bytes, to: file, at: pieces.size, path)
    pieces.add(bytes.count, fingerprint, key: key)
    hash?.add(bytes.assumingMemoryBound(to: UInt8.self))
  }

  mutating func add(_ bytes: [UInt8], key: Fingerprint?) throws(MachineFailure) {
    try bytes.withUnsafeBufferPointer { bytes throws(MachineFailure) in
      let bytes = UnsafeRawBufferPointer(bytes)
      try add(bytes, Fingerprint(of: bytes), key: key)
    }
  }

  /// Of all pieces.
  var sha256: SHA256Digest? { hash?.digest }
}
