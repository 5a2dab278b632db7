import Diagnostics
import YAML

/// The numbers of one yearly report, in the tables of its form.
public struct ReportStatistics: Sendable {
  /// A number and the place it was written.
  public struct Cell: Sendable, Hashable {
    public let value: ReportNumber
    public let span: SourceSpan
    /// `false` for a zero that `其余: 0` stands for.
    public let isWritten: Bool
  }

  public let form: ReportForm
  /// The year reported on.
  public let year: Int
  /// The whole of the front matter's `统计`.
  public let span: SourceSpan
  /// By table of the form, row by row; `nil` where nothing readable was written, which has been reported.
  private var cells: [[Cell?]]

  init(form: ReportForm, year: Int, span: SourceSpan) {
    self.form = form
    self.year = year
    self.span = span
    cells = form.tables.map { Array(repeating: nil, count: $0.rows.count * $0.columns.count) }
  }

  /// Reads a file of comma-separated values that holds the numbers: one line a number, as `csv()` writes it, or the
  /// form's tables as a spreadsheet program saves them.
  /// - Parameter span: where the front matter names the file.
  /// - Returns: `nil` only when no form with tables is for that year, which is reported.
  public static func read(
    csv bytes: [UInt8], path: String, year: Int, namedAt span: SourceSpan, diagnostics: inout [Diagnostic]
  ) -> ReportStatistics? {
    guard let form = form(forYear: year, namedAt: span, &diagnostics) else { return nil }
    var reader = SheetReader(ReportStatistics(form: form, year: year, span: span), csv: bytes, path: path)
    reader.read()
    diagnostics += reader.diagnostics
    return reader.statistics
  }

  /// Reads the front matter's `统计` by the form for `year`, and reports what does not fit it.
  ///
  /// Tables, rows and columns go by key or official label; a row is a list of all its numbers or a mapping by
  /// column. `其余: 0` stands for what is left out beside it. Nothing else may be left out.
  /// - Returns: `nil` only when no form with tables is for that year, which is reported.
  public static func read(
    _ node: YAMLNode, year: Int, path: String, diagnostics: inout [Diagnostic]
  ) -> ReportStatistics? {
    let span = SourceSpan(path: path, range: node.range)
    guard let form = form(forYear: year, namedAt: span, &diagnostics) else { return nil }
    var reader = StatisticsReader(ReportStatistics(form: form, year: year, span: span), path: path)
    reader.read(node)
    diagnostics += reader.diagnostics
    return reader.statistics
  }

  private static func form(
    forYear year: Int, namedAt span: SourceSpan, _ diagnostics: inout [Diagnostic]
  ) -> ReportForm? {
    if let form = ReportForm.form(forYear: year), form.hasTables { return form }
    diagnostics.append(
      Diagnostic(
        .reportForm, at: span, zh: "\(year) 年度的报告格式没有统计表", en: "the report form for \(year) has no tables",
        fixes: [.init(zh: "检查“年度”，或者删去“统计”", en: "check the report year, or delete “统计”")]))
    return nil
  }

  subscript(table: Int, row: Int, column: Int) -> Cell? {
    get { cells[table][row * form.tables[table].columns.count + column] }
    set { cells[table][row * form.tables[table].columns.count + column] = newValue }
  }

  /// The number under the form's keys, such as `applications`, `new`, `natural`.
  public subscript(table: String, row: String, column: String) -> Cell? {
    let tables = form.tables
    guard let t = tables.firstIndex(where: { $0.key == table }),
      let r = tables[t].rows.firstIndex(where: { $0.key == row }),
      let c = tables[t].columns.firstIndex(where: { $0.key == column })
    else { return nil }
    return self[t, r, c]
  }

  /// A measure's series that stands in a single cell: what the cell is called, its number and its place.
  public func cell(of series: String) -> (name: String, value: ReportNumber, span: SourceSpan)? {
    guard let names = form.measures[series], names.count == 1, let cell = value(of: series)?.cells.first,
      let table = form.tables.first(where: { $0.key == names[0].table }),
      let row = table.rows.firstIndex(where: { $0.key == names[0].row }),
      let column = table.columns.firstIndex(where: { $0.key == names[0].column })
    else { return nil }
    return (table.name(row: row, column: column), cell.value, cell.span)
  }

  /// The sum of the cells a measure's series is made of, such as `outcomes.refused`; `nil` where the form has none or
  /// one of them is missing.
  func value(of series: String) -> (sum: ReportNumber, cells: [Cell])? {
    guard let names = form.measures[series], !names.isEmpty else { return nil }
    let cells = names.compactMap { self[$0.table, $0.row, $0.column] }
    guard cells.count == names.count else { return nil }
    return (cells.reduce(ReportNumber(0)) { $0 + $1.value }, cells)
  }
}
