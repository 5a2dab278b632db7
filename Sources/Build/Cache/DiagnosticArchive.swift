import Diagnostics
import Disclosure
import Markdown
import Reports
import Rules
import Site
import Taxonomy
import Templates
import YAML

/// Diagnostics as they are kept in the cache.
enum DiagnosticArchive {
  static func write(_ diagnostic: Diagnostic, to writer: inout ByteWriter) {
    writer.text(diagnostic.kind.id)
    writer.text(diagnostic.severity.rawValue)
    write(diagnostic.span, to: &writer)
    write(diagnostic.message, to: &writer)
    writer.list(diagnostic.notes) { note, writer in
      write(note.message, to: &writer)
      write(note.span, to: &writer)
    }
    writer.list(diagnostic.fixes) { fix, writer in
      write(fix.message, to: &writer)
      writer.optional(fix.replacement) { $1.text($0) }
      write(fix.span, to: &writer)
    }
  }

  static func read(_ reader: inout ByteReader) -> Diagnostic? {
    guard let id = reader.text(), let kind = kinds[id], let level = reader.text(), let severity = Severity(rawValue: level),
      let span = readSpan(&reader), let message = readText(&reader),
      let notes = reader.list({ reader -> Diagnostic.Note? in
        guard let message = readText(&reader), let span = readSpan(&reader) else { return nil }
        return .init(zh: message.zh, en: message.en, at: span)
      }),
      let fixes = reader.list({ reader -> Diagnostic.Fix? in
        guard let message = readText(&reader), let replacement = reader.optional({ $0.text() }), let span = readSpan(&reader)
        else { return nil }
        return .init(zh: message.zh, en: message.en, replacement: replacement, at: span)
      })
    else { return nil }
    var diagnostic = Diagnostic(kind, at: span, zh: message.zh, en: message.en, notes: notes, fixes: fixes)
    diagnostic.severity = severity
    return diagnostic
  }

  /// Every kind there is. One that is not in it makes the cache unreadable, which costs a full build and nothing else.
  private static let kinds: [String: DiagnosticKind] = {
    let all =
      YAMLDiagnostics.kinds + TaxonomyDiagnostics.kinds + DisclosureDiagnostics.kinds + MarkdownDiagnostics.kinds
      + TemplatesDiagnostics.kinds + SiteDiagnostics.kinds + BuildDiagnostics.kinds + RulesDiagnostics.kinds
      + ReportsDiagnostics.kinds
    return Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  private static func write(_ text: Text, to writer: inout ByteWriter) {
    writer.text(text.zh)
    writer.text(text.en)
  }

  private static func readText(_ reader: inout ByteReader) -> Text? {
    guard let zh = reader.text(), let en = reader.text() else { return nil }
    return Text(zh: zh, en: en)
  }

  private static func write(_ span: SourceSpan?, to writer: inout ByteWriter) {
    writer.optional(span) { span, writer in
      writer.text(span.path)
      writer.integer(span.range.lowerBound)
      writer.integer(span.range.upperBound)
    }
  }

  private static func readSpan(_ reader: inout ByteReader) -> SourceSpan?? {
    reader.optional { reader in
      guard let path = reader.text(), let start = reader.integer(), let end = reader.integer() else { return nil }
      return SourceSpan(path: path, range: ByteRange(start, end))
    }
  }
}
