import Diagnostics
import Disclosure
import Reports
import YAML

/// The statistics of the yearly reports, read by the form for each year and checked.
struct ReportNumbers: Sendable {
  private let byPosition: [Int: ReportStatistics]

  init(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    var byPosition: [Int: ReportStatistics] = [:]
    for section in [catalog.root] + catalog.organs {
      byPosition.merge(ReportNumbers.read(section[.report], of: catalog, &diagnostics)) { first, _ in first }
    }
    self.byPosition = byPosition
  }

  /// One organ's reports: what it carries over, it carries to its own next year.
  private static func read(
    _ positions: [Int], of catalog: Catalog, _ diagnostics: inout [Diagnostic]
  ) -> [Int: ReportStatistics] {
    var byPosition: [Int: ReportStatistics] = [:]
    var byYear: [Int: ReportStatistics] = [:]
    for position in positions {
      let document = catalog.documents[position]
      guard let year = document.metadata.reportYear else { continue }
      diagnostics += ReportNumbers.cover(of: document, year).check()
      guard let node = document.metadata.statistics else {
        if ReportForm.form(forYear: year)?.requiresStatistics == true { diagnostics.append(missing(document, year)) }
        continue
      }
      let read = ReportStatistics.read(node, year: year, path: document.path, diagnostics: &diagnostics)
      byPosition[position] = read
      byYear[year] = read
    }
    for (_, statistics) in byYear.sorted(by: { $0.key < $1.key }) {
      diagnostics += statistics.check(previous: byYear[statistics.year - 1])
    }
    return byPosition
  }

  subscript(position: Int) -> ReportStatistics? { byPosition[position] }

  private static func cover(of document: Document, _ year: Int) -> ReportCover {
    let metadata = document.metadata
    return ReportCover(
      year: Located(year, document.span(.reportYear)), title: Located(metadata.title, document.span(.title)),
      period: metadata.period.map { .init(from: $0.start, to: $0.end, at: document.span(.period)) },
      fileYear: Int(document.name))
  }
}

private func missing(_ document: Document, _ year: Int) -> Diagnostic {
  Diagnostic(
    .missingStatistics, at: document.span(.reportYear), zh: "\(year) 年度的报告要有统计表，请在文件头写“统计”",
    en: "the report on \(year) needs its tables; give the numbers under “统计”",
    fixes: [.init(zh: "写法见 docs/reports.md", en: "docs/reports.md tells how")])
}

extension DiagnosticKind {
  static let missingStatistics = DiagnosticKind(
    "report.missing-statistics", .error, zh: "年度报告缺统计表", en: "a yearly report lacks its tables")
}
