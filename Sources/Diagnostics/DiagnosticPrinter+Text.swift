extension DiagnosticPrinter {
  /// Prints diagnostics for people: place, sentence, the line with a caret, and what to do; an empty line between two.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    var texts = SourceCache(sources)
    return diagnostics.sorted().map { frame($0, &texts) }.joined(separator: "\n")
  }

  private func frame(_ diagnostic: Diagnostic, _ texts: inout SourceCache) -> String {
    var out = place(diagnostic.span, &texts)
    out += "\(diagnostic.severity.label[language]): \(diagnostic.message[language]) [\(diagnostic.id)]\n"
    out += quote(diagnostic.span, &texts)
    for fix in diagnostic.fixes { out += "    = \(fix.message[language])\n" }
    for note in diagnostic.notes {
      out += "    " + place(note.span, &texts)
      out += "\(Severity.note.label[language]): \(note.message[language])\n"
    }
    return out
  }

  private func place(_ span: SourceSpan?, _ texts: inout SourceCache) -> String {
    guard let span else { return "" }
    guard let text = texts[span.path] else { return "\(span.path): " }
    let location = text.location(of: span.range.lowerBound)
    return "\(span.path):\(location.line):\(location.column): "
  }

  /// The line with the span underlined; nothing where there is no line to show.
  private func quote(_ span: SourceSpan?, _ texts: inout SourceCache) -> String {
    guard let span, let text = texts[span.path] else { return "" }
    let line = text.line(at: span.range.lowerBound)
    guard !line.isEmpty else { return "" }
    let excerpt = Excerpt(line: line, range: span.range)
    let number = String(text.location(of: span.range.lowerBound).line)
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(excerpt.text)\n  \(margin) | \(excerpt.underline)\n"
  }
}
