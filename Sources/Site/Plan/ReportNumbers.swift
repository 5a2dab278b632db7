import Diagnostics
import Disclosure
import Reports
import YAML

/// The statistics of the yearly reports, read by the form for each year.
struct ReportNumbers: Sendable {
  private let byPosition: [Int: ReportStatistics]

  /// Reads the numbers and checks them, the reports' texts, and each against its predecessor.
  init(_ catalog: Catalog, sources: [Int: ReportSource], _ diagnostics: inout [Diagnostic]) {
    var byPosition: [Int: ReportStatistics] = [:]
    for position in catalog[.report] {
      let document = catalog.documents[position]
      guard let year = document.reportYear else { continue }
      byPosition[position] = ReportNumbers.read(document, year, sources[position]?.sheet, &diagnostics)
    }
    self.byPosition = byPosition
    diagnostics += ReportChecks(catalog, numbers: self, sources: sources).diagnostics()
  }

  subscript(position: Int) -> ReportStatistics? { byPosition[position] }

  /// Of a section's reports that have numbers.
  func of(_ section: SiteSection) -> [ReportStatistics] { section[.report].compactMap { byPosition[$0] } }

  private static func read(
    _ document: Document, _ year: Int, _ sheet: ReportSource.Sheet?, _ diagnostics: inout [Diagnostic]
  ) -> ReportStatistics? {
    if let sheet {
      return ReportStatistics.read(
        csv: sheet.bytes, path: sheet.path, year: year, namedAt: document.span(.statistics), diagnostics: &diagnostics)
    }
    guard let node = document.statistics else {
      if ReportForm.form(forYear: year)?.requiresStatistics == true { diagnostics.append(missing(document, year)) }
      return nil
    }
    // A file that could not be read has been reported.
    guard node.scalar == nil else { return nil }
    return ReportStatistics.read(node, year: year, path: document.path, diagnostics: &diagnostics)
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
