/// A table with merged heads above and at the side.
struct MatrixTable {
  let table: ReportTable
  let position: Int
  let statistics: ReportStatistics

  private var sideDepth: Int { HeadRun.depth(table.rows) + 1 }
  private var headID: String { "\(table.id())-head" }

  func append(to writer: inout HTMLWriter) {
    appendHead(&writer)
    writer.markup("<tbody>\n")
    for row in table.rows.indices { append(row: row, &writer) }
    writer.markup("</tbody>\n")
  }

  private func appendHead(_ writer: inout HTMLWriter) {
    let columns = table.columns
    let depth = HeadRun.depth(columns) + 1
    let above = table.head == nil ? 0 : 1
    writer.markup("<thead>\n<tr>")
    writer.element(
      "td", [("colspan", HTMLWriter.span(sideDepth)), ("rowspan", HTMLWriter.span(depth + above))], table.corner)
    if let head = table.head {
      writer.head(head, id: headID, scope: "colgroup", columns: columns.count)
      writer.markup("</tr>\n<tr>")
    }
    for level in 0..<depth {
      if level > 0 { writer.markup("</tr>\n<tr>") }
      for (c, column) in columns.enumerated() {
        if let run = HeadRun(columns, startingAt: c, level: level) {
          let id = table.groupID(columns, c, level: level, "c")
          writer.head(run.label, id: id, scope: "colgroup", columns: run.lines.count)
        } else if column.groups.count == level {
          writer.head(column.label, id: table.id(column, "c"), scope: "col", rows: depth - level)
        }
      }
    }
    writer.markup("</tr>\n</thead>\n")
  }

  private func append(row: Int, _ writer: inout HTMLWriter) {
    let line = table.rows[row]
    writer.markup("<tr>")
    for level in line.groups.indices {
      guard let run = HeadRun(table.rows, startingAt: row, level: level) else { continue }
      let id = table.groupID(table.rows, row, level: level, "r")
      writer.head(run.label, id: id, scope: "rowgroup", rows: run.lines.count)
    }
    writer.head(line.label, id: table.id(line, "r"), scope: "row", columns: sideDepth - line.groups.count)
    let side = table.headers(table.rows, row, "r")
    let above = table.head == nil ? [] : [headID]
    for column in table.columns.indices {
      writer.number(statistics[position, row, column], side + above + table.headers(table.columns, column, "c"))
    }
    writer.markup("</tr>\n")
  }
}
