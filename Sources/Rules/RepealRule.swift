import Diagnostics
import Disclosure
import Taxonomy

extension DiagnosticKind {
  static let missingRepealDate = DiagnosticKind(
    "validity.no-repeal-date", .warning, zh: "废止或失效没有说明何时或者因何", en: "no word on when or why it ceased to be in force")
}

/// A document marked 废止 or 失效 says since when, or another entry says that it repeals it.
struct RepealRule: Sendable {
  /// Ordinals of the terms that say a document is no longer in force.
  private let ended: [Int]

  init(_ taxonomy: Taxonomy) {
    let terms = taxonomy["validity"]?.terms ?? []
    ended = terms.indices.filter { ["repealed", "lapsed"].contains(terms[$0].code) }
  }

  func check(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    let undated = catalog.documents.filter { document in
      document.metadata.dateRepealed == nil && document.metadata.validity.map(ended.contains) == true
    }
    guard !undated.isEmpty else { return }
    let repealed = Set(
      catalog.documents.flatMap(\.metadata.relations).filter { $0.kind == .repeals }.map(\.target.value))
    for document in undated where !repealed.contains(document.metadata.indexNumber ?? "") {
      diagnostics.append(
        Diagnostic(
          .missingRepealDate, at: document.span(.validity), zh: "标为不再有效，但没有“废止日期”，目录里也没有文件写明废止它",
          en: "it is marked as no longer in force, but has no “废止日期”, and no entry says that it repeals it",
          fixes: [
            .init(
              zh: "加一行“废止日期: …”，或者在废止它的文件里写“关联: [{关系: 废止, 文件: …}]”",
              en: "add “废止日期: …”, or a relation 废止 in the document that repeals it")
          ]))
    }
  }
}
