/// A table whose rows stand beside each other in a single line of numbers.
struct AcrossTable {
  let table: ReportTable
  let position: Int
  let statistics: ReportStatistics

  func append(to writer: inout HTMLWriter) {
    let rows = table.rows
    let depth = HeadRun.depth(rows)
    let width = table.columns.count
    writer.markup("<thead>\n")
    for level in 0...depth + 1 {
      writer.markup("<tr>")
      for (r, row) in rows.enumerated() {
        if let run = HeadRun(rows, startingAt: r, level: level) {
          let id = table.groupID(rows, r, level: level, "r")
          writer.head(run.label, id: id, scope: "colgroup", columns: run.lines.count * width)
        } else if row.groups.count == level {
          writer.head(row.label, id: table.id(row, "r"), scope: "colgroup", columns: width)
        } else if row.groups.count + 1 == level {
          for column in table.columns {
            writer.head(column.label, id: id(row, column), scope: "col", rows: depth + 2 - level)
          }
        }
      }
      writer.markup("</tr>\n")
    }
    writer.markup("</thead>\n<tbody>\n<tr>")
    for (r, row) in rows.enumerated() {
      let above = table.headers(rows, r, "r")
      for (c, column) in table.columns.enumerated() {
        writer.number(statistics[position, r, c], above + [id(row, column)])
      }
    }
    writer.markup("</tr>\n</tbody>\n")
  }

  private func id(_ row: ReportLine, _ column: ReportLine) -> String { "\(table.id(row, "r"))-\(column.key)" }
}
