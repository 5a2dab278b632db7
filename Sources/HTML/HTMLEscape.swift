/// `& < > " '` as references: safe in text and in quoted attributes of HTML and XML, as the Mustache specification asks.
public enum HTMLEscape {
  /// The five bytes as bits of a word: all are below 64, and most bytes of Chinese text are not.
  private static let escapable: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  public static func append(_ text: String, to buffer: inout [UInt8]) {
    let copied: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &buffer) }
    if copied == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &buffer) } }
  }

  public static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends runs between escapable bytes as a whole.
  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
    let raw = UnsafeRawBufferPointer(bytes)
    var run = 0
    var i = 0
    while i < bytes.count {
      if i + 8 <= bytes.count, isPlain(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) {
        i += 8
        continue
      }
      let byte = bytes[i]
      if byte < 64, escapable &>> UInt64(byte) & 1 == 1 {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<i]))
        appendReference(for: byte, to: &buffer)
        run = i + 1
      }
      i += 1
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run...]))
  }

  /// Whether none of eight bytes is escapable.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    // All are 64 or more, as those of Chinese text are.
    if (word | word << 1) & highBits == highBits { return true }
    // `&` and `'` differ in one bit, and so do `<` and `>`.
    let matches = zeroes(in: (word | ones) ^ (ones &* 0x27)) | zeroes(in: (word | ones << 1) ^ (ones &* 0x3E))
    return (matches | zeroes(in: word ^ (ones &* 0x22))) == 0
  }

  /// Not zero when one of the bytes is.
  @inline(__always)
  private static func zeroes(in word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func appendReference(for byte: UInt8, to buffer: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): buffer.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): buffer.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): buffer.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): buffer.append(contentsOf: "&quot;".utf8)
    default: buffer.append(contentsOf: "&#39;".utf8)
    }
  }
}
