import Chronology
import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let lateReport = DiagnosticKind("report.late", .warning, zh: "年度报告超过期限", en: "yearly report is late")
  static let undatedReport = DiagnosticKind(
    "report.undated", .warning, zh: "年度报告没有发布日期", en: "yearly report has no date of publication")
}

/// Yearly reports are public by the day the edition of the Regulation in force sets (2019: Art. 49), or by an earlier
/// one set locally.
enum ReportDeadlineRule {
  static func check(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    for section in catalog.sections {
      let deadline = section.organ?.reportDeadline ?? catalog.settings.reportDeadline
      let reports = section[.report].map { catalog.documents[$0] }
      for report in reports {
        guard let year = report.reportYear, let due = deadline.date(forYear: year) else { continue }
        check(report, year, due: due, &diagnostics)
      }
      if let today = catalog.today { missing(catalog, section, deadline, today: today, &diagnostics) }
    }
  }

  private static func check(_ report: Document, _ year: Int, due: CivilDate, _ diagnostics: inout [Diagnostic]) {
    guard let published = report.datePublished else {
      diagnostics.append(
        Diagnostic(
          .undatedReport, at: report.span(.reportYear), zh: "\(year) 年度的报告没有写“发布日期”，看不出是否按期（\(due)前）公布",
          en: "the report on \(year) has no “发布日期”, so nobody can tell whether it was public by \(due)",
          fixes: [.init(zh: "加一行“发布日期: …”，写实际公布的日期", en: "add “发布日期: …” with the day it was made public")]))
      return
    }
    guard published > due else { return }
    diagnostics.append(
      Diagnostic(
        .lateReport, at: report.span(.datePublished), zh: "\(year) 年度的报告\(published)才公布，期限是\(due)\(basis(of: due).zh)",
        en: "the report on \(year) was made public on \(published), but was due by \(due)\(basis(of: due).en)",
        fixes: [.init(zh: "核对日期；确属逾期的，保留原日期", en: "check the date; if publication was late, keep it")]))
  }

  /// Years since the organ's first report that have none although their day has passed.
  private static func missing(
    _ catalog: Catalog, _ section: CatalogSection, _ deadline: ReportDeadline, today: CivilDate,
    _ diagnostics: inout [Diagnostic]
  ) {
    let missing = deadline.missingYears(catalog, section)
    guard let last = missing.last, let due = deadline.date(forYear: last) else { return }
    let folder = "\(section.folder)/\(DocumentKind.report.folder)"
    diagnostics.append(
      Diagnostic(
        .lateReport, at: SourceSpan(path: folder),
        zh:
          "没有 \(missing.map(String.init).joined(separator: "、")) 年度的报告；\(last) 年度的期限是\(due)\(basis(of: due).zh)，今天是\(today)",
        en:
          "there is no report on \(missing.map(String.init).joined(separator: ", ")); that on \(last) was due by \(due)"
          + "\(basis(of: due).en), and today is \(today)",
        fixes: [.init(zh: "加上 \(folder)/\(last).md", en: "add \(folder)/\(last).md")]))
  }

  private static func basis(of due: CivilDate) -> Text {
    RegulationEdition(inForceOn: due) == .of2019
      ? Text(zh: "（《政府信息公开条例》第四十九条或者本地要求）", en: " (Article 49 of the Regulation, or a local rule)")
      : Text(zh: "（2008年的《政府信息公开条例》）", en: " (the Regulation of 2008)")
  }
}
