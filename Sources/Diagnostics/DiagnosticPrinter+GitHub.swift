extension DiagnosticPrinter {
  /// Prints diagnostics as GitHub Actions workflow commands, which annotate the lines of a change.
  public func gitHub(_ diagnostics: [Diagnostic]) -> String {
    var texts = SourceCache(sources)
    return diagnostics.sorted().map { command($0, &texts) }.joined()
  }

  private func command(_ diagnostic: Diagnostic, _ texts: inout SourceCache) -> String {
    let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    var properties = ["title=\(escaped(diagnostic.id, inProperty: true))"]
    if let span = diagnostic.span {
      properties.insert("file=\(escaped(span.path, inProperty: true))", at: 0)
      if let location = texts[span.path]?.location(of: span.range.lowerBound) {
        properties += ["line=\(location.line)", "col=\(location.column)"]
      }
    }
    let text = ([diagnostic.message] + diagnostic.fixes.map(\.message)).map { $0[language] }.joined(separator: "\n")
    return "::\(level) \(properties.joined(separator: ","))::\(escaped(text, inProperty: false))\n"
  }

  private func escaped(_ text: String, inProperty: Bool) -> String {
    let data = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    return inProperty ? data.replacing(":", with: "%3A").replacing(",", with: "%2C") : data
  }
}
