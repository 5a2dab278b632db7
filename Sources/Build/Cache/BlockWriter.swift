import Archive

/// Writes a file that `MappedFile` reads, a block at a time: with a hundred thousand documents the whole would take as
/// much memory again as the documents.
struct BlockWriter: ~Copyable {
  /// Bytes that have one fingerprint: so that several workers can tell whether they are what was written.
  static let size = 1 << 20

  private let file: Int32
  private let path: String
  private var written = 0
  private var fingerprints: [Fingerprint] = []
  private var bytes = ByteWriter(capacity: size + 1 << 16)

  init(_ file: Int32, path: String) {
    self.file = file
    self.path = path
  }

  /// How many bytes there are.
  var count: Int { written + bytes.count }

  mutating func append(_ write: (inout ByteWriter) -> Void) throws(MachineFailure) {
    write(&bytes)
    while bytes.count >= Self.size { try flush(Self.size) }
  }

  /// Ends the file in a fingerprint of all that stands before it.
  mutating func finish() throws(MachineFailure) {
    if bytes.count > 0 { try flush(bytes.count) }
    bytes.fingerprint(Self.fingerprint(of: fingerprints, count: written))
    try flush(bytes.count)
  }

  private mutating func flush(_ count: Int) throws(MachineFailure) {
    let (file, path, offset) = (file, path, written)
    let fingerprint = try bytes.withUnsafeBytes { bytes throws(MachineFailure) in
      let block = UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
      try Disk.write(block, to: file, at: offset, path)
      return Fingerprint(of: block)
    }
    fingerprints.append(fingerprint)
    written += count
    bytes.removeFirst(count)
  }

  /// - Parameters:
  ///   - blocks: the fingerprints of the blocks.
  ///   - count: how many bytes they have together.
  static func fingerprint(of blocks: [Fingerprint], count: Int) -> Fingerprint {
    var all = Fingerprint()
    all.add(count)
    for block in blocks { all.add(block) }
    return all
  }
}
