import Reports

extension JSONSchema {
  /// What `data/reports.json` looks like.
  static var reports: JSONSchema {
    .object(
      [
        Property("version", .integer), Property("generator", .text), Property("reports", .array(of: report)),
      ], required: ["version", "generator", "reports"])
  }

  private static var report: JSONSchema {
    .object(
      [
        Property("report_year", .integer), Property("url", .text), Property("title", .text),
        Property("date_published", .date), Property("period_start", .date), Property("period_end", .date),
        Property("statistics", statistics),
      ], required: ["report_year", "url", "title"])
  }

  private static var statistics: JSONSchema {
    .object(
      [
        Property("year", .integer), Property("form", .text, "格式的代码 / code of the form"),
        Property("document", .text, "规定格式的文件 / document that prescribes the form"),
        Property("tables", .map(of: .map(of: .map(of: .number))), "按表、行、列 / by table, row and column"),
        Property("measures", .object(Measure.all.map(property))),
      ], required: ["year", "form", "document", "tables", "measures"])
  }

  private static func property(_ measure: Measure) -> Property {
    Property(
      measure.code, .object(measure.series.map { Property($0.code, .number, $0.label) }),
      "\(measure.title)（\(measure.unit)）")
  }
}
