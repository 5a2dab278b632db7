import Chronology
import Diagnostics
import Disclosure
import YAML

extension DiagnosticKind {
  static let dateOrder = DiagnosticKind("date.order", .error, zh: "日期先后颠倒", en: "dates in an impossible order")
}

/// A document is signed before it is published, repealed or lapsed, and takes effect before it lapses. Otherwise, when
/// it takes effect is free.
enum DateOrderRule {
  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    check(.dateCreated, document.dateCreated, before: .datePublished, document.datePublished, document, &diagnostics)
    check(.dateCreated, document.dateCreated, before: .dateRepealed, document.dateRepealed, document, &diagnostics)
    check(.dateCreated, document.dateCreated, before: .validThrough, document.validThrough, document, &diagnostics)
    check(.dateEffective, document.dateEffective, before: .validThrough, document.validThrough, document, &diagnostics)
  }

  private static func check(
    _ first: DocumentField, _ start: CivilDate?, before second: DocumentField, _ end: CivilDate?, _ document: Document,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let start, let end, end < start else { return }
    let (earlier, later) = (first.field.label, second.field.label)
    diagnostics.append(
      Diagnostic(
        .dateOrder, at: document.span(second), zh: "“\(later)”\(end)早于“\(earlier)”\(start)",
        en: "“\(later)” \(end) is before “\(earlier)” \(start)",
        notes: [.init(zh: "“\(earlier)”写在这里", en: "“\(earlier)” is given here", at: document.span(first))],
        fixes: [.init(zh: "按文件原文核对这两个日期", en: "check both dates against the document")]))
  }
}
