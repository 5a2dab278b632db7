import CCmark

/// Blocks that CommonMark does not have reach libcmark as headings whose text begins with a mark and a sign for what
/// they are. Of all blocks a `#` heading alone needs no blank line before or after it, stands on one line, ends
/// whatever paragraph it meets, and has inline content.
enum StructureMark {
  static let prefix: StaticString = "# \u{10FFFF}"

  enum Kind: UInt8 {
    /// A line of three colons: begins or ends a container.
    case container = 0x3A
    /// Begins a table, followed by its number.
    case table = 0x74
    /// A table's cell or caption.
    case cell = 0x7C
    /// Begins a footnote's list item.
    case footnote = 0x5E
    /// Ends the footnotes; the document's own text follows.
    case body = 0x2F
  }

  /// What a heading stands for; nothing if it is the editor's own.
  static func kind(of heading: CmarkNode) -> Kind? {
    guard let first = heading.firstChild, first.type == CMARK_NODE_TEXT else { return nil }
    let text = first.literal
    guard text.count > Mark.byteCount, Mark.isMark(text, at: 0), !Mark.isMark(text, at: Mark.byteCount) else {
      return nil
    }
    return Kind(rawValue: text[Mark.byteCount])
  }
}
