/// The numbers of a report for other programs.
struct ReportData {
  let statistics: ReportStatistics

  /// RFC 4180 with a byte order mark, as spreadsheet programs on Chinese Windows need one.
  func csv() -> [UInt8] {
    var bytes = Array("\u{FEFF}年度,分表,行代码,行,列代码,列,单位,数\r\n".utf8)
    forEachCell { table, r, c, cell in
      let (row, column) = (table.rows[r], table.columns[c])
      let fields = [
        String(statistics.year), table.label, row.key, (row.groups + [row.label]).joined(separator: "/"), column.key,
        (column.groups + [column.label]).joined(separator: "/"), table.unit(row: r, column: c) ?? "",
        cell.value.description,
      ]
      bytes += fields.map(Self.quoted).joined(separator: ",").utf8
      bytes += "\r\n".utf8
    }
    return bytes
  }

  /// `{"year":…,"form":…,"document":…,"tables":{TABLE:{ROW:{COLUMN:number}}},"measures":{MEASURE:{SERIES:number}}}`,
  /// keys those of the form and of the measures.
  func json() -> [UInt8] {
    let form = statistics.form
    var out = "{\"year\":\(statistics.year),\"form\":\(Self.string(form.id)),"
    out += "\"document\":\(Self.string(form.document)),\"tables\":{"
    out += form.tables.enumerated().map { t, table in
      let rows = table.numberRows.map { r in
        let cells = table.columns.indices.compactMap { c in
          statistics[t, r, c].map { "\(Self.string(table.columns[c].key)):\($0.value)" }
        }
        return "\(Self.string(table.rows[r].key)):{\(cells.joined(separator: ","))}"
      }
      return "\(Self.string(table.key)):{\(rows.joined(separator: ","))}"
    }.joined(separator: ",")
    return Array((out + "},\"measures\":{\(measures)}}\n").utf8)
  }

  private var measures: String {
    Measure.all.compactMap { measure in
      let numbers = measure.series.compactMap { series in
        statistics.value(of: measure.code(of: series)).map { "\(Self.string(series.code)):\($0.sum)" }
      }
      return numbers.isEmpty ? nil : "\(Self.string(measure.code)):{\(numbers.joined(separator: ","))}"
    }.joined(separator: ",")
  }

  private func forEachCell(_ body: (ReportTable, Int, Int, ReportStatistics.Cell) -> Void) {
    for (t, table) in statistics.form.tables.enumerated() {
      for r in table.numberRows {
        for c in table.columns.indices {
          if let cell = statistics[t, r, c] { body(table, r, c, cell) }
        }
      }
    }
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// A JSON string (RFC 8259); a form's texts hold no control characters, which YAML refuses.
  private static func string(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension ReportStatistics {
  /// One line a number: year, table, row, column, unit, number.
  public func csv() -> [UInt8] { ReportData(statistics: self).csv() }

  /// The numbers by table, row and column, and the measures made of them.
  public func json() -> [UInt8] { ReportData(statistics: self).json() }
}
