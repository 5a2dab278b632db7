import Chronology
import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let staleColumn = DiagnosticKind(
    "column.stale", .warning, zh: "栏目超过期限没有更新", en: "a column has not been updated in time")
}

/// Columns are updated within the days the site sets for them; inspectors count those that are not, and take what has
/// no date as not updated (政府网站与政务新媒体检查指标, 单项否决).
enum ColumnAgeRule {
  static func check(_ catalog: Catalog, today: CivilDate, _ diagnostics: inout [Diagnostic]) {
    for section in catalog.sections {
      for (column, limit) in catalog.settings.columnAges.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let dates = section[column].compactMap { catalog.facts[$0].date }
        guard !section[column].isEmpty, !catalog.hasUnread(column, in: section) else { continue }
        let age = dates.max().map { today.days(since: $0) }
        guard age.map({ $0 > limit }) ?? true else { continue }
        diagnostics.append(stale(column, limit: limit, latest: dates.max(), in: section))
      }
    }
  }

  private static func stale(
    _ column: DocumentKind, limit: Int, latest: CivilDate?, in section: CatalogSection
  ) -> Diagnostic {
    let since =
      latest.map { Text(zh: "最近一次更新是\($0)", en: "the latest update is of \($0)") }
      ?? Text(zh: "没有一份写明日期，视为没有更新", en: "nothing in it has a date, which counts as not updated")
    return Diagnostic(
      .staleColumn, at: SourceSpan(path: "\(section.folder)/\(column.folder)"),
      zh: "“\(column.label)”应在 \(limit) 天内更新，\(since.zh)",
      en: "“\(column.label)” is to be updated within \(limit) days; \(since.en)",
      fixes: [.init(zh: "发布新的内容，或者改 site.yml 里的“更新期限”", en: "publish something new, or change “更新期限” in site.yml")])
  }
}
