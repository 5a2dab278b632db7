/// A place in the corpus where a string may begin, seen from behind its first two units.
struct Suffix: BitwiseCopyable {
  /// Four units, the first in the lowest bits: those after the first two, later those after the next four.
  var next: UInt64
  let position: UInt32
  let posting: PostingCoder.Posting

  private static let window = MemoryLayout<UInt64>.size / MemoryLayout<UInt16>.size

  /// Whether the unit at `depth` is the first that `next` does not yet hold.
  @inline(__always)
  static func isBehindWindow(_ depth: Int) -> Bool { depth > 2 && (depth - 2) % window == 0 }

  /// Fetches the four units from `depth` on; there is text or padding behind the suffix.
  @inline(__always)
  mutating func read(_ depth: Int, _ text: UnsafeRawBufferPointer) {
    next = text.loadUnaligned(fromByteOffset: (Int(position) + depth) * MemoryLayout<UInt16>.size, as: UInt64.self)
  }

  /// The unit at `depth`, which `next` holds.
  @inline(__always)
  func unit(_ depth: Int) -> UInt16 { UInt16(truncatingIfNeeded: next &>> UInt64(16 &* ((depth &- 2) & 3))) }
}
