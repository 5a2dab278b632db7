import Diagnostics

/// How a build or a check ended.
public struct BuildOutcome: Sendable {
  public let diagnostics: [Diagnostic]
  public let summary: DiagnosticSummary
  /// For printing the diagnostics: never quotes what may not be published.
  public let sources: SourceProvider
  /// What became of the output; `nil` when nothing was published.
  public internal(set) var publication: Publication?
  /// What each stage took.
  public internal(set) var stages: [StageMeasurement] = []

  public struct Publication: Sendable, Hashable {
    /// Files in the output, how many of them changed, and how many were removed.
    public let files, changed, removed: Int
  }

  init(diagnostics: [Diagnostic], summary: DiagnosticSummary, sources: SourceProvider) {
    self.diagnostics = diagnostics
    self.summary = summary
    self.sources = sources
  }

  public var files: Int { publication?.files ?? 0 }
  public var changed: Int { publication?.changed ?? 0 }
  public var removed: Int { publication?.removed ?? 0 }
}

/// Where the printers get source lines from.
struct SourceQuotes: Sendable {
  let source: String
  /// Documents that are not, or may not be, published in full: a quoted line could give away what the page does not.
  let withheld: Set<String>
  let embedded: [String: [UInt8]]

  var provider: SourceProvider {
    SourceProvider(withheld: withheld) { path in
      if let template = embedded[path] { return template }
      // A link could lead to what is nobody's content.
      guard Disk.isRegularFile("\(source)/\(path)") else { return nil }
      return try? Disk.read("\(source)/\(path)", atMost: 17 << 20)
    }
  }
}
