/// What a diagnostic is an instance of: a stable identifier that users can look up and configure.
///
/// Kinds are declared beside the check that reports them, and listed by their room, so that
/// `gongkai explain`, the inspection report and the tests know all of them. Each has a page in
/// `docs/diagnostics` with a wrong and a right example; a test builds both.
public struct DiagnosticKind: Sendable, Hashable {
  /// `area.what`, for example `front-matter.unknown-key`. Never reused for another meaning.
  public let id: String
  /// The level unless `site.yml` says otherwise.
  public let severity: Severity
  /// A gate protects people or secrets: neither `site.yml` nor a baseline can lower it.
  public let isGate: Bool
  /// Without what it asks for there is nothing sensible to publish: no text, no page, or two pages at one address.
  public let isFatal: Bool
  /// What it is about, in a few words.
  public let title: Text
  /// The way out where a diagnostic knows none that fits its case better. Quotes nothing.
  public let remedy: Text?

  public init(
    _ id: String, _ severity: Severity, gate: Bool = false, fatal: Bool = false, zh: String, en: String,
    remedy: Text? = nil
  ) {
    self.id = id
    self.severity = severity
    self.isGate = gate
    self.isFatal = fatal
    self.title = Text(zh: zh, en: en)
    self.remedy = remedy
  }

  /// Whether neither `site.yml` nor a baseline can change its level.
  public var hasFixedLevel: Bool { isGate || isFatal }

  public static func == (a: DiagnosticKind, b: DiagnosticKind) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
