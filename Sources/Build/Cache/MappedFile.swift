import Archive
import Glibc
import Workers

/// A file of the cache, mapped into memory. Every block of it has a fingerprint, and the whole of them another, which
/// it ends in.
final class MappedFile: ByteStore {
  /// Less the fingerprints.
  ///
  /// Safe to share: they are there as long as this object is, and nothing changes those that others read. No build writes
  /// to a file of another, as one at a time has the lock of the output; `MappedFile.write` puts a new file in the place of
  /// the old one, which stays; and `patch` is called by one thread, for records whose documents have been read anew, or
  /// whose files have been made anew: nobody asks for what they were any more.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  /// Of the blocks.
  private let fingerprints: [Fingerprint]
  private let path: String
  private let mapped: Int

  /// `nil` where there is no such file, or its bytes are not those that were written.
  ///
  /// - Parameter pool: compares all bytes; without it only the fingerprints are, for who asks for a few bytes and
  ///   whether these are sound.
  init?(_ path: String, pool: WorkerPool?) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      let count = BlockWriter.count(ofFileOf: Int(info.st_size))
    else { return nil }
    // Shared, so that `patch` sees what it has written.
    let flags = MAP_SHARED | (pool == nil ? 0 : Int32(MAP_POPULATE))
    guard let start = mmap(nil, Int(info.st_size), PROT_READ, flags, file, 0), start != MAP_FAILED else { return nil }
    self.path = path
    mapped = Int(info.st_size)
    bytes = UnsafeRawBufferPointer(start: start, count: count)
    var end = ByteReader(UnsafeRawBufferPointer(start: start + count, count: mapped - count))
    fingerprints = (0..<BlockWriter.blocks(in: count)).map { _ in end.fingerprint() }
    guard end.fingerprint() == BlockWriter.fingerprint(of: fingerprints, count: count) else { return nil }
    guard let pool else { return }
    let sound = pool.map(fingerprints.count, state: {}) { _, block in isSound(block: block) }
    guard sound.allSatisfy({ $0 }) else { return nil }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), mapped) }

  /// Whether some bytes are those that were written.
  func isSound(_ range: Range<Int>) -> Bool { blocks(of: range).allSatisfy(isSound) }

  private func isSound(block: Int) -> Bool { Fingerprint(of: bytes(ofBlock: block)) == fingerprints[block] }

  private func blocks(of range: Range<Int>) -> Range<Int> {
    range.lowerBound / BlockWriter.size..<BlockWriter.blocks(in: range.upperBound)
  }

  private func bytes(ofBlock block: Int) -> UnsafeRawBufferPointer {
    let start = block * BlockWriter.size
    return UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + BlockWriter.size, bytes.count)])
  }

  // MARK: - Writing

  /// Writes a file that `init` reads, in one step: it is there whole or not at all.
  static func write(
    to path: String, _ body: (inout BlockWriter) throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    try Disk.replace(path) { file, path throws(MachineFailure) in
      var blocks = BlockWriter(file, path: path)
      try body(&blocks)
      try blocks.finish()
    }
  }

  /// Other bytes for some that are sound.
  struct Patch {
    let offset: Int
    let bytes: [UInt8]
  }

  /// Changes bytes where they stand, and the fingerprints with them. Who is stopped in between leaves a damaged file.
  func patch(_ patches: [Patch]) throws(MachineFailure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(path, doing: "写入", "write") }
    defer { close(file) }
    for patch in patches { try Disk.write(patch.bytes, to: file, at: patch.offset, path) }
    var fingerprints = fingerprints
    for patch in patches {
      for block in blocks(of: patch.offset..<patch.offset + patch.bytes.count) {
        fingerprints[block] = Fingerprint(of: bytes(ofBlock: block))
      }
    }
    var end = ByteWriter()
    BlockWriter.finish(fingerprints, count: bytes.count, in: &end)
    try Disk.write(end.bytes, to: file, at: bytes.count, path)
  }
}
