import Bytes

/// Takes footnote definitions, `[^label]: text`, out of the text and puts them before it.
///
/// libcmark would read a one-word definition as a link's. Moved to the front as the items of a list, which a marked
/// heading ends, definitions cannot change how the text around them is read, and are parsed with the same references.
/// A definition goes on over lines indented by four columns, blank lines between them, and lines that lazily
/// continue a paragraph, as in GFM.
struct FootnoteParser {
  struct Definition {
    /// As compared: in lower case.
    let label: String
    /// Of `[^label]:`, in the text given to the parser.
    let range: Range<Int>
  }

  private(set) var definitions: [Definition] = []
  private var lines: SourceLines
  private let text: UnsafeBufferPointer<UInt8>

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    lines = SourceLines(text)
  }

  /// Rewrites `text` into `output` and gives the definitions in the order they stand in there; none, and nothing
  /// written, where the text has none.
  static func rewrite(_ text: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> [Definition] {
    guard text.firstRange(of: "[^") != nil else { return [] }
    var parser = FootnoteParser(text)
    let taken = parser.findDefinitions()
    guard !taken.isEmpty else { return [] }
    output.begin(with: text)
    for (definition, extent) in zip(parser.definitions, taken) {
      output.insert("-   # \u{10FFFF}^\n    ", at: definition.range.lowerBound)
      output.copy(extent.content, of: text)
      output.insert("\n", at: extent.content.upperBound)
    }
    output.insert("# \u{10FFFF}/\n", at: 0)
    var copied = 0
    for extent in taken {
      output.copy(copied..<extent.whole.lowerBound, of: text)
      copied = extent.whole.upperBound
    }
    output.copy(copied..<text.count, of: text)
    return parser.definitions
  }

  private struct Extent {
    let whole: Range<Int>
    let content: Range<Int>
  }

  private mutating func findDefinitions() -> [Extent] {
    var found: [Extent] = []
    var fence: CodeFence?
    var line = 1
    while lines.start(of: line) < text.count {
      let range = lines.range(of: line)
      line += 1
      if let open = fence {
        if open.isClosed(by: UnsafeBufferPointer(rebasing: text[range])) { fence = nil }
        continue
      }
      fence = CodeFence(UnsafeBufferPointer(rebasing: text[range]))
      guard fence == nil, let colon = definitionColon(range) else { continue }
      var start = colon + 1
      while start < range.upperBound, isBlank(text[start]) { start += 1 }
      line = lastLine(after: line, hasText: start < range.upperBound)
      let end = max(range.upperBound, lines.range(of: line - 1).upperBound)
      found.append(Extent(whole: range.lowerBound..<end, content: start..<end))
    }
    return found
  }

  /// The colon of `[^label]:` at the start of a line; notes the definition.
  private mutating func definitionColon(_ line: Range<Int>) -> Int? {
    var start = line.lowerBound
    while start < line.upperBound, start - line.lowerBound < 4, text[start] == UInt8(ascii: " ") { start += 1 }
    guard start - line.lowerBound < 4, start + 2 < line.upperBound, text[start] == UInt8(ascii: "["),
      text[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var end = start + 2
    while end < line.upperBound, text[end] != UInt8(ascii: "]"), !isBlank(text[end]) { end += 1 }
    guard end > start + 2, end + 1 < line.upperBound, text[end] == UInt8(ascii: "]"),
      text[end + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = String(decoding: text[(start + 2)..<end], as: UTF8.self).lowercased()
    definitions.append(Definition(label: label, range: start..<(end + 2)))
    return end + 1
  }

  /// The line after a definition's last.
  private mutating func lastLine(after first: Int, hasText: Bool) -> Int {
    var line = first
    var end = first
    var continuesParagraph = hasText
    while lines.start(of: line) < text.count {
      let range = lines.range(of: line)
      if text[range].allSatisfy({ isBlank($0) }) {
        continuesParagraph = false
      } else if isIndented(range) {
        continuesParagraph = true
        end = line + 1
      } else if continuesParagraph, isPlainText(range) {
        end = line + 1
      } else {
        break
      }
      line += 1
    }
    return end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private func isIndented(_ line: Range<Int>) -> Bool {
    for (column, byte) in text[line].prefix(4).enumerated() {
      if byte == UInt8(ascii: "\t") { return true }
      if byte != UInt8(ascii: " ") { return false }
      if column == 3 { return true }
    }
    return false
  }

  /// Whether a line cannot begin a block of another kind.
  private func isPlainText(_ line: Range<Int>) -> Bool {
    guard let first = text[line].first(where: { !isBlank($0) }) else { return false }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return false
    default: return !("#>-*+`~:|[<=_" as StaticString).contains(first)
    }
  }
}

/// The line that opens a block of fenced code (CommonMark §4.5).
private struct CodeFence {
  private let character: UInt8
  private let length: Int

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    let start = line.prefix { $0 == UInt8(ascii: " ") }.count
    guard start < 4, start < line.count else { return nil }
    character = line[start]
    guard character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else { return nil }
    var end = start
    while end < line.count, line[end] == character { end += 1 }
    length = end - start
    guard length >= 3, character == UInt8(ascii: "~") || !line[end...].contains(character) else { return nil }
  }

  func isClosed(by line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let closing = CodeFence(line), closing.character == character, closing.length >= length else { return false }
    return line.drop { $0 == UInt8(ascii: " ") }.dropFirst(closing.length).allSatisfy { $0 <= UInt8(ascii: " ") }
  }
}
