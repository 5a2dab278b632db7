/// A GFM table found in a paragraph: its header line, its delimiter row, and the rows after it.
struct PipeTable {
  /// The header's line.
  let firstLine: Int
  /// The line after the last row's.
  let endLine: Int
  let alignments: [ColumnAlignment]
  /// Header first.
  let rows: [PipeRow]

  /// Rows may be short of this many cells in all; the rows after that are no longer part of the table, so that a
  /// wide header and many short rows cannot make output without measure.
  private static let maximumMissingCells = 0x10000

  /// The first table whose header is on `line` or later.
  init?(in block: BlockLayout, from line: Int, _ lines: inout SourceLines) {
    var header = line
    while header < block.endLine {
      if let table = PipeTable(in: block, headerLine: header, &lines) {
        self = table
        return
      }
      header += 1
    }
    return nil
  }

  private init?(in block: BlockLayout, headerLine: Int, _ lines: inout SourceLines) {
    let delimiterLine = headerLine + 1
    let delimiters = block.content(ofLine: delimiterLine)
    guard let alignments = PipeRow.alignments(lines.text, delimiters), !Self.isUnderline(lines.text[delimiters]),
      block.repeatsContainers(line: delimiterLine, in: &lines),
      !block.isIndentedAsCode(line: delimiterLine, in: &lines)
    else { return nil }
    let header = PipeRow(lines.text, block.content(ofLine: headerLine))
    guard header.cells.count == alignments.count else { return nil }
    var rows = [header]
    var line = delimiterLine + 1
    var missing = 0
    while line <= block.endLine, Self.isRow(line, of: block, &lines) {
      let row = PipeRow(lines.text, block.content(ofLine: line))
      missing += max(0, alignments.count - row.cells.count)
      guard !row.cells.isEmpty, missing <= Self.maximumMissingCells else { break }
      rows.append(row)
      line += 1
    }
    self.firstLine = headerLine
    self.endLine = line
    self.alignments = alignments
    self.rows = rows
  }

  /// Whether a line of dashes alone makes the line above a heading rather than a table's header.
  private static func isUnderline(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.drop { $0 == UInt8(ascii: "-") }.allSatisfy { $0 <= 0x20 }
  }

  /// Whether a line of a paragraph is a row when the paragraph is a table: it does not begin what may not interrupt
  /// a paragraph, but may well follow a table.
  private static func isRow(_ line: Int, of block: BlockLayout, _ lines: inout SourceLines) -> Bool {
    guard block.repeatsContainers(line: line, in: &lines), !block.isIndentedAsCode(line: line, in: &lines) else {
      return false
    }
    let content = lines.text[block.content(ofLine: line)]
    guard let first = content.first else { return false }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      let isThematicBreak = content.count { $0 == first } > 2 && content.allSatisfy { $0 == first || $0 <= 0x20 }
      return !isThematicBreak && !isSpaceOrEnd(content, content.startIndex + 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = content.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.count < 10, digits.endIndex < content.endIndex else { return true }
      let isDelimiter = content[digits.endIndex] == UInt8(ascii: ".") || content[digits.endIndex] == UInt8(ascii: ")")
      return !(isDelimiter && isSpaceOrEnd(content, digits.endIndex + 1))
    case UInt8(ascii: "<"):
      // A tag alone on its line begins an HTML block (CommonMark §4.6, condition 7).
      guard let close = content.firstIndex(of: UInt8(ascii: ">")) else { return true }
      return !content[(close + 1)...].allSatisfy { $0 <= 0x20 }
    default: return true
    }
  }

  private static func isSpaceOrEnd(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ index: Int) -> Bool {
    index >= text.endIndex || text[index] <= 0x20
  }

  // MARK: - Output

  var markup: TableMarkup {
    var markup = TableMarkup()
    markup.append("<table>\n<thead>\n")
    for (number, row) in rows.enumerated() {
      if number == 1 { markup.append("<tbody>\n") }
      markup.append("<tr>\n")
      for (column, alignment) in alignments.enumerated() {
        markup.append(number == 0 ? "<th scope=\"col\"" : "<td")
        markup.append(alignment.attribute)
        markup.append(">")
        if column < row.cells.count, !row.cells[column].isEmpty { markup.appendGap() }
        markup.append(number == 0 ? "</th>\n" : "</td>\n")
      }
      markup.append(number == 0 ? "</tr>\n</thead>\n" : "</tr>\n")
    }
    markup.append(rows.count > 1 ? "</tbody>\n</table>\n" : "</table>\n")
    return markup
  }

  /// The texts for the markup's gaps, in order. A pipe in them is escaped, in code spans too.
  var contents: [TableContent] {
    let pipe = (UInt8(ascii: "\\"), UInt8(ascii: "|"))
    return rows.flatMap { $0.cells.prefix(alignments.count).filter { !$0.isEmpty } }
      .map { TableContent(range: $0, escape: pipe) }
  }

  /// What each row has in cells the header has no column for, in one range a row.
  var surplus: [Range<Int>] {
    rows.compactMap { row in
      let cells = row.cells.dropFirst(alignments.count).filter { !$0.isEmpty }
      guard let first = cells.first, let last = cells.last else { return nil }
      return first.lowerBound..<last.upperBound
    }
  }
}
