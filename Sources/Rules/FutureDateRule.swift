import Chronology
import Diagnostics
import Disclosure
import YAML

extension DiagnosticKind {
  static let futurePublication = DiagnosticKind(
    "publication.future", .warning, zh: "发布日期还没有到", en: "publication lies in the future")
}

/// A publication date that is not yet there is mistyped, or the document goes out too early; false dates are a
/// ground for failing an inspection (政府网站与政务新媒体检查指标, 单项否决).
enum FutureDateRule {
  static func check(_ catalog: Catalog, today: CivilDate, _ diagnostics: inout [Diagnostic]) {
    for (position, facts) in catalog.facts.enumerated() {
      guard let published = facts.datePublished, published > today else { continue }
      let document = catalog.documents[position]
      diagnostics.append(
        Diagnostic(
          .futurePublication, at: document.span(.datePublished), zh: "发布日期\(published)晚于今天（\(today)）",
          en: "the publication date \(published) is later than today (\(today))",
          fixes: [.init(zh: "改正日期，或者标为“草稿: 是”到时再发布", en: "correct the date, or keep it a draft (“草稿: 是”) until then")]))
    }
  }
}
