/// Numbers of a form as an editor would write them under `统计`.
struct StatisticsText {
  private(set) var lines: [String] = []
  /// Tables of which some rows have no numbers.
  private(set) var incomplete: [String] = []

  /// - Parameter placements: the cells that were found.
  init(_ placements: [FormGrid.Placement], form: ReportForm) {
    var texts: [Int: [Int: [String?]]] = [:]
    for placement in placements {
      let count = form.tables[placement.table].columns.count
      let blank = [String?](repeating: nil, count: count)
      texts[placement.table, default: [:]][placement.row, default: blank][placement.column] = placement.cell.text
    }
    self.init(form: form) { table, row in texts[table]?[row]?.map { $0 ?? "" } }
  }

  /// - Parameter row: the texts of a row's cells, by table and row of the form; `nil` where nothing is known of it.
  init(form: ReportForm, row: (Int, Int) -> [String]?) {
    for (t, table) in form.tables.enumerated() {
      let found = table.numberRows.compactMap { r in row(t, r).map { (row: r, cells: $0) } }
      guard !found.isEmpty else {
        incomplete.append(table.label)
        continue
      }
      let isComplete = found.count == table.numberRows.count
      if !isComplete { incomplete.append(table.label) }
      lines.append("  \(table.label):")
      let shown = isComplete ? found.filter { !$0.cells.allSatisfy { $0 == "0" } } : found
      for (r, cells) in shown {
        let values = cells.map(Self.scalar)
        let value = values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
        lines.append("    \(table.uniqueName(ofRow: r)): \(value)")
      }
      if shown.count < found.count { lines.append("    其余: 0") }
    }
    if !lines.isEmpty { lines.insert("统计:", at: 0) }
  }

  private static func scalar(_ text: String) -> String { ReportNumber(text) == nil ? text.yamlQuoted : text }
}

extension ReportTable {
  /// The official label, or the key where two rows share the label.
  func uniqueName(ofRow row: Int) -> String {
    rows.count { $0.label == rows[row].label } == 1 ? rows[row].label : rows[row].key
  }
}
