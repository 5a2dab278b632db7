import Bytes

/// Writes XML.
struct XMLWriter: ~Copyable {
  private var buffer = ByteBuffer(capacity: 1 << 12)

  init() { buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") }

  var bytes: [UInt8] { buffer.array() }

  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String)] = [], _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    buffer.append(">\n")
    content(&self)
    close(name)
  }

  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String) {
    open(name, attributes)
    buffer.append(">")
    escape(text)
    close(name)
  }

  mutating func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    open(name, attributes)
    buffer.append("/>\n")
  }

  private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    buffer.append("<")
    buffer.append(name)
    for (name, value) in attributes {
      buffer.append(" ")
      buffer.append(name)
      buffer.append("=\"")
      escape(value)
      buffer.append("\"")
    }
  }

  private mutating func close(_ name: StaticString) {
    buffer.append("</")
    buffer.append(name)
    buffer.append(">\n")
  }

  /// XML 1.0 has no control characters.
  private mutating func escape(_ text: String) {
    guard text.withBytes({ $0.contains(where: Self.isControl) }) else { return buffer.append(escaping: text) }
    buffer.append(escaping: String(decoding: text.utf8.filter { !Self.isControl($0) }, as: UTF8.self))
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t")
  }
}
