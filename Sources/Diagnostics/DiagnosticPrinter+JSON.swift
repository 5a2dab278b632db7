extension DiagnosticPrinter {
  /// Prints diagnostics as the one JSON document of the contract (`--format json`).
  public func json(_ diagnostics: [Diagnostic], _ summary: DiagnosticSummary) -> String {
    var texts = SourceCache(sources)
    let items = diagnostics.sorted().map { object($0, &texts) }
    let counts = JSONText.object([
      ("errors", "\(summary.errors)"), ("warnings", "\(summary.warnings)"), ("notes", "\(summary.notes)"),
      ("documents", "\(summary.documents)"), ("published", "\(summary.published)"),
      ("withheld", "\(summary.withheld)"), ("baselined", "\(summary.baselined)"),
    ])
    return JSONText.object([("diagnostics", JSONText.array(items)), ("summary", counts)]) + "\n"
  }

  private func object(_ diagnostic: Diagnostic, _ texts: inout SourceCache) -> String {
    var members = [("id", JSONText.string(diagnostic.id)), ("severity", JSONText.string(diagnostic.severity.rawValue))]
    members += place(diagnostic.span, &texts)
    members.append(("message", JSONText.string(diagnostic.message[language])))
    let notes = diagnostic.notes.map { note in
      JSONText.object([("message", JSONText.string(note.message[language]))] + place(note.span, &texts))
    }
    let fixes = diagnostic.fixes.map { fix in
      var members = [("message", JSONText.string(fix.message[language]))]
      if let replacement = fix.replacement {
        members.append(("replacement", JSONText.string(replacement)))
        members += place(fix.span ?? diagnostic.span, &texts)
      }
      return JSONText.object(members)
    }
    members += [("notes", JSONText.array(notes)), ("fixes", JSONText.array(fixes))]
    return JSONText.object(members)
  }

  private func place(_ span: SourceSpan?, _ texts: inout SourceCache) -> [(String, String)] {
    guard let span else { return [] }
    let path = [("path", JSONText.string(span.path))]
    guard let text = texts[span.path] else { return path + [("byte_offset", "\(span.range.lowerBound)")] }
    let start = text.location(of: span.range.lowerBound)
    let end = text.location(of: span.range.upperBound)
    return path + [
      ("line", "\(start.line)"), ("column", "\(start.column)"),
      ("end_line", "\(end.line)"), ("end_column", "\(end.column)"), ("byte_offset", "\(span.range.lowerBound)"),
    ]
  }
}
