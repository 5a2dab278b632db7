import Diagnostics
import Disclosure

/// What becomes of all that was found, before it is counted and printed: the site's levels, then its baseline.
struct DiagnosticPolicy {
  private let levels: RuleLevels
  private let baseline: Baseline?
  private var faults: [Diagnostic] = []

  init(_ settings: SiteSettings, _ options: BuildOptions) throws(MachineFailure) {
    levels = RuleLevels(settings.ruleLevels, &faults)
    baseline = options.usesBaseline ? try Baseline.read(source: options.source, &faults) : nil
  }

  /// The level of a kind on this site; `nil` where it is turned off.
  func severity(of kind: DiagnosticKind) -> Severity? { levels.severity(of: kind) }

  /// - Returns: what to report, and how many findings the baseline silences.
  func judged(_ found: [Diagnostic], sources: SourceProvider) -> (diagnostics: [Diagnostic], baselined: Int) {
    let all = levels.applied(to: found + faults)
    guard let baseline else { return (all.sorted(), 0) }
    let remainder = baseline.remainder(of: all, sources: sources)
    return ((remainder.diagnostics + levels.applied(to: remainder.stale)).sorted(), remainder.known)
  }
}
