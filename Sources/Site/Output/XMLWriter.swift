import Bytes

/// Writes XML.
struct XMLWriter: ~Copyable {
  private var buffer = ByteBuffer(capacity: 1 << 12)

  init() { buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") }

  var bytes: [UInt8] { buffer.array() }

  mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLWriter) -> Void) {
    open(name, attributes)
    buffer.append(">\n")
    content(&self)
    close(name)
  }

  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    open(name, attributes)
    buffer.append(">")
    escape(text)
    close(name)
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes)
    buffer.append("/>\n")
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    buffer.append("<")
    buffer.append(contentsOf: name)
    for (name, value) in attributes {
      buffer.append(" ")
      buffer.append(contentsOf: name)
      buffer.append("=\"")
      escape(value)
      buffer.append("\"")
    }
  }

  private mutating func close(_ name: String) {
    buffer.append("</")
    buffer.append(contentsOf: name)
    buffer.append(">\n")
  }

  /// XML 1.0 has no control characters.
  private mutating func escape(_ text: String) {
    guard text.utf8.contains(where: Self.isControl) else { return buffer.append(escaping: text) }
    buffer.append(escaping: String(decoding: text.utf8.filter { !Self.isControl($0) }, as: UTF8.self))
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t")
  }
}
