import Chronology
import Diagnostics
import Disclosure
import Rules

/// What an office hands to its inspector: every rule, what it rests on, whether the site passes, and where it does not.
///
/// Of documents that are not published in full it says which rule found something and on which line, nothing more.
public struct InspectionReport: Sendable {
  struct Rule: Sendable {
    let kind: DiagnosticKind
    let basis: String?
    /// `nil` where the site has turned the rule off.
    let severity: Severity?
    let coverage: RuleCoverage
    var findings: [Finding] = []

    var result: Result {
      if severity == nil { return .off }
      if !findings.isEmpty { return .fail }
      if case .none = coverage { return .skipped }
      return .pass
    }
  }

  enum Result: String { case pass, fail, skipped, off }

  struct Finding: Sendable {
    let path: String
    /// From 1; `nil` where the file has no lines to count, such as a folder.
    let line: Int?
    let column: Int?
    let message: Text
  }

  let siteName: String
  let organization: String
  let address: String
  /// The day it was made; absent where nobody said which day it is.
  let date: CivilDate?
  /// How many documents each column has, by organ where there are several.
  let columns: [(organ: String?, label: String, count: Int)]
  let summary: DiagnosticSummary
  /// In the order of the registry.
  let rules: [Rule]

  /// Checks a site.
  public static func inspect(_ options: BuildOptions) throws -> (outcome: BuildOutcome, report: InspectionReport) {
    let checked = try CheckedSite(options)
    return (checked.outcome, InspectionReport(checked, options))
  }

  init(_ checked: CheckedSite, _ options: BuildOptions) {
    let catalog = checked.site.plan.catalog
    let settings = catalog.settings
    siteName = settings.siteName
    organization = settings.organization
    address = settings.baseURL
    date = options.today
    columns = Self.columns(catalog)
    summary = checked.outcome.summary
    rules = Self.rules(checked, CoverageReader(checked.site, options))
  }

  private static func columns(_ catalog: Catalog) -> [(organ: String?, label: String, count: Int)] {
    catalog.sections.flatMap { section in
      let organ = catalog.organs.isEmpty ? nil : section.organ?.name ?? catalog.settings.organization
      return DocumentKind.allCases.filter { $0.isColumn || section.organ == nil }
        .map { (organ, $0.label, section[$0].count) }
    }
  }

  private static func rules(_ checked: CheckedSite, _ coverage: CoverageReader) -> [Rule] {
    var findings: [String: [Finding]] = [:]
    var reader = FindingReader(checked.outcome.sources)
    for diagnostic in checked.outcome.diagnostics {
      findings[diagnostic.id, default: []].append(reader.finding(diagnostic))
    }
    return DiagnosticRegistry.kinds.map { kind in
      Rule(
        kind: kind, basis: RuleBasis.text(of: kind), severity: checked.site.policy.severity(of: kind),
        coverage: coverage.coverage(of: kind), findings: findings[kind.id] ?? [])
    }
  }
}

/// Reads each file once while findings are placed.
private struct FindingReader {
  private let sources: SourceProvider
  private var path: String?
  private var text: SourceText?

  init(_ sources: SourceProvider) { self.sources = sources }

  mutating func finding(_ diagnostic: Diagnostic) -> InspectionReport.Finding {
    guard let span = diagnostic.span else {
      return .init(path: "", line: nil, column: nil, message: diagnostic.message)
    }
    if span.path != path {
      path = span.path
      text = sources.text(of: span.path)
    }
    let place = text?.location(of: span.range.lowerBound)
    // A message may name a word of the text it is about.
    let message = sources.isWithheld(span.path) ? diagnostic.kind.title : diagnostic.message
    return .init(path: span.path, line: place?.line, column: place?.column, message: message)
  }
}
