import Build
import Diagnostics
import Glibc

/// One line on a terminal that says how far a build has come, and goes when the build ends.
struct ProgressLine: Sendable {
  private static let clear = "\r\u{1B}[K"

  let language: Language

  func show(_ progress: BuildProgress) {
    let amount = progress.total > 0 ? "\(progress.done)/\(progress.total)" : "\(progress.done)"
    Output.standardError("\(Self.clear)\(progress.stage.name[language]) \(amount)")
  }

  func remove() { Output.standardError(Self.clear) }
}

extension CommonOptions {
  /// Runs a build with a progress line, where there is a terminal to show it on.
  func watched(_ build: ((@Sendable (BuildProgress) -> Void)?) throws -> BuildOutcome) throws -> BuildOutcome {
    guard !quiet, isatty(STDERR_FILENO) == 1 else { return try build(nil) }
    let line = ProgressLine(language: language)
    defer { line.remove() }
    return try build(line.show)
  }
}
