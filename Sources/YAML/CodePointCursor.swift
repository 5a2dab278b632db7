/// Turns libyaml's code point positions into byte offsets.
///
/// Positions come almost in order, so the cursor walks forward once over the text, and back only over the
/// few characters libyaml looked ahead.
struct CodePointCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where `bytes` begin in the file.
  let base: Int
  private var index = 0
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
    // libyaml skips a byte order mark without counting it.
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// The offset in the file of the code point with this index.
  mutating func offset(ofCodePoint target: Int) -> Int {
    while index < target, position < bytes.count {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      index += 1
    }
    while index > target, position > 0 {
      position -= 1
      while position > 0, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      index -= 1
    }
    return base + position
  }

  /// `end` moved left over white space and line ends, as a block scalar's range holds the lines after it.
  func trimmingWhitespace(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1 - base] <= 0x20 { end -= 1 }
    return end
  }
}
