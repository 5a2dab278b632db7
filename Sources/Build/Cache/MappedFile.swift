import Archive
import Glibc
import Workers

/// A file of the cache, mapped into memory. It ends in a fingerprint of all that stands before it.
final class MappedFile: Sendable {
  /// Less the fingerprint. Never written to, and there as long as this object is.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let mapped: Int

  private static let trailer = 16

  /// `nil` where there is no such file, or its bytes are not those that were written.
  init?(_ path: String, pool: WorkerPool) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > Self.trailer else { return nil }
    let size = Int(info.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0), start != MAP_FAILED else {
      return nil
    }
    mapped = size
    bytes = UnsafeRawBufferPointer(start: start, count: size - Self.trailer)
    var end = ByteReader(UnsafeRawBufferPointer(start: start + size - Self.trailer, count: Self.trailer))
    guard end.fingerprint() == Self.fingerprint(of: bytes, pool) else { return nil }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), mapped) }

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

  private static func fingerprint(of bytes: UnsafeRawBufferPointer, _ pool: WorkerPool) -> Fingerprint {
    // Blocks are read only, and no longer than the call.
    nonisolated(unsafe) let bytes = bytes
    let size = BlockWriter.size
    let blocks = pool.map((bytes.count + size - 1) / size, chunk: 4, state: {}) { _, i in
      Fingerprint(of: UnsafeRawBufferPointer(rebasing: bytes[i * size..<min((i + 1) * size, bytes.count)]))
    }
    return BlockWriter.fingerprint(of: blocks, count: bytes.count)
  }
}
