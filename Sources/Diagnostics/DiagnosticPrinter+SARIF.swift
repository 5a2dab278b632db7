extension DiagnosticPrinter {
  /// Prints diagnostics as SARIF 2.1.0, which code review tools read.
  public func sarif(_ diagnostics: [Diagnostic], tool: String) -> String {
    var texts = SourceCache(sources)
    let rules = Dictionary(diagnostics.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let driver = JSONText.object([
      ("name", JSONText.string(tool)),
      ("rules", JSONText.array(rules.keys.sorted().map { JSONText.object([("id", JSONText.string($0))]) })),
    ])
    let run = JSONText.object([
      ("tool", JSONText.object([("driver", driver)])),
      ("columnKind", JSONText.string("utf16CodeUnits")),
      ("results", JSONText.array(diagnostics.sorted().map { result($0, &texts) })),
    ])
    return JSONText.object([
      ("$schema", JSONText.string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", JSONText.string("2.1.0")), ("runs", JSONText.array([run])),
    ]) + "\n"
  }

  private func result(_ diagnostic: Diagnostic, _ texts: inout SourceCache) -> String {
    let text = ([diagnostic.message] + diagnostic.fixes.map(\.message)).map { $0[language] }.joined(separator: "\n")
    var members = [
      ("ruleId", JSONText.string(diagnostic.id)), ("level", JSONText.string(diagnostic.severity.rawValue)),
      ("message", JSONText.object([("text", JSONText.string(text))])),
    ]
    if let span = diagnostic.span {
      let place = JSONText.object([("physicalLocation", location(span, &texts))])
      members.append(("locations", JSONText.array([place])))
    }
    return JSONText.object(members)
  }

  private func location(_ span: SourceSpan, _ texts: inout SourceCache) -> String {
    var members = [("artifactLocation", JSONText.object([("uri", JSONText.string(address(span.path)))]))]
    if let text = texts[span.path] {
      let (start, end) = (text.location(of: span.range.lowerBound), text.location(of: span.range.upperBound))
      let region = [
        ("startLine", start.line), ("startColumn", start.column), ("endLine", end.line), ("endColumn", end.column),
      ]
      members.append(("region", JSONText.object(region.map { ($0.0, "\($0.1)") })))
    }
    return JSONText.object(members)
  }

  /// A URI reference: everything but unreserved characters and `/` percent-encoded (RFC 3986).
  private func address(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = path.utf8.flatMap { byte in
      plain.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
