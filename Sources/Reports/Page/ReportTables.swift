/// The tables of a report as its form prints them, each below the charts of its numbers.
struct ReportTables {
  let statistics: ReportStatistics

  func html(section: Int?) -> [UInt8] {
    var writer = HTMLWriter()
    var first = 0
    for sheet in statistics.form.sheets {
      if sheet.section == section {
        statistics.charts(from: sheet).forEach { writer.figure($0) }
        append(sheet, firstTable: first, to: &writer)
      }
      first += sheet.tables.count
    }
    return writer.bytes
  }

  private func append(_ sheet: ReportSheet, firstTable: Int, to writer: inout HTMLWriter) {
    writer.start(
      "div",
      [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", "\(sheet.title)（表）")])
    writer.start("table", [("class", "report-table report-\(sheet.layout.rawValue)"), ("aria-label", sheet.title)])
    writer.markup("\n")
    switch sheet.layout {
    case .blocks: blocks(sheet, firstTable, &writer)
    case .matrix:
      for (i, table) in sheet.tables.enumerated() {
        MatrixTable(table: table, position: firstTable + i, statistics: statistics).append(to: &writer)
      }
    case .across:
      for (i, table) in sheet.tables.enumerated() {
        AcrossTable(table: table, position: firstTable + i, statistics: statistics).append(to: &writer)
      }
    case .list:
      for (i, table) in sheet.tables.enumerated() { list(table, firstTable + i, &writer) }
    }
    writer.markup("</table></div>\n")
  }

  /// Small tables below each other on one grid; the last column of a narrow one is stretched.
  private func blocks(_ sheet: ReportSheet, _ firstTable: Int, _ writer: inout HTMLWriter) {
    let width = sheet.tables.map(\.columns.count).max() ?? 1
    for (i, table) in sheet.tables.enumerated() {
      let stretch = width - table.columns.count + 1
      let last = table.columns.count - 1
      writer.markup("<tbody>\n<tr>")
      writer.head(table.label, id: table.id(), scope: "rowgroup", columns: width + 1)
      writer.markup("</tr>\n<tr>")
      writer.element("th", [("scope", "col")], table.corner)
      for (c, column) in table.columns.enumerated() {
        writer.head(column.label, id: table.id(column, "c"), scope: "col", columns: c == last ? stretch : 1)
      }
      writer.markup("</tr>\n")
      for (r, row) in table.rows.enumerated() {
        writer.markup("<tr>")
        writer.head(row.label, id: table.id(row, "r"), scope: "row")
        for (c, column) in table.columns.enumerated() {
          let headers = [table.id(), table.id(row, "r"), table.id(column, "c")]
          writer.number(statistics[firstTable + i, r, c], headers, columns: c == last ? stretch : 1)
        }
        writer.markup("</tr>\n")
      }
      writer.markup("</tbody>\n")
    }
  }

  private func list(_ table: ReportTable, _ position: Int, _ writer: inout HTMLWriter) {
    let unit = "\(table.id())-unit"
    writer.markup("<thead>\n<tr>")
    writer.head(table.corner, id: table.id(), scope: "col")
    writer.head("单位", id: unit, scope: "col")
    for column in table.columns { writer.head(column.label, id: table.id(column, "c"), scope: "col") }
    writer.markup("</tr>\n</thead>\n<tbody>\n")
    for (r, row) in table.rows.enumerated() {
      writer.markup("<tr>")
      writer.head(row.label, id: table.id(row, "r"), scope: "row", level: row.level)
      writer.element("td", [("headers", "\(table.id(row, "r")) \(unit)")], row.unit ?? "")
      for (c, column) in table.columns.enumerated() {
        writer.number(statistics[position, r, c], [table.id(row, "r"), table.id(column, "c")])
      }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>\n")
  }
}

extension ReportTable {
  /// Identifiers of head cells, alone on a page: `stat-applications-r-new`.
  func id() -> String { "stat-\(key)" }
  func id(_ line: ReportLine, _ kind: String) -> String { "\(id())-\(kind)-\(line.key)" }
}

extension ReportStatistics {
  /// The parts that have tables, counted from one, in the form's order; `nil` for an annex.
  public var tableSections: [Int?] { form.sheets.map(\.section) }

  /// The tables of one part of the report, counted from one; `nil` for those annexed to it.
  public func tablesHTML(section: Int?) -> [UInt8] { ReportTables(statistics: self).html(section: section) }
}
