/// Escaping of `& < > " '`, safe in text and in quoted attributes of HTML and XML, as the Mustache specification asks.
extension ByteBuffer {
  /// The five bytes as bits of a word: all are below 64, and most bytes of Chinese text are not.
  private static let escapable: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  public mutating func append(escaping text: String) {
    text.withBytes { append(escaping: $0) }
  }

  /// Appends runs between escapable bytes as a whole; most texts have none.
  private mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var run = 0
    var i = ByteWord.plainEnd(of: base, from: 0, to: bytes.count, Self.isPlain)
    while i < bytes.count {
      let byte = base[i]
      i &+= 1
      guard byte < 64, Self.escapable &>> UInt64(byte) & 1 == 1 else { continue }
      append(base + run, i &- 1 &- run)
      appendReference(for: byte)
      run = i
      i = ByteWord.plainEnd(of: base, from: i, to: bytes.count, Self.isPlain)
    }
    append(base + run, bytes.count &- run)
  }

  @inline(__always)
  private static func isPlain(_ word: ByteWord) -> Bool {
    if word.hasNoneBelow64 { return true }
    // `&` and `'` differ in one bit, and so do `<` and `>`.
    let ampersands = word.mask(of: UInt8(ascii: "&"), ignoring: 1)
    let angles = word.mask(of: UInt8(ascii: "<"), ignoring: 2)
    return ampersands | angles | word.mask(of: UInt8(ascii: "\"")) == 0
  }

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
