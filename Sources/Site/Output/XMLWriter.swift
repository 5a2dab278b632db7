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

  /// XML 1.0: the five characters, and no control characters.
  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"), 0x20...: bytes.append(byte)
      default: break
      }
    }
  }
}
