/// A place in the corpus where a string may begin, seen from behind its first two units.
struct Suffix: BitwiseCopyable {
  /// The four units after the first two, the first in the lowest bits: most sorting need not go back to the text.
  var next: UInt64
  let position: UInt32
  let posting: PostingCoder.Posting

  /// The unit at `depth`, which is at least 2.
  @inline(__always)
  func unit(_ depth: Int, _ text: UnsafeBufferPointer<UInt16>) -> UInt16 {
    depth < 6 ? UInt16(truncatingIfNeeded: next &>> UInt64(16 &* (depth &- 2))) : text[Int(position) + depth]
  }
}
