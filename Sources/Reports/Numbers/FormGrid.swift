import Diagnostics

/// Finds a form's cells in a grid: a table as it is printed, with merged heads, or copied from a page.
///
/// Rows are known by their labels. Merged cells leave blanks, or leave cells out, so the numbers of a row are found
/// by the columns' heads where these stand in order, else counted from the side on which the form has them.
struct FormGrid {
  /// A cell of the form and where it stands.
  struct Placement {
    let table: Int
    let row: Int
    let column: Int
    let cell: CellGrid.Cell
  }

  private(set) var placements: [Placement] = []
  /// Rows of the grid that have numbers under a label the form does not know.
  private(set) var unknown: [CellGrid.Cell] = []
  /// By row of the grid: whether all of it is the form's, be it heads or numbers.
  private(set) var isUnderstood: [Bool] = []

  private let form: ReportForm
  private let lines: [FormLine]
  private let heads: Set<String>
  private var last = -1
  private var filled: Set<Int> = []

  /// A row of the form, in the order of its tables.
  private struct FormLine {
    let table: Int
    let row: Int
    let names: Set<String>
  }

  init(_ grid: CellGrid, form: ReportForm) {
    self.form = form
    lines = form.tables.enumerated().flatMap { t, table in
      table.rows.enumerated().map { r, row in FormLine(table: t, row: r, names: row.foldedNames) }
    }
    heads = Set(form.sheets.flatMap(\.printedWords).map(NameIndex.folded))
    var positions: [Int: [Int]] = [:]
    for (i, row) in grid.rows.enumerated() {
      for (table, found) in headPositions(in: grid.rows, endingAt: i) { positions[table] = found }
      let read = across(row) || labelled(row, positions)
      isUnderstood.append(read || row.allSatisfy { $0.text.isEmpty || isHead($0.text) })
    }
  }

  private func isHead(_ text: String) -> Bool {
    let folded = NameIndex.folded(text)
    return heads.contains(folded) || lines.contains { $0.names.contains(folded) }
  }

  // MARK: - Rows with a label

  private mutating func labelled(_ row: [CellGrid.Cell], _ positions: [Int: [Int]]) -> Bool {
    for (x, cell) in row.enumerated().reversed() where !cell.text.isEmpty {
      for line in candidates(for: NameIndex.folded(cell.text)) {
        let table = form.tables[lines[line].table]
        guard let cells = numbers(in: row, after: x, of: lines[line].table, positions),
          cells.contains(where: \.text.isNumberLike), !cells.contains(where: { isHead($0.text) && !$0.text.isEmpty })
        else { continue }
        // A heading without a number has nothing to place.
        if table.rows[lines[line].row].kind != NumberKind.none {
          for (column, cell) in cells.enumerated() { place(line, column, cell) }
        }
        last = line
        filled.insert(line)
        return true
      }
    }
    noteUnknown(row)
    return false
  }

  /// The form's lines called so, those after the last one found first: 其他 alone stands in several places.
  private func candidates(for name: String) -> [Int] {
    let found = lines.indices.filter { lines[$0].names.contains(name) && !filled.contains($0) }
    return found.filter { $0 > last } + found.filter { $0 < last }
  }

  private func numbers(
    in row: [CellGrid.Cell], after label: Int, of table: Int, _ positions: [Int: [Int]]
  ) -> [CellGrid.Cell]? {
    let count = form.tables[table].columns.count
    let layout = layout(of: table)
    if layout != .list, let columns = positions[table], columns.allSatisfy({ $0 > label }) {
      // Blank cells at the end of a line may be left out.
      let end = row[row.count - 1].range.upperBound
      return columns.map { $0 < row.count ? row[$0] : CellGrid.Cell(text: "", range: ByteRange(end, end)) }
    }
    let after = row[(label + 1)...]
    guard after.count >= count else { return nil }
    switch layout {
    case .matrix, .across: return Array(after.suffix(count))
    case .blocks: return Array(after.prefix(count))
    case .list: return after.last { !$0.text.isEmpty }.map { [$0] }
    }
  }

  private mutating func noteUnknown(_ row: [CellGrid.Cell]) {
    let filledCells = row.filter { !$0.text.isEmpty }
    guard let label = filledCells.last(where: { !$0.text.isNumberLike }), !isHead(label.text),
      filledCells.contains(where: { $0.text.isNumberLike })
    else { return }
    unknown.append(label)
  }

  // MARK: - All rows of a table in one line

  /// A row of numbers, as many as a table has that is laid out in one line; heads may stand before them.
  private mutating func across(_ row: [CellGrid.Cell]) -> Bool {
    let cells = row.drop { $0.text.isEmpty || isHead($0.text) }
    guard cells.count > 4, cells.allSatisfy({ $0.text.isEmpty || $0.text.isNumberLike }) else { return false }
    for (t, table) in form.tables.enumerated() where layout(of: t) == .across {
      let count = table.rows.count * table.columns.count
      guard let first = lines.firstIndex(where: { $0.table == t }), !filled.contains(first), row.count >= count,
        cells.count(where: { !$0.text.isEmpty }) > table.columns.count
      else { continue }
      for (i, cell) in row.suffix(count).enumerated() {
        place(first + i / table.columns.count, i % table.columns.count, cell)
        filled.insert(first + i / table.columns.count)
      }
      last = first + table.rows.count - 1
      return true
    }
    return false
  }

  private mutating func place(_ line: Int, _ column: Int, _ cell: CellGrid.Cell) {
    placements.append(Placement(table: lines[line].table, row: lines[line].row, column: column, cell: cell))
  }

  private func layout(of table: Int) -> ReportSheet.Layout {
    form.sheets.first { $0.tables.contains { $0.key == form.tables[table].key } }?.layout ?? .list
  }

  // MARK: - Heads

  /// Where the columns of a table stand, told from the heads in the rows up to `end`; only in their order.
  private func headPositions(in rows: [[CellGrid.Cell]], endingAt end: Int) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    let recent = rows[max(0, end - 3)...end]
    let current = Set(rows[end].map { NameIndex.folded($0.text) })
    for (t, table) in form.tables.enumerated() {
      guard table.columns.contains(where: { current.contains(NameIndex.folded($0.label)) }) else { continue }
      let positions = table.columns.compactMap { column in
        recent.compactMap { row in row.lastIndex { NameIndex.folded($0.text) == NameIndex.folded(column.label) } }.last
      }
      guard positions.count == table.columns.count, zip(positions, positions.dropFirst()).allSatisfy({ $0 < $1 }) else {
        continue
      }
      found[t] = positions
    }
    return found
  }
}

extension String {
  /// What stands in a cell for a number, well written or not: 3, １２, 减4, /, 无, 251000元.
  var isNumberLike: Bool {
    if ["/", "-", "—", "——", "无", "零"].contains(self) { return true }
    let rest = drop { "+-－减增加少".contains($0) }
    guard rest.first?.isWholeNumber == true else { return false }
    let unit = rest.drop { $0.isWholeNumber || ",.，．".contains($0) }
    return unit.isEmpty || ["元", "万元", "件", "条", "项", "个", "次", "人", "宗", "起", "份", "篇", "人次"].contains(unit)
  }
}

extension Named {
  var foldedNames: Set<String> { Set(([key, label, shortLabel] + aliases).map(NameIndex.folded)) }
}

extension ReportSheet {
  /// Everything the form prints that is not a row's label or a number.
  var printedWords: [String] {
    var words = [title, "单位", "序号"]
    for table in tables {
      words += [table.label, table.corner, table.head ?? ""] + table.aliases
      words += table.columns.map(\.label)
      words += (table.columns + table.rows).flatMap(\.groups)
    }
    return words
  }
}
