import Diagnostics

/// The measures of several years' reports side by side: a table for each, and a chart of it above.
public struct ReportComparison: Sendable {
  private let reports: [ReportStatistics]

  /// - Parameter reports: of one organ, each on another year, in any order.
  public init(_ reports: [ReportStatistics]) { self.reports = reports.sorted { $0.year < $1.year } }

  /// A measure that some of the reports have.
  public struct Topic: Sendable {
    public let title: String
    /// Of its heading.
    public let id: String
  }

  public var topics: [Topic] { compared.map { Topic(title: $0.measure.title, id: $0.measure.code) } }

  public func html() -> [UInt8] {
    var writer = HTMLWriter()
    for compared in compared { append(compared, to: &writer) }
    return writer.bytes
  }

  /// A measure with the series and the years that have a number.
  private struct Compared {
    let measure: Measure
    let series: [Measure.Series]
    let reports: [ReportStatistics]
  }

  private var compared: [Compared] {
    Measure.all.compactMap { measure in
      let has = { (report: ReportStatistics, series: Measure.Series) in
        report.value(of: measure.code(of: series)) != nil
      }
      let years = reports.filter { report in measure.series.contains { has(report, $0) } }
      let series = measure.series.filter { series in years.contains { has($0, series) } }
      return years.isEmpty ? nil : Compared(measure: measure, series: series, reports: years)
    }
  }

  private func append(_ compared: Compared, to writer: inout HTMLWriter) {
    let measure = compared.measure
    writer.element("h2", [("id", measure.code)], measure.title)
    writer.markup("\n")
    if let chart = chart(of: compared) { writer.figure(chart) }
    writer.start(
      "div",
      [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", "\(measure.title)（表）")])
    writer.markup("<table class=\"report-table report-years\">\n")
    writer.element("caption", [], "\(measure.title)（单位：\(measure.unit)）")
    writer.markup("\n<thead><tr>")
    writer.element("th", [("scope", "col")], "年度")
    for series in compared.series { writer.element("th", [("scope", "col")], series.label) }
    writer.markup("</tr></thead>\n<tbody>\n")
    for report in compared.reports {
      writer.markup("<tr>")
      writer.element("th", [("scope", "row")], "\(report.year)")
      for series in compared.series {
        let value = report.value(of: measure.code(of: series))?.sum
        writer.element("td", [("class", "number")], value?.description ?? "—")
      }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>\n</table></div>\n")
  }

  private func chart(of compared: Compared) -> BarChart? {
    let drawn = compared.measure.drawnSeries.filter { drawn in compared.series.contains { $0.code == drawn.code } }
    guard !drawn.isEmpty else { return nil }
    let bars = compared.reports.map { report in
      BarChart.Bar(
        label: "\(report.year)",
        parts: drawn.enumerated().compactMap { i, series in
          report.value(of: compared.measure.code(of: series)).map { (i, $0.sum) }
        })
    }
    let single = drawn.count == 1 ? "：\(drawn[0].label)" : ""
    return BarChart(
      id: "chart-\(compared.measure.code)", title: "历年\(compared.measure.title)\(single)", unit: compared.measure.unit,
      bars: bars, legend: drawn.count > 1 ? drawn.map(\.label) : [])
  }
}
