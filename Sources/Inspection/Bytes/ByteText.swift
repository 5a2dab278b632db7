/// UTF-8 bytes that may be read past their edges: a position outside the text reads as zero.
///
/// Detectors look behind and ahead of what they find; with this they need no bounds arithmetic of
/// their own. A value must not outlive the buffer it was made from.
struct ByteText {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// The buffer itself, for loops that keep within its bounds by themselves.
  var buffer: UnsafeBufferPointer<UInt8> { bytes }

  @inline(__always)
  subscript(position: Int) -> UInt8 {
    UInt(bitPattern: position) < UInt(bitPattern: bytes.count) ? bytes[position] : 0
  }

  func has(_ word: StaticString, at position: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position >= 0, position + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] { return false }
    return true
  }

  func has(_ word: StaticString, before position: Int) -> Bool {
    has(word, at: position - word.utf8CodeUnitCount)
  }

  func hasAny(of words: [StaticString], at position: Int) -> Bool {
    words.contains { has($0, at: position) }
  }

  func hasAny(of words: [StaticString], before position: Int) -> Bool {
    words.contains { has($0, before: position) }
  }

  /// Where `word` begins for the last time within `range`.
  func lastPosition(of word: StaticString, in range: Range<Int>) -> Int? {
    var position = min(range.upperBound, bytes.count) - word.utf8CodeUnitCount
    while position >= range.lowerBound {
      if has(word, at: position) { return position }
      position -= 1
    }
    return nil
  }

  /// Where `word` begins for the first time within `range`.
  func firstPosition(of word: StaticString, in range: Range<Int>) -> Int? {
    var position = max(range.lowerBound, 0)
    let last = min(range.upperBound, bytes.count) - word.utf8CodeUnitCount
    while position <= last {
      if has(word, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// The start of the character that ends just before `position`.
  func characterStart(before position: Int) -> Int {
    var start = position - 1
    while start > 0, position - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return max(start, 0)
  }

  /// The end of the character that begins at `position`; continuation bytes out of place count one by one.
  func characterEnd(after position: Int) -> Int {
    let width =
      switch self[position] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    return min(position + width, bytes.count)
  }

  /// Whether a Chinese character of the basic block (U+4E00 to U+9FFF) begins at `position`.
  func isHan(at position: Int) -> Bool {
    switch self[position] {
    case 0xE4: self[position + 1] >= 0xB8
    case 0xE5...0xE9: true
    default: false
    }
  }

  /// The text of `range`; broken UTF-8 reads as U+FFFD.
  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// Calls `body` with the bytes as a text that may be read past its edges.
  func withByteText<Result>(_ body: (ByteText) -> Result) -> Result {
    withUnsafeBufferPointer { body(ByteText($0)) }
  }
}
