import Diagnostics

/// Compares the numbers in a report's text with those in its tables.
struct TextNumbersCheck {
  let text: ReportText
  let statistics: ReportStatistics

  func diagnostics() -> [Diagnostic] { StatementReader(text: text).statements().compactMap(difference) }

  private func difference(_ statement: Statement) -> Diagnostic? {
    let (measure, series) = (statement.measure, statement.series)
    guard let table = statistics.value(of: measure.code(of: series)) else { return nil }
    let stated = ReportNumber(statement.value)
    guard stated != table.sum, stated != alternative(measure, series.words.alternative) else { return nil }
    let words = text.string(statement.range)
    let name = "\(measure.title)·\(series.label)"
    let sum = table.cells.count > 1 ? Text(zh: "各格之和是 \(table.sum)", en: "the cells add up to \(table.sum)") : nil
    return Diagnostic(
      .reportTextDiffers, at: text.span(statement.range),
      zh: "文字“\(words)”说的是 \(stated)，统计表的“\(name)”\(sum?.zh ?? "是 \(table.sum)")",
      en: "the text says \(stated) (“\(words)”), but for “\(name)” \(sum?.en ?? "the tables say \(table.sum)")",
      notes: table.cells.filter { table.cells.count == 1 || $0.value > ReportNumber(0) }.map {
        .init(zh: "表里的数写在这里：\($0.value)", en: "the tables’ number is written here: \($0.value)", at: $0.span)
      },
      fixes: [.init(zh: "核对之后，把文字或者表里的数改成一致", en: "check both and make them agree")])
  }

  private func alternative(_ measure: Measure, _ series: [String]) -> ReportNumber? {
    let values = series.compactMap { statistics.value(of: "\(measure.code).\($0)")?.sum }
    guard !values.isEmpty, values.count == series.count else { return nil }
    return values.reduce(ReportNumber(0), +)
  }
}

extension DiagnosticKind {
  static let reportTextDiffers = DiagnosticKind(
    "report.text-differs", .warning, zh: "文字里的数与统计表不一致", en: "a number in the text differs from the tables")
}
