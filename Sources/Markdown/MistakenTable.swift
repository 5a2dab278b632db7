import Diagnostics

extension DiagnosticKind {
  static let mistakenTable = DiagnosticKind(
    "markdown.mistaken-table", .warning, zh: "竖线写的几行没有成为表格", en: "rows of cells that make no table")
}

/// Rows of cells in a paragraph that an editor meant for a table, and GFM does not take for one.
///
/// A delimiter row with a pipe is a sign of one, and so are rows with pipes at both ends; a pipe between words is not.
struct MistakenTable {
  private enum Fault {
    case noDelimiters
    case noHeader
    case delimiters(count: Int)
  }

  private let fault: Fault
  /// The columns the delimiter row should have.
  private let columns: Int
  /// The line where the fault is seen.
  private let place: Range<Int>

  /// The first one in a paragraph, or in a heading that is underlined, without a table.
  init?(in block: BlockLayout, _ lines: inout SourceLines) {
    let text = lines.text
    var isBelowRow = false
    for line in block.startLine...block.endLine {
      let content = block.content(ofLine: line)
      let above = line > block.startLine ? block.content(ofLine: line - 1) : nil
      if let delimiters = PipeRow.alignments(text, content), isBelowRow || text[content].contains(UInt8(ascii: "|")) {
        let columns = above.map { PipeRow(text, $0).cells.count } ?? delimiters.count
        guard above == nil || columns != delimiters.count else { return nil }
        fault = above == nil ? .noHeader : .delimiters(count: delimiters.count)
        (self.columns, place) = (columns, content)
        return
      }
      let isRow = Self.isRow(text, content)
      if isBelowRow, isRow, let above {
        fault = .noDelimiters
        (columns, place) = (PipeRow(text, above).cells.count, above)
        return
      }
      isBelowRow = isRow
    }
    return nil
  }

  /// Whether a line is two cells or more with pipes at both ends.
  private static func isRow(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    text[line].first == UInt8(ascii: "|") && text[line].last { $0 > 0x20 } == UInt8(ascii: "|")
      && PipeRow(text, line).cells.count > 1
  }

  func diagnostic(_ locator: SourceLocator) -> Diagnostic {
    let (message, wayOut) = words
    return Diagnostic(
      .mistakenTable, at: locator.span(place), zh: message.zh, en: message.en,
      fixes: [Diagnostic.Fix(zh: wayOut.zh, en: wayOut.en)])
  }

  private var words: (message: Text, wayOut: Text) {
    let delimiters = "|" + String(repeating: " --- |", count: columns)
    switch fault {
    case .noDelimiters:
      return (
        Text(zh: "表头下面没有分隔行，这几行不会成为表格", en: "no delimiter row is below the header; these lines are no table"),
        Text(
          zh: "在这一行下面加一行 \(delimiters)；不是表格的，行首的竖线写成 \\|",
          en: "add a line below this one: \(delimiters); or write \\| for the first pipe of what is no table")
      )
    case .noHeader:
      return (
        Text(zh: "分隔行上面没有表头，这几行不会成为表格", en: "no header is above the delimiter row; these lines are no table"),
        Text(
          zh: "紧接着这一行，在上面写 \(columns) 列的表头，中间不空行",
          en: "write a header of \(columns) columns on the line above, with no blank line between")
      )
    case .delimiters(let count):
      return (
        Text(
          zh: "表头有 \(columns) 列，分隔行有 \(count) 列，这几行不会成为表格",
          en: "the header has \(columns) columns and the delimiter row \(count); these lines are no table"),
        Text(
          zh: "列数写成一样：\(delimiters)；单元格里的竖线写成 \\|",
          en: "make them equal: \(delimiters); write \\| for a pipe in a cell")
      )
    }
  }
}
