import Diagnostics

/// The form's tables in a report's plain text, as front matter.
struct ImportedTables {
  /// The lines that went into `统计`, counted from zero.
  private(set) var lines: Set<Int> = []
  private(set) var frontMatter: [String] = []
  private(set) var notes: [ReportImporter.Note] = []

  /// A row of the grid and the lines of the source it was made of.
  private struct SourceRow {
    let cells: [CellGrid.Cell]
    let lines: ClosedRange<Int>
  }

  /// - Parameters:
  ///   - source: all lines, untrimmed, as leading tabs are blank cells.
  ///   - first: the first line after the title.
  init(_ source: [String], from first: Int, year: Int?) {
    guard let year, let form = ReportForm.form(forYear: year), form.hasTables else { return }
    let rows = Self.rows(source, from: first, units: Set(form.tables.flatMap(\.rows).compactMap(\.unit)))
    let grid = FormGrid(CellGrid(rows: rows.map(\.cells)), form: form)
    guard !grid.placements.isEmpty else { return }
    take(rows, grid, source)
    let statistics = StatisticsText(grid.placements, form: form)
    frontMatter = statistics.lines
    for table in statistics.incomplete {
      notes.append(
        ReportImporter.Note(
          line: (lines.min() ?? 0) + 1, zh: "\(table)：有几行没有找到，请在“统计”里补全",
          en: "\(table): some rows were not found; add them to 统计"))
    }
  }

  /// Whole runs of rows that the form explains, where at least one of them has numbers.
  private mutating func take(_ rows: [SourceRow], _ grid: FormGrid, _ source: [String]) {
    let numbered = Set(grid.placements.map(\.cell.range.lowerBound))
    var start = 0
    while start < rows.count {
      guard grid.isUnderstood[start] else {
        start += 1
        continue
      }
      var end = start
      while end < rows.count, grid.isUnderstood[end] { end += 1 }
      if rows[start..<end].contains(where: { row in row.cells.contains { numbered.contains($0.range.lowerBound) } }) {
        let (from, to) = (rows[start].lines.lowerBound, rows[end - 1].lines.upperBound)
        lines.formUnion(from...to)
        notes.append(
          ReportImporter.Note(
            line: from + 1, zh: "第 \(from + 1) 至 \(to + 1) 行是统计表，数字写进了“统计”",
            en: "lines \(from + 1) to \(to + 1) are a table; its numbers went into 统计",
            original: Array(source[from...to])))
      }
      start = end
    }
  }

  /// A row for each line with tabs; for numbers and units one a line, a row of them with the line before as its label.
  private static func rows(_ source: [String], from first: Int, units: Set<String>) -> [SourceRow] {
    var rows: [SourceRow] = []
    var place = 0
    let cell = { (text: Substring) -> CellGrid.Cell in
      place += 1
      return CellGrid.Cell(
        text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "), range: ByteRange(place, place))
    }
    for (i, line) in source.enumerated().dropFirst(first) {
      let text = line.filter { !$0.isWhitespace }
      if text.isEmpty { continue }
      if line.contains("\t") {
        rows.append(
          SourceRow(cells: line.split(separator: "\t", omittingEmptySubsequences: false).map { cell($0) }, lines: i...i)
        )
      } else if text.isNumberLike || units.contains(text), let last = rows.last, last.lines.upperBound < i {
        rows[rows.count - 1] = SourceRow(cells: last.cells + [cell(line[...])], lines: last.lines.lowerBound...i)
      } else {
        rows.append(SourceRow(cells: [cell(line[...])], lines: i...i))
      }
    }
    return rows
  }
}
