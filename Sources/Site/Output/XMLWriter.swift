import HTML

/// Appends XML to a buffer.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLWriter) -> Void) {
    open(name, attributes, end: ">\n")
    content(&self)
    bytes += "</\(name)>\n".utf8
  }

  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    open(name, attributes, end: ">")
    escape(text)
    bytes += "</\(name)>\n".utf8
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) { open(name, attributes, end: "/>\n") }

  private mutating func open(_ name: String, _ attributes: [(String, String)], end: String) {
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += end.utf8
  }

  /// XML 1.0 has no place for control characters but tabs and line ends.
  private mutating func escape(_ text: String) {
    let isAllowed = { (byte: UInt8) in byte >= 0x20 || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") }
    HTMLEscape.append(
      text.utf8.allSatisfy(isAllowed) ? text : String(decoding: text.utf8.filter(isAllowed), as: UTF8.self), to: &bytes)
  }
}
