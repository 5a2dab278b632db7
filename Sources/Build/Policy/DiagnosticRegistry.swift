import Diagnostics
import Disclosure
import Markdown
import Reports
import Rules
import Site
import Taxonomy
import Templates
import YAML

/// Every kind of diagnostic there is, room by room.
public enum DiagnosticRegistry {
  public static let kinds: [DiagnosticKind] =
    YAMLDiagnostics.kinds + TaxonomyDiagnostics.kinds + DisclosureDiagnostics.kinds + MarkdownDiagnostics.kinds
    + TemplatesDiagnostics.kinds + SiteDiagnostics.kinds + BuildDiagnostics.kinds + RulesDiagnostics.kinds
    + ReportsDiagnostics.kinds
}
