/// Appends markup and escaped text to bytes.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Markup made elsewhere.
  mutating func append(_ markup: [UInt8]) { bytes += markup }

  /// `& < > " '` as references, safe in text and in quoted attributes.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }

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

  /// A head cell; spans of one are not written.
  mutating func head(_ content: String, id: String, scope: String, columns: Int = 1, rows: Int = 1, level: Int? = nil) {
    element(
      "th",
      [
        ("id", id), ("scope", scope), ("colspan", Self.span(columns)), ("rowspan", Self.span(rows)),
        ("class", level.map { "level-\($0)" }),
      ], content)
  }

  static func span(_ count: Int) -> String? { count > 1 ? String(count) : nil }
}
