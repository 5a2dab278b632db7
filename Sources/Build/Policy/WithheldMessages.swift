import Diagnostics
import Disclosure
import YAML

/// Keeps the text of documents that are not published out of what is said about them: logs of a build are often public.
///
/// Messages quote what they are about in “…”. Of a withheld document they may quote names of fields; a message that
/// quotes anything else gives way to its kind's title. Gates never quote what they guard and stay as they are.
struct WithheldMessages {
  /// By path.
  let documents: Set<String>

  private static let labels: Set<String> = {
    let tables = [
      DocumentField.table, ReviewField.table, RelationField.table, AttachmentField.table, PeriodField.table,
      ContactField.table, ChangeField.table, ExceptionField.table,
    ]
    var labels: Set<String> = []
    for field in tables.flatMap(\.fields) {
      labels.formUnion([field.label, field.key, "\(field.label): \(field.example)"] + field.aliases)
    }
    return labels
  }()

  func redacted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !documents.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      guard let path = diagnostic.span?.path, documents.contains(path), !diagnostic.kind.isGate else { return diagnostic }
      return redacted(diagnostic)
    }
  }

  private func redacted(_ diagnostic: Diagnostic) -> Diagnostic {
    var redacted = diagnostic
    if !quotesOnlyLabels(diagnostic.message) { redacted.message = diagnostic.kind.title }
    redacted.notes.removeAll { !quotesOnlyLabels($0.message) }
    // What a term or a key may have been meant to be comes from the site's lists, not from the document.
    let suggests = diagnostic.kind.id == "taxonomy.unknown-term" || diagnostic.kind.id == "front-matter.unknown-key"
    redacted.fixes.removeAll { !suggests && ($0.replacement != nil || !quotesOnlyLabels($0.message)) }
    if redacted.fixes.isEmpty { redacted.fixes = diagnostic.kind.remedies }
    return redacted
  }

  private func quotesOnlyLabels(_ text: Text) -> Bool {
    [text.zh, text.en].allSatisfy { text in
      text.split(separator: "“").dropFirst(text.hasPrefix("“") ? 0 : 1).allSatisfy { part in
        Self.labels.contains(String(part.prefix { $0 != "”" }))
      }
    }
  }
}
