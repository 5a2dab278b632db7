extension HTMLWriter {
  /// A head cell; spans of one are not written.
  mutating func head(_ content: String, id: String, scope: String, columns: Int = 1, rows: Int = 1, level: Int? = nil) {
    element(
      "th",
      [
        ("id", id), ("scope", scope), ("colspan", Self.span(columns)), ("rowspan", Self.span(rows)),
        ("class", level.map { "level-\($0)" }),
      ], content)
  }

  /// A cell with its number, named by all the heads it stands under; empty where there is none.
  mutating func number(_ cell: ReportStatistics.Cell?, _ headers: [String], columns: Int = 1) {
    element(
      "td", [("class", "number"), ("headers", headers.joined(separator: " ")), ("colspan", Self.span(columns))],
      cell?.value.description ?? "")
  }

  /// A span as its attribute's value; one needs none.
  static func span(_ count: Int) -> String? { count > 1 ? String(count) : nil }
}
