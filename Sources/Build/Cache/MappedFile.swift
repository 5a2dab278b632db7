import Archive
import Glibc

/// A file of the cache, mapped into memory. It ends in a fingerprint of all that stands before it.
final class MappedFile: Sendable {
  /// Less the fingerprint. Never written to, and there as long as this object is.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let mapped: Int

  private static let trailer = 16
  private static let block = 1 << 20

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
  static func write(_ bytes: consuming ByteWriter, to path: String, pool: WorkerPool) throws(MachineFailure) {
    let all = bytes.withUnsafeBytes { fingerprint(of: $0, pool) }
    bytes.fingerprint(all)
    try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try Disk.replace(path, with: bytes) }
  }

  /// Of blocks apart, so that several workers share them.
  private static func fingerprint(of bytes: UnsafeRawBufferPointer, _ pool: WorkerPool) -> Fingerprint {
    // Blocks are read only, and no longer than the call.
    nonisolated(unsafe) let bytes = bytes
    let blocks = pool.map((bytes.count + block - 1) / block, chunk: 4, state: {}) { _, i in
      Fingerprint(of: UnsafeRawBufferPointer(rebasing: bytes[i * block..<min((i + 1) * block, bytes.count)]))
    }
    var all = Fingerprint()
    all.add(bytes.count)
    for block in blocks { all.add(block) }
    return all
  }
}
