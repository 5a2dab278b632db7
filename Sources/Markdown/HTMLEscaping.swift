import Bytes

/// HTML as libcmark writes it: the same characters escaped, in the same way.
extension ByteBuffer {
  /// Text or an attribute's value: `&`, `<`, `>` and `"` become entities.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    var index = ByteWord.plainEnd(of: base, from: 0, to: text.count, Self.needsNoEntity)
    while index < text.count {
      let byte = base[index]
      index &+= 1
      guard byte < 0x3F, let entity = Self.entity(for: byte) else { continue }
      append(base + start, index &- 1 &- start)
      append(entity)
      start = index
      index = ByteWord.plainEnd(of: base, from: index, to: text.count, Self.needsNoEntity)
    }
    append(base + start, text.count &- start)
  }

  mutating func appendEscaped(contentsOf text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  mutating func appendHref(contentsOf url: String) {
    var url = url
    url.withUTF8 { appendHref($0) }
  }

  /// A link's destination in an attribute: percent-encoded but for what a URL may hold, `&` and `'` as entities.
  mutating func appendHref(_ url: UnsafeBufferPointer<UInt8>) {
    guard let base = url.baseAddress else { return }
    var start = 0
    for (index, byte) in url.enumerated() where !Self.isSafeInHref(byte) {
      append(base + start, index - start)
      start = index + 1
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      }
    }
    append(base + start, url.count - start)
  }

  @inline(__always)
  private static func needsNoEntity(_ word: ByteWord) -> Bool {
    if word.hasNoneBelow64 { return true }
    // `<` and `>` differ in one bit.
    let angles = word.mask(of: UInt8(ascii: "<"), ignoring: 2)
    return angles | word.mask(of: UInt8(ascii: "&")) | word.mask(of: UInt8(ascii: "\"")) == 0
  }

  private static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Which of the ASCII characters below 64, and which of those above, may stand in a URL: letters, digits and
  /// `!#$%()*+,-./:;=?@_~`.
  private static let safeInHref: (UInt64, UInt64) = (0xAFFF_FF3A_0000_0000, 0x47FF_FFFE_87FF_FFFF)

  @inline(__always)
  private static func isSafeInHref(_ byte: UInt8) -> Bool {
    let members = byte < 0x40 ? safeInHref.0 : byte < 0x80 ? safeInHref.1 : 0
    return members >> UInt64(byte & 0x3F) & 1 != 0
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
  }
}

/// Destinations that run code or smuggle content, as libcmark's safe mode sees them.
enum UnsafeLink {
  private static let images: [StaticString] = ["image/png", "image/gif", "image/jpeg", "image/webp"]

  static func matches(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    if hasPrefix(url, "data:") { return !images.contains { hasPrefix(url, $0, from: 5) } }
    return hasPrefix(url, "javascript:") || hasPrefix(url, "vbscript:") || hasPrefix(url, "file:")
  }

  private static func hasPrefix(
    _ url: UnsafeBufferPointer<UInt8>, _ prefix: StaticString, from start: Int = 0
  ) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= url.count else { return false }
    for index in 0..<prefix.utf8CodeUnitCount {
      let byte = url[start + index]
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      guard (isUpper ? byte | 0x20 : byte) == prefix.utf8Start[index] else { return false }
    }
    return true
  }
}
