import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let dateOrder = DiagnosticKind("date.order", .error, zh: "日期先后颠倒", en: "dates in an impossible order")
}

/// A document is signed before it is published and before it is repealed. When it takes effect is free.
enum DateOrderRule {
  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let created = document.metadata.dateCreated else { return }
    let later = [
      (DocumentField.datePublished, document.metadata.datePublished),
      (.dateRepealed, document.metadata.dateRepealed),
    ]
    for case (let field, let date?) in later where date < created {
      let label = field.field.label
      diagnostics.append(
        Diagnostic(
          .dateOrder, at: document.span(field), zh: "“\(label)”\(date)早于“成文日期”\(created)",
          en: "“\(label)” \(date) is before “成文日期” \(created)",
          notes: [.init(zh: "成文日期写在这里", en: "the day it was signed", at: document.span(.dateCreated))],
          fixes: [.init(zh: "按文件原文核对这两个日期", en: "check both dates against the document")]))
    }
  }
}
