import Archive
import Diagnostics
import Disclosure

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
      writer.text(fix.replacement)
      write(fix.span, to: &writer)
    }
  }

  static func read(_ reader: inout ByteReader) -> Diagnostic? {
    let (kind, severity) = (kinds[reader.text()], Severity(rawValue: reader.text()))
    let (span, message) = (readSpan(&reader), readText(&reader))
    let notes = reader.list { reader -> Diagnostic.Note? in
      let message = readText(&reader)
      return .init(zh: message.zh, en: message.en, at: readSpan(&reader))
    }
    let fixes = reader.list { reader -> Diagnostic.Fix? in
      let (message, replacement) = (readText(&reader), reader.optional { $0.text() })
      return .init(zh: message.zh, en: message.en, replacement: replacement, at: readSpan(&reader))
    }
    guard let kind, let severity else { return nil }
    var diagnostic = Diagnostic(kind, at: span, zh: message.zh, en: message.en, notes: notes, fixes: fixes)
    diagnostic.severity = severity
    return diagnostic
  }

  /// Every kind there is. One that is not in it makes the cache unreadable, which costs a full build and nothing else.
  private static let kinds = Dictionary(
    DiagnosticRegistry.kinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private static func write(_ text: Text, to writer: inout ByteWriter) {
    writer.text(text.zh)
    writer.text(text.en)
  }

  private static func readText(_ reader: inout ByteReader) -> Text { Text(zh: reader.text(), en: reader.text()) }

  static func write(_ span: SourceSpan?, to writer: inout ByteWriter) {
    writer.optional(span) { span, writer in
      writer.text(span.path)
      writer.range(span.range)
    }
  }

  static func readSpan(_ reader: inout ByteReader) -> SourceSpan? {
    reader.optional { SourceSpan(path: $0.text(), range: $0.range()) }
  }
}
