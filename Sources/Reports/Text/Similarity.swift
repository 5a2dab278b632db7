import Diagnostics
import Inspection

/// How much of a report is word for word that of another.
enum Similarity {
  /// In percent. Two reports by one hand share their basis, their lead and the official titles of parts and columns,
  /// about a third of a short report; above this the year's work itself is copied.
  static let limit = 70

  /// - Parameter other: last year's report of the same organ, or another organ's of the same year.
  static func check(_ text: ReportText, _ other: ReportText, name: Text) -> Diagnostic? {
    let percent = text.fingerprint.similarity(to: other.fingerprint)
    guard percent >= limit else { return nil }
    return Diagnostic(
      .reportSimilar, at: text.span(0..<0), zh: "正文与\(name.zh)有 \(percent)% 相同",
      en: "\(percent)% of the text is that of \(name.en)",
      notes: [.init(zh: "另一份报告", en: "the other report", at: other.span(0..<0))],
      fixes: [.init(zh: "写这一年做了什么，不照抄", en: "write what was done this year instead of copying")])
  }
}

extension DiagnosticKind {
  static let reportSimilar = DiagnosticKind(
    "report.similar", .warning, zh: "正文与另一份报告雷同", en: "the text is much like another report’s")
}
