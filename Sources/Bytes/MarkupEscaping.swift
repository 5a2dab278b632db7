/// Escaping of `& < > " '`, safe in text and in quoted attributes of HTML and XML, as the Mustache specification asks.
extension ByteBuffer {
  /// The five bytes as bits of a word: all are below 64, and most bytes of Chinese text are not.
  private static let escapable: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  public mutating func append(escaping text: consuming String) {
    text.withUTF8 { append(escaping: $0) }
  }

  /// Appends runs between escapable bytes as a whole.
  private mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    var run = 0
    var i = 0
    while i < bytes.count {
      if i + 8 <= bytes.count, Self.isPlain(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) {
        i += 8
        continue
      }
      let byte = base[i]
      if byte < 64, Self.escapable &>> UInt64(byte) & 1 == 1 {
        append(base + run, i - run)
        appendReference(for: byte)
        run = i + 1
      }
      i += 1
    }
    append(base + run, bytes.count - run)
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

  private mutating func appendReference(for byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append("&#39;")
    }
  }
}

extension String {
  /// With `& < > " '` as references.
  public var htmlEscaped: String {
    var buffer = ByteBuffer(capacity: utf8.count + 64)
    buffer.append(escaping: self)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
