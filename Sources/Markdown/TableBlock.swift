import CCmark
import Diagnostics

/// A fenced block named `table`: settings, a line of dashes, then rows of comma-separated values or of `|` cells.
///
///     ```table
///     标题: 2017年收到和处理政府信息公开申请情况
///     单位: 件
///     表头行: 2
///     ---
///     项目, 本年数量, <
///     ^, 自然人, 法人
///     新收, 12, 3
///     ```
struct TableBlock {
  private(set) var diagnostics: [Diagnostic] = []
  private var settings = TableSettings()
  private var grid = TableGrid()

  static func isTable(_ info: UnsafeBufferPointer<UInt8>) -> Bool {
    info.elementsEqual("table".utf8) || info.elementsEqual("表格".utf8)
  }

  init(_ block: CmarkNode, _ locator: SourceLocator, _ lines: inout SourceLines) {
    let text = locator.text
    var rows = Self.contentLines(of: block, &lines)
    if let rule = rows.firstIndex(where: { Self.isRule(text, $0) }) {
      for line in rows[..<rule] where !line.isEmpty { diagnostics += settings.read(line, locator) }
      rows.removeFirst(rule + 1)
    }
    for line in rows where !text[line].allSatisfy({ $0 <= 0x20 }) { grid.append(TableRow(text, line), text) }
    diagnostics += grid.resolve(headerRows: settings.headerRows, locator)
    if grid.rows.isEmpty {
      diagnostics.append(
        Diagnostic(
          .brokenTable, at: locator.span(lines.range(of: block.startLine)), zh: "表格没有内容", en: "the table has no rows"))
    }
  }

  /// The block's lines, without the containers' signs before them.
  private static func contentLines(of block: CmarkNode, _ lines: inout SourceLines) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for line in block.literal.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let range = lines.range(of: block.startLine + 1 + result.count)
      result.append(max(range.lowerBound, range.upperBound - line.count)..<range.upperBound)
    }
    return result
  }

  private static func isRule(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let dashes = text[line].prefix { $0 == UInt8(ascii: "-") }
    return dashes.count >= 3 && text[dashes.endIndex..<line.upperBound].allSatisfy { $0 <= 0x20 }
  }

  // MARK: - Output

  /// The texts for the markup's gaps, in order.
  var contents: [TableContent] {
    [settings.caption, settings.unit].compactMap { $0.map { TableContent(range: $0) } }
      + grid.rows.joined().filter { $0.isOrigin && !$0.content.range.isEmpty }.map(\.content)
  }

  var markup: TableMarkup {
    var markup = TableMarkup()
    markup.append("<table>\n")
    appendCaption(to: &markup)
    let headerRows = min(settings.headerRows, grid.rows.count)
    for (number, row) in grid.rows.enumerated() {
      if number == 0, headerRows > 0 { markup.append("<thead>\n") }
      if number == headerRows { markup.append("<tbody>\n") }
      markup.append("<tr>\n")
      for (column, cell) in row.enumerated() where cell.isOrigin { append(cell, number, column, to: &markup) }
      markup.append("</tr>\n")
      if number + 1 == headerRows { markup.append("</thead>\n") }
    }
    if grid.rows.count > headerRows { markup.append("</tbody>\n") }
    markup.append("</table>\n")
    return markup
  }

  private func appendCaption(to markup: inout TableMarkup) {
    guard settings.caption != nil || settings.unit != nil else { return }
    markup.append("<caption>")
    if settings.caption != nil { markup.appendGap() }
    if settings.unit != nil {
      markup.append("<span class=\"unit\">单位：")
      markup.appendGap()
      markup.append("</span>")
    }
    markup.append("</caption>\n")
  }

  private func append(_ cell: TableGrid.Cell, _ row: Int, _ column: Int, to markup: inout TableMarkup) {
    let isEmpty = cell.content.range.isEmpty
    var scope: String?
    if row < settings.headerRows {
      scope = cell.columnSpan > 1 ? "colgroup" : "col"
    } else if column < settings.headerColumns {
      scope = cell.rowSpan > 1 ? "rowgroup" : "row"
    }
    // A header without words heads nothing.
    let tag = scope != nil && !isEmpty ? "th" : "td"
    markup.append(contentsOf: "<\(tag)")
    if let scope, !isEmpty { markup.append(contentsOf: " scope=\"\(scope)\"") }
    if cell.columnSpan > 1 { markup.append(contentsOf: " colspan=\"\(cell.columnSpan)\"") }
    if cell.rowSpan > 1 { markup.append(contentsOf: " rowspan=\"\(cell.rowSpan)\"") }
    // A header over several columns stands over their middle, however they are set.
    let isSpanning = row < settings.headerRows && cell.columnSpan > 1
    if column < settings.alignments.count, !isSpanning { markup.append(settings.alignments[column].attribute) }
    markup.append(">")
    if !isEmpty { markup.appendGap() }
    markup.append(contentsOf: "</\(tag)>\n")
  }
}
