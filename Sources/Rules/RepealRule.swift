import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let missingRepealDate = DiagnosticKind(
    "validity.no-repeal-date", .warning, zh: "废止或失效没有说明何时或者因何", en: "no word on when or why it ceased to be in force")
}

/// A document marked 废止 or 失效 says since when, or another entry says that it repeals it.
struct RepealRule: Sendable {
  let ended: EndedValidity

  func check(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    let undated = catalog.documents(where: { $0.dateEnded == nil && ended.contains($0.validity) })
    guard !undated.isEmpty, !catalog.hasUnreadEntries else { return }
    let related = catalog.documents(where: \.hasRelations).flatMap(\.relations)
    let repealed = Set(related.filter(\.kind.endsTarget).map(\.target.value))
    for document in undated where !repealed.contains(document.indexNumber ?? "") {
      diagnostics.append(
        Diagnostic(
          .missingRepealDate, at: document.span(.validity), zh: "标为不再有效，但没有“废止日期”或者“有效期至”，目录里也没有文件写明废止或者替代它",
          en:
            "it is marked as no longer in force, but has no “废止日期” or “有效期至”, and no entry says that it repeals or replaces it",
          fixes: [
            .init(
              zh: "加一行“废止日期: …”，或者在废止它的文件里写“关联: [{关系: 废止, 文件: …}]”",
              en: "add “废止日期: …”, or a relation 废止 in the document that repeals it")
          ]))
    }
  }
}
