import Bytes

/// Writes markup and escaped text.
struct HTMLWriter: ~Copyable {
  private var buffer = ByteBuffer()

  var bytes: [UInt8] { buffer.array() }

  mutating func markup(_ text: String) { buffer.append(contentsOf: text) }

  /// Markup made elsewhere.
  mutating func append(_ markup: [UInt8]) { buffer.append(contentsOf: markup) }

  mutating func text(_ text: String) { buffer.append(escaping: text) }

  /// A start tag, the text and the end tag. Attributes without a value are left out.
  mutating func element(_ name: String, _ attributes: [(String, String?)] = [], _ content: String) {
    start(name, attributes)
    text(content)
    markup("</\(name)>")
  }

  mutating func start(_ name: String, _ attributes: [(String, String?)] = []) {
    markup("<\(name)")
    for (attribute, value) in attributes {
      guard let value else { continue }
      markup(" \(attribute)=\"")
      text(value)
      markup("\"")
    }
    markup(">")
  }
}
