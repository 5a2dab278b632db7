/// How a build or a check ended, in counts.
public struct DiagnosticSummary: Sendable, Hashable {
  public var errors = 0
  public var warnings = 0
  public var notes = 0
  /// Findings in old content that the baseline keeps silent about.
  public var baselined = 0
  /// Documents read, of every kind.
  public var documents = 0
  /// Documents that have a page, or would have one had there been no error.
  public var published = 0
  /// Documents kept back: not to be disclosed, secret, unreviewed, drafts.
  public var withheld = 0

  public init(_ diagnostics: [Diagnostic], documents: Int = 0, published: Int = 0, withheld: Int = 0) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
    self.documents = documents
    self.published = published
    self.withheld = withheld
  }
}
