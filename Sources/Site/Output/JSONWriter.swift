import Bytes

/// Writes JSON. Members are written in the order they are given.
struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var needsComma: Bool

  /// - Parameters:
  ///   - capacity: how many bytes are likely to be written.
  ///   - followsItem: whether what is written goes on with an array that has an item already.
  init(capacity: Int = 768, followsItem: Bool = false) {
    buffer = ByteBuffer(capacity: capacity)
    needsComma = followsItem
  }

  var bytes: [UInt8] { buffer.array() }

  mutating func object(_ members: (inout JSONWriter) -> Void) { nested("{", "}", members) }
  mutating func array(_ items: (inout JSONWriter) -> Void) { nested("[", "]", items) }

  mutating func key(_ name: String) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    separate()
    buffer.append(value)
  }

  mutating func boolean(_ value: Bool) {
    separate()
    if value { buffer.append("true") } else { buffer.append("false") }
  }

  mutating func string(_ value: String) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    value.withBytes { escape($0) }
    buffer.append(UInt8(ascii: "\""))
  }

  mutating func member(_ name: String, text: [UInt8]) {
    key(name)
    separate()
    buffer.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { escape($0) }
    buffer.append(UInt8(ascii: "\""))
  }

  /// A value that is JSON already.
  mutating func member(_ name: String, json: [UInt8]) {
    key(name)
    separate()
    buffer.append(contentsOf: json)
  }

  /// A line feed between items, for files that people compare.
  mutating func newline() { buffer.append(UInt8(ascii: "\n")) }

  private mutating func nested(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void) {
    begin(open)
    content(&self)
    end(close)
  }

  /// The bracket that begins an array or an object.
  mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    buffer.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func end(_ bracket: Unicode.Scalar) {
    buffer.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// RFC 8259; `<` too, so that the text can stand inside a script element. Runs without anything to escape, nearly
  /// all of Chinese text, are copied whole.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    var i = ByteWord.plainEnd(of: base, from: 0, to: text.count, Self.isPlain)
    while i < text.count {
      let byte = base[i]
      i += 1
      guard Self.isSpecial(byte) else { continue }
      buffer.append(base + start, i - 1 - start)
      start = i
      buffer.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
      case UInt8(ascii: "\n"): buffer.append(UInt8(ascii: "n"))
      default:
        buffer.append("u00")
        for digit in [byte >> 4, byte & 15] {
          buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      }
      i = ByteWord.plainEnd(of: base, from: i, to: text.count, Self.isPlain)
    }
    buffer.append(base + start, text.count - start)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
  }

  @inline(__always)
  private static func isPlain(_ word: ByteWord) -> Bool {
    if word.hasNoASCII { return true }
    let quoted = word.mask(of: UInt8(ascii: "\"")) | word.mask(of: UInt8(ascii: "\\"))
    return quoted | word.mask(of: UInt8(ascii: "<")) | word.mask(below: 0x20) == 0
  }
}
