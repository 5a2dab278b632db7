/// Appends markup and escaped text to bytes.
public struct HTMLWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Markup made elsewhere.
  public mutating func append(_ markup: [UInt8]) { bytes += markup }

  /// `& < > " '` as references, safe in text and in quoted attributes.
  public mutating func text(_ text: String) { HTMLEscape.append(text, to: &bytes) }

  /// A start tag, the text and the end tag. Attributes without a value are left out.
  public mutating func element(_ name: String, _ attributes: [(String, String?)] = [], _ content: String) {
    start(name, attributes)
    text(content)
    markup("</\(name)>")
  }

  public mutating func start(_ name: String, _ attributes: [(String, String?)] = []) {
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
