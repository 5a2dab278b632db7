extension DiagnosticPrinter {
  /// Prints diagnostics as a GitLab Code Quality report (`artifacts: reports: codequality`).
  public func gitLab(_ diagnostics: [Diagnostic]) -> String {
    var texts = SourceCache(sources)
    var seen: [String: Int] = [:]
    let items = diagnostics.sorted().map { diagnostic -> String in
      let path = diagnostic.span?.path ?? "site.yml"
      let identity = "\(diagnostic.id)\n\(path)\n\(diagnostic.message.en)"
      let occurrence = seen[identity, default: 0]
      seen[identity] = occurrence + 1
      let line = diagnostic.span.flatMap { span in texts[span.path]?.location(of: span.range.lowerBound).line } ?? 1
      let lines = JSONText.object([("begin", "\(line)")])
      return JSONText.object([
        ("description", JSONText.string(diagnostic.message[language])),
        ("check_name", JSONText.string(diagnostic.id)),
        ("fingerprint", JSONText.string(fingerprint("\(identity)\n\(occurrence)"))),
        ("severity", JSONText.string(severity(diagnostic.severity))),
        ("location", JSONText.object([("path", JSONText.string(path)), ("lines", lines)])),
      ])
    }
    return JSONText.array(items) + "\n"
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }

  /// FNV-1a over what stays the same when lines move, so that GitLab knows a finding again.
  private func fingerprint(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
