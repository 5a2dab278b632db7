import Diagnostics

/// Reads a report's numbers from a file of comma-separated values beside it: one that this product wrote, one number
/// a line, or the form's tables as a spreadsheet program saves them.
struct SheetReader {
  private(set) var statistics: ReportStatistics
  private(set) var diagnostics: [Diagnostic] = []
  private let grid: CellGrid
  private let path: String

  init(_ empty: ReportStatistics, csv bytes: [UInt8], path: String) {
    statistics = empty
    grid = CellGrid(csv: bytes)
    self.path = path
  }

  mutating func read() {
    if let columns = NumberList(grid.rows.first ?? []) {
      for row in grid.rows.dropFirst() where row.count > 1 { read(row, columns) }
    } else {
      let found = FormGrid(grid, form: statistics.form)
      for placement in found.placements { place(placement.cell, placement.table, placement.row, placement.column) }
      for label in found.unknown { reportUnknown(label, .anyRow) }
    }
    reportMissing()
  }

  /// The columns of the list that `ReportData` writes.
  private struct NumberList {
    let year, table, row, column, number: Int

    init?(_ head: [CellGrid.Cell]) {
      let place = { (name: String) in head.firstIndex { $0.text == name } }
      guard let table = place("分表"), let row = place("行代码"), let column = place("列代码"), let number = place("数"),
        let year = place("年度")
      else { return nil }
      (self.year, self.table, self.row, self.column, self.number) = (year, table, row, column, number)
    }

    var last: Int { max(year, table, row, column, number) }
  }

  private mutating func read(_ row: [CellGrid.Cell], _ columns: NumberList) {
    guard row.count > columns.last else {
      return report(.reportMissingNumber, row[0], zh: "这一行的列不全", en: "this line lacks columns")
    }
    guard row[columns.year].text == String(statistics.year) else {
      report(
        .reportYear, row[columns.year], zh: "这一行是 \(row[columns.year].text) 年度的数，报告是 \(statistics.year) 年度",
        en: "a number of \(row[columns.year].text) in the report on \(statistics.year)")
      return
    }
    let form = statistics.form
    guard let t = form.tableIndex[row[columns.table].text] else { return reportUnknown(row[columns.table], .table) }
    let table = form.tables[t]
    guard let r = table.rowIndex[row[columns.row].text] else {
      return reportUnknown(row[columns.row], .row(of: table.key))
    }
    guard let c = table.columnIndex[row[columns.column].text] else {
      return reportUnknown(row[columns.column], .column(of: table.key))
    }
    place(row[columns.number], t, r, c)
  }

  private mutating func place(_ cell: CellGrid.Cell, _ table: Int, _ row: Int, _ column: Int) {
    let form = statistics.form.tables[table]
    let span = SourceSpan(path: path, range: cell.range)
    if let first = statistics[table, row, column] {
      diagnostics.append(
        Diagnostic(
          .reportDuplicateName, at: span, zh: "\(form.name(row: row, column: column))：写了两次",
          en: "\(form.name(row: row, column: column)): written twice",
          notes: [.init(zh: "第一次写在这里", en: "first written here", at: first.span)]))
      return
    }
    let reader = NumberReader(form, row: row, column: column)
    named.insert(Place(table: table, row: row, column: column))
    guard let number = reader.read(cell.text, at: span, &diagnostics) else { return }
    statistics[table, row, column] = ReportStatistics.Cell(value: number, span: span, isWritten: true)
  }

  /// Cells that were there, readable or not.
  private var named: Set<Place> = []
  private struct Place: Hashable { let table, row, column: Int }

  private mutating func reportMissing() {
    for (t, table) in statistics.form.tables.enumerated() {
      let rows = table.numberRows.filter { row in
        !table.columns.indices.allSatisfy { named.contains(Place(table: t, row: row, column: $0)) }
      }
      guard !rows.isEmpty else { continue }
      let names = rows.prefix(3).map { "“\(table.rows[$0].label)”" }
      let more =
        rows.count > 3 ? Text(zh: "等 \(rows.count) 行", en: " and \(rows.count - 3) more") : Text(zh: "", en: "")
      diagnostics.append(
        Diagnostic(
          .reportMissingNumber, at: SourceSpan(path: path),
          zh: "\(table.label)：没有找到\(names.joined(separator: "、"))\(more.zh)，或者这些行的数不全",
          en: "\(table.label): \(names.joined(separator: ", "))\(more.en) not found, or without all numbers",
          fixes: [.init(zh: "行名照抄表上的文字，没有发生的填 0", en: "name rows as the form does, and write 0 for none")]))
    }
  }

  private mutating func reportUnknown(_ cell: CellGrid.Cell, _ level: FormLevel) {
    let form = statistics.form
    let unknown = UnknownName(
      name: cell.text, span: SourceSpan(path: path, range: cell.range), level: level, form: form, year: statistics.year)
    let labels = form.tables.flatMap { [$0.label] + ($0.rows + $0.columns).map(\.label) }
    diagnostics.append(unknown.diagnostic(in: Text(zh: "统计", en: "统计"), suggestions: labels))
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ cell: CellGrid.Cell, zh: String, en: String
  ) {
    diagnostics.append(Diagnostic(kind, at: SourceSpan(path: path, range: cell.range), zh: zh, en: en))
  }
}
