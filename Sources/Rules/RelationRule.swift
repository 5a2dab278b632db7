import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let implausibleRelation = DiagnosticKind(
    "relation.implausible", .warning, zh: "关联不合情理", en: "relation is hardly true")
  static let unlinkedExplanation = DiagnosticKind(
    "relation.unlinked-explanation", .warning, zh: "解读没有关联到文件", en: "explanation names no document it explains")
}

/// A document relates to others than itself, to each in one way once, and changes only what is no newer.
enum RelationRule {
  static func check(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    for document in catalog.documents(where: { $0.hasRelations || $0.isTitledExplanation }) {
      var seen: Set<Relation> = []
      for relation in document.relations {
        let target = catalog.position(ofIndexNumber: relation.target.value).map { catalog.documents[$0] }
        guard let fault = fault(relation, document, target, isRepeated: !seen.insert(relation).inserted) else {
          continue
        }
        diagnostics.append(
          Diagnostic(.implausibleRelation, at: relation.target.span, zh: fault.zh, en: fault.en, fixes: [advice]))
      }
      if isUnlinkedExplanation(document) { diagnostics.append(unlinked(document)) }
    }
  }

  private static let advice = Diagnostic.Fix(
    zh: "“关联”写在后出的文件里，“文件”是先前那一份的索引号", en: "relations stand in the newer document and name the older one")

  private static func fault(_ relation: Relation, _ document: Document, _ target: Document?, isRepeated: Bool) -> Text?
  {
    let number = relation.target.value
    if number == document.indexNumber {
      return Text(zh: "文件与自己关联", en: "the document relates to itself")
    }
    if isRepeated {
      return Text(
        zh: "“\(relation.kind.label)”“\(number)”写了两遍", en: "“\(relation.kind.label)” “\(number)” is written twice")
    }
    guard relation.kind.endsTarget || relation.kind == .amends, let target,
      document.isOlder(than: target)
    else { return nil }
    return Text(
      zh: "“\(number)”成文更晚，这份文件不可能\(relation.kind.label)它",
      en: "“\(number)” was made later, so this document cannot be what “\(relation.kind.label)” it")
  }

  // MARK: - Explanations

  /// Inspectors ask for explanations (政策解读) and documents to be linked both ways.
  private static func isUnlinkedExplanation(_ document: Document) -> Bool {
    document.kind == .entry && document.facts.isTitledExplanation
      && !document.relations.contains { $0.kind == .explains }
  }

  private static func unlinked(_ document: Document) -> Diagnostic {
    Diagnostic(
      .unlinkedExplanation, at: document.span(.title), zh: "标题是解读，但没有写明解读哪份文件",
      en: "the title is that of an explanation, but it does not say of which document",
      fixes: [
        .init(
          zh: "加一行“关联: [{关系: 解读, 文件: 被解读文件的索引号}]”，两份文件的网页会互相链接",
          en: "add “关联: [{关系: 解读, 文件: …}]” with the document's index number; both pages then link to each other")
      ])
  }
}
