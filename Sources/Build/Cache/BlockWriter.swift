import Archive

/// Writes a file that `MappedFile` reads, a block at a time: with a hundred thousand documents the whole would take as
/// much memory again as the documents.
struct BlockWriter: ~Copyable {
  /// Bytes that have one fingerprint: so that several workers can tell whether they are what was written, and one can
  /// tell it of a few.
  static let size = 1 << 16

  private let file: Int32
  private let path: String
  private var written = 0
  private var fingerprints: [Fingerprint] = []
  private var bytes = ByteWriter(capacity: size * 2)

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

  /// Any number of bytes as they stand.
  mutating func append(_ more: UnsafeRawBufferPointer) throws(MachineFailure) {
    var rest = more[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.size - bytes.count)
      rest = rest.dropFirst(part.count)
      try append { $0.raw(UnsafeRawBufferPointer(rebasing: part)) }
    }
  }

  /// Ends the file in the fingerprints of its blocks, and one of all of them.
  mutating func finish() throws(MachineFailure) {
    if bytes.count > 0 { try flush(bytes.count) }
    Self.finish(fingerprints, count: written, in: &bytes)
    try write(bytes.count)
  }

  private mutating func flush(_ count: Int) throws(MachineFailure) {
    fingerprints.append(
      bytes.withUnsafeBytes { Fingerprint(of: UnsafeRawBufferPointer(rebasing: $0.prefix(count))) })
    try write(count)
  }

  private mutating func write(_ count: Int) throws(MachineFailure) {
    let (file, path, offset) = (file, path, written)
    try bytes.withUnsafeBytes { bytes throws(MachineFailure) in
      try Disk.write(UnsafeRawBufferPointer(rebasing: bytes.prefix(count)), to: file, at: offset, path)
    }
    written += count
    bytes.removeFirst(count)
  }

  // MARK: - The end of a file

  static func blocks(in count: Int) -> Int { (count + size - 1) / size }

  /// How many bytes stand before the fingerprints in a file of so many; `nil` where no file has so many.
  static func count(ofFileOf bytes: Int) -> Int? {
    // A block takes its own bytes and its fingerprint's.
    let count = bytes - 16 - (bytes - 16 + size + 15) / (size + 16) * 16
    return count > 0 && count + 16 * blocks(in: count) + 16 == bytes ? count : nil
  }

  /// - Parameter count: how many bytes the blocks have together.
  static func finish(_ fingerprints: [Fingerprint], count: Int, in writer: inout ByteWriter) {
    for fingerprint in fingerprints { writer.fingerprint(fingerprint) }
    writer.fingerprint(fingerprint(of: fingerprints, count: count))
  }

  static func fingerprint(of blocks: [Fingerprint], count: Int) -> Fingerprint {
    var all = Fingerprint()
    all.add(count)
    for block in blocks { all.add(block) }
    return all
  }
}
