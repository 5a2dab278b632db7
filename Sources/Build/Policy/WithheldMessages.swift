import Diagnostics
import Disclosure
import YAML

/// Keeps the text of documents that are not published out of what is said about them: logs of a build are often public.
///
/// Messages quote what they are about in “…”. Of a withheld document they may quote names of fields and punctuation; a
/// message that quotes anything else gives way to its kind's title. Gates never quote what they guard and stay as they are.
struct WithheldMessages {
  /// By path.
  let documents: Set<String>

  private static let labels: Set<String> = {
    let tables = [
      DocumentField.table, ReviewField.table, RelationField.table, AttachmentField.table, PeriodField.table,
      ContactField.table, ChangeField.table, ExceptionField.table,
    ]
    var labels: Set<String> = ["字段: 值", "key: value"]
    for field in tables.flatMap(\.fields) {
      labels.formUnion([field.label, field.key, "\(field.label): \(field.example)"] + field.aliases)
    }
    return labels
  }()

  func redacted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !documents.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      guard let path = diagnostic.span?.path, documents.contains(path), !diagnostic.kind.isGate else {
        return diagnostic
      }
      return redacted(diagnostic)
    }
  }

  private func redacted(_ diagnostic: Diagnostic) -> Diagnostic {
    var redacted = diagnostic
    if !quotesOnlyLabels(diagnostic.message) { redacted.message = diagnostic.kind.title }
    redacted.notes.removeAll { !quotesOnlyLabels($0.message) }
    // What a term or a key may have been meant to be comes from the site's lists, not from the document.
    let suggests = diagnostic.kind.id == "taxonomy.unknown-term" || diagnostic.kind.id == "front-matter.unknown-key"
    redacted.fixes.removeAll { fix in
      !suggests && !(Self.saysNothing(fix.replacement ?? "") && quotesOnlyLabels(fix.message))
    }
    if redacted.fixes.isEmpty { redacted.fixes = diagnostic.kind.remedies }
    return redacted
  }

  private func quotesOnlyLabels(_ text: Text) -> Bool {
    [text.zh, text.en].allSatisfy { text in
      text.split(separator: "“").dropFirst(text.hasPrefix("“") ? 0 : 1).allSatisfy { part in
        let quoted = part.prefix { $0 != "”" }
        return Self.saysNothing(quoted) || Self.labels.contains(String(quoted))
      }
    }
  }

  private static func saysNothing(_ text: some StringProtocol) -> Bool {
    !text.contains { $0.isLetter || $0.isNumber }
  }
}
