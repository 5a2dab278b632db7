/// Appends JSON to a buffer. Members are written in the order they are given.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// - Parameter capacity: how many bytes are likely to be written.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func object(_ members: (inout JSONWriter) -> Void) { nested("{", "}", members) }
  mutating func array(_ items: (inout JSONWriter) -> Void) { nested("[", "]", items) }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
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
    bytes += String(value).utf8
  }

  mutating func boolean(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
  }

  mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func member(_ name: String, text: [UInt8]) {
    key(name)
    separate()
    bytes.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A value that is JSON already.
  mutating func member(_ name: String, json: [UInt8]) {
    key(name)
    separate()
    bytes += json
  }

  /// A line feed between items, for files that people compare.
  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func nested(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void) {
    begin(open)
    content(&self)
    end(close)
  }

  /// The bracket that begins an array or an object.
  mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func end(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// RFC 8259; `<` too, so that the text can stand inside a script element. Runs without anything to escape, nearly
  /// all of Chinese text, are copied whole.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(text)
    var start = 0
    var i = 0
    while i < text.count {
      // Eight bytes of Chinese text.
      if i + 8 <= text.count,
        raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
      {
        i += 8
        continue
      }
      let byte = text[i]
      defer { i += 1 }
      guard Self.isSpecial(byte) else { continue }
      bytes += UnsafeBufferPointer(rebasing: text[start..<i])
      start = i + 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    bytes += UnsafeBufferPointer(rebasing: text[start...])
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
  }
}
