/// HTML escaping of `& < > " '`, as the Mustache specification asks, safe in text and in quoted attributes.
enum HTMLEscape {
  /// The five bytes as bits of a word: all are below 64, and most bytes of Chinese text are not.
  private static let escapable: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  static func append(_ text: String, to buffer: inout [UInt8]) {
    let copied: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &buffer) }
    if copied == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &buffer) } }
  }

  /// Appends runs between escapable bytes as a whole.
  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
    var run = 0
    for i in bytes.indices {
      let byte = bytes[i]
      guard byte < 64, escapable &>> UInt64(byte) & 1 == 1 else { continue }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<i]))
      appendReference(for: byte, to: &buffer)
      run = i + 1
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run...]))
  }

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
