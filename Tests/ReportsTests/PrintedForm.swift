@testable import Reports

/// The tables of a balanced report as they leave a word processor or a spreadsheet.
struct PrintedForm {
  let report: BalancedReport

  /// A cell of the printed grid; `nil` where a merged cell reaches.
  typealias Cell = String?

  /// As a spreadsheet program saves it: merged cells leave blanks.
  var csv: String {
    rows.map { row in row.map { Self.quoted($0 ?? "") }.joined(separator: ",") + "\r\n" }.joined()
  }

  /// As copied from a page: a row a line, tabs between cells, merged cells left out.
  var tabbed: String { rows.map { $0.compactMap(\.self).joined(separator: "\t") + "\n" }.joined() }

  /// As some viewers copy: a cell a line.
  var stacked: String {
    rows.flatMap { $0.compactMap(\.self) }.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }

  var rows: [[Cell]] {
    report.form.sheets.flatMap { sheet in
      switch sheet.layout {
      case .blocks: sheet.tables.flatMap { blocks($0, width: sheet.tables.map(\.columns.count).max() ?? 1) }
      case .matrix: sheet.tables.flatMap(matrix)
      case .across: sheet.tables.flatMap(across)
      case .list: sheet.tables.flatMap(list)
      }
    }
  }

  private func number(_ table: ReportTable, _ row: ReportLine, _ column: ReportLine) -> String {
    report.numbers[table.key]?[row.key]?[column.key].map { String($0) } ?? ""
  }

  private func blocks(_ table: ReportTable, width: Int) -> [[Cell]] {
    let stretch = [Cell](repeating: nil, count: width - table.columns.count)
    return [
      [table.label] + [Cell](repeating: nil, count: width), [table.corner] + table.columns.map(\.label) + stretch,
    ]
      + table.rows.map { row in [row.label] + table.columns.map { number(table, row, $0) } + stretch }
  }

  private func matrix(_ table: ReportTable) -> [[Cell]] {
    let side = HeadRun.depth(table.rows) + 1
    let blank = [Cell](repeating: nil, count: side)
    var rows: [[Cell]] = [
      [table.corner] + blank.dropFirst() + [table.head ?? ""] + [Cell](repeating: nil, count: table.columns.count - 1)
    ]
    for level in 0...HeadRun.depth(table.columns) {
      rows.append(blank + table.columns.indices.map { head(table.columns, $0, level) })
    }
    for (r, row) in table.rows.enumerated() {
      let groups = row.groups.indices.map { HeadRun(table.rows, startingAt: r, level: $0)?.label }
      let rest = [Cell](repeating: nil, count: side - groups.count - 1)
      rows.append(groups + [row.label] + rest + table.columns.map { number(table, row, $0) })
    }
    return rows
  }

  private func head(_ columns: [ReportLine], _ column: Int, _ level: Int) -> Cell {
    if let run = HeadRun(columns, startingAt: column, level: level) { return run.label }
    return columns[column].groups.count == level ? columns[column].label : nil
  }

  private func across(_ table: ReportTable) -> [[Cell]] {
    let width = table.columns.count
    let depth = HeadRun.depth(table.rows)
    var rows: [[Cell]] = (0...depth).map { level in
      table.rows.indices.flatMap { r in [head(table.rows, r, level)] + [Cell](repeating: nil, count: width - 1) }
    }
    rows.append(table.rows.flatMap { _ in table.columns.map { $0.label } })
    rows.append(table.rows.flatMap { row in table.columns.map { number(table, row, $0) } })
    return rows
  }

  private func list(_ table: ReportTable) -> [[Cell]] {
    [[table.corner, "单位"] + table.columns.map { $0.label }]
      + table.rows.map { row in [row.label, row.unit ?? ""] + table.columns.map { number(table, row, $0) } }
  }
}
