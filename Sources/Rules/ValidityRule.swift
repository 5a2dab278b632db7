import Chronology
import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let outdatedValidity = DiagnosticKind(
    "validity.outdated", .warning, zh: "有效性与日期或者关联矛盾", en: "validity contradicts dates or relations")
}

/// What a document is marked as agrees with its dates and with what other documents say of it.
struct ValidityRule: Sendable {
  let ended: EndedValidity

  func check(_ catalog: Catalog, today: CivilDate?, _ diagnostics: inout [Diagnostic]) {
    for (position, change) in catalog.validityChanges.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(outdated(catalog, position, change))
    }
    guard let today else { return }
    for document in catalog.documents(where: { $0.dateEnded != nil && ended.contains($0.validity) }) {
      guard let date = document.dateRepealed, date > today else { continue }
      diagnostics.append(
        Diagnostic(
          .outdatedValidity, at: document.span(.validity), zh: "标为不再有效，但“废止日期”\(date)还没有到",
          en: "it is marked as no longer in force, but its “废止日期” \(date) has not come yet",
          notes: [.init(zh: "废止日期写在这里", en: "the day it ceases to be in force", at: document.span(.dateRepealed))],
          fixes: [.init(zh: "到那天以前写“现行有效”，到期自动显示为“废止”", en: "mark it 现行有效; it is shown as 废止 from that day on")]))
    }
  }

  private func outdated(_ catalog: Catalog, _ position: Int, _ change: ValidityChange) -> Diagnostic {
    let document = catalog.documents[position]
    let terms = catalog.settings.taxonomy["validity"]?.terms ?? []
    let (declared, current) = (terms[change.declared].name, terms[change.current].name)
    let (reason, note) = explanation(of: change.reason, document, catalog)
    return Diagnostic(
      .outdatedValidity, at: document.span(.validity), zh: "标为“\(declared)”，但\(reason.zh)；网页按“\(current)”显示",
      en: "it is marked “\(declared)”, but \(reason.en); its page shows “\(current)”", notes: [note],
      fixes: [.init(zh: "改为“有效性: \(current)”", en: "write “有效性: \(current)”", replacement: current)])
  }

  private func explanation(
    of reason: ValidityChange.Reason, _ document: Document, _ catalog: Catalog
  ) -> (text: Text, note: Diagnostic.Note) {
    switch reason {
    case .repealed(let date):
      (
        Text(zh: "“废止日期”\(date)已经到了", en: "its “废止日期” \(date) has come"),
        .init(zh: "废止日期写在这里", en: "the day it ceased to be in force", at: document.span(.dateRepealed))
      )
    case .expired(let date):
      (
        Text(zh: "有效期至\(date)，已经过了", en: "it was in force through \(date)"),
        .init(zh: "有效期写在这里", en: "its last day in force", at: document.span(.validThrough))
      )
    case .ended(let other):
      (
        Text(zh: "目录里有文件写明废止或者替代它", en: "an entry says that it repeals or replaces it"),
        .init(zh: "写在这个文件里", en: "in this document", at: catalog.documents[other].span(.relations))
      )
    case .notYetInForce(let date):
      (
        Text(zh: "“生效日期”\(date)还没有到", en: "its “生效日期” \(date) has not come yet"),
        .init(zh: "生效日期写在这里", en: "the day it takes effect", at: document.span(.dateEffective))
      )
    case .inForce(let date):
      (
        Text(zh: "“生效日期”\(date)已经到了", en: "its “生效日期” \(date) has come"),
        .init(zh: "生效日期写在这里", en: "the day it takes effect", at: document.span(.dateEffective))
      )
    }
  }
}
