extension ReportStatistics {
  /// A measure of this year, a bar for each of its series; `nil` where the form or the report lacks a number.
  func chart(of measure: Measure) -> BarChart? {
    let bars = measure.drawnSeries.enumerated().compactMap { i, series in
      value(of: measure.code(of: series)).map { BarChart.Bar(label: series.label, parts: [(i, $0.sum)]) }
    }
    guard !bars.isEmpty, bars.count == measure.drawnSeries.count else { return nil }
    return BarChart(
      id: "chart-\(measure.code)-\(year)", title: "\(year) 年\(measure.title)", unit: measure.unit, bars: bars,
      legend: [])
  }

  /// The charts of this report that are drawn from the tables of `sheet`.
  func charts(from sheet: ReportSheet) -> [BarChart] {
    let tables = Set(sheet.tables.map(\.key))
    return Measure.all.filter { measure in
      measure.isDrawnYearly
        && measure.drawnSeries.contains { series in
          form.measures[measure.code(of: series)]?.contains { tables.contains($0.table) } ?? false
        }
    }.compactMap(chart)
  }
}

extension Measure {
  var drawnSeries: [Series] { drawn.compactMap { code in series.first { $0.code == code } } }
}
