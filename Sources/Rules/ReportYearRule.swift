import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let reportYearMismatch = DiagnosticKind(
    "report.year-mismatch", .warning, zh: "年度报告的标题与年度不一致", en: "report's title names another year")
}

/// The year in a yearly report's title is the year it reports on: reports are copied from the year before.
enum ReportYearRule {
  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard document.kind == .report, let year = document.metadata.reportYear else { return }
    let named = years(in: document.metadata.title)
    guard let first = named.first, !named.contains(year) else { return }
    diagnostics.append(
      Diagnostic(
        .reportYearMismatch, at: document.span(.title), zh: "标题写的是\(first)年，“年度”是 \(year)",
        en: "the title says \(first), “年度” says \(year)",
        notes: [.init(zh: "年度写在这里", en: "the year it reports on", at: document.span(.reportYear))],
        fixes: [.init(zh: "核对报告的年份", en: "check which year the report is about")]))
  }

  /// Numbers of four digits before 年.
  private static func years(in title: String) -> [Int] {
    title.split(separator: "年", omittingEmptySubsequences: false).dropLast().compactMap { part in
      let digits = part.reversed().prefix { $0.isASCII && $0.isNumber }
      return digits.count == 4 ? Int(String(digits.reversed())) : nil
    }
  }
}
