/// A place in the corpus where a string may begin, seen from behind its first two units.
struct Suffix {
  /// The four units after the first two, so that most sorting need not go back to the text.
  var next: UInt64
  var position: UInt32
  var posting: PostingCoder.Posting

  /// The unit at `depth`, which is at least 2.
  @inline(__always)
  func unit(_ depth: Int, _ text: UnsafeBufferPointer<UInt16>) -> UInt16 {
    depth < 6
      ? UInt16(truncatingIfNeeded: next >> UInt64(80 - 16 * depth))
      : text[Int(position) + depth]
  }

  init() { self.init(next: 0, position: 0, posting: PostingCoder.Posting(passage: 0, .text)) }

  init(next: UInt64, position: UInt32, posting: PostingCoder.Posting) {
    (self.next, self.position, self.posting) = (next, position, posting)
  }

  @inline(__always)
  static func next(_ text: UnsafeBufferPointer<UInt16>, _ position: Int) -> UInt64 {
    UInt64(text[position + 2]) << 48 | UInt64(text[position + 3]) << 32
      | UInt64(text[position + 4]) << 16 | UInt64(text[position + 5])
  }
}
