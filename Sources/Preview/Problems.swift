import Build
import Diagnostics

/// What is wrong, as the panel in the page and the terminal say it.
struct Problems: Sendable {
  let errors: Int
  let others: Int
  /// The text of the terminal, errors apart from the rest.
  let errorText: String
  let otherText: String

  /// - Parameter more: found after the outcome, such as in making one page.
  init(_ outcome: BuildOutcome, and more: [Diagnostic] = [], language: Language) {
    let all = (outcome.diagnostics + more).sorted()
    let (errors, others) = (all.filter { $0.severity == .error }, all.filter { $0.severity != .error })
    let printer = DiagnosticPrinter(language: language, sources: outcome.sources)
    self.errors = errors.count
    self.others = others.count
    errorText = printer.text(errors)
    otherText = printer.text(others)
  }

  /// The machine failed, so that the site could not be read at all.
  init(_ failure: MachineFailure, language: Language) {
    errors = 1
    others = 0
    errorText = failure.message[language] + "\n"
    otherText = ""
  }
}
