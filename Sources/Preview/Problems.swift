import Build
import Diagnostics

/// What is wrong, as the panel in the page and the terminal say it.
struct Problems: Sendable {
  let errors: Int
  let others: Int
  /// The text of the terminal, errors apart from the rest.
  let errorText: String
  let otherText: String

  init(_ outcome: BuildOutcome, language: Language) {
    self.init(outcome.diagnostics.sorted(), outcome.sources, language)
  }

  private init(_ all: [Diagnostic], _ sources: SourceProvider, _ language: Language) {
    let (errors, others) = (all.filter { $0.severity == .error }, all.filter { $0.severity != .error })
    let printer = DiagnosticPrinter(language: language, sources: sources)
    self.errors = errors.count
    self.others = others.count
    errorText = printer.text(errors)
    otherText = printer.text(others)
  }

  private init(errors: Int, others: Int, errorText: String, otherText: String) {
    (self.errors, self.others, self.errorText, self.otherText) = (errors, others, errorText, otherText)
  }

  /// With what making a page showed, which comes first: it is about what is being looked at.
  ///
  /// Only that is printed; the text of everything else, which can be long, stays as it is.
  func adding(_ found: [Diagnostic], _ sources: SourceProvider, language: Language) -> Problems {
    guard !found.isEmpty else { return self }
    let new = Problems(found.sorted(), sources, language)
    return Problems(
      errors: errors + new.errors, others: others + new.others, errorText: Self.joined(new.errorText, errorText),
      otherText: Self.joined(new.otherText, otherText))
  }

  private static func joined(_ a: String, _ b: String) -> String {
    a.isEmpty || b.isEmpty ? a + b : "\(a)\n\(b)"
  }

  /// The machine failed, so that the site could not be read at all.
  init(_ failure: MachineFailure, language: Language) {
    errors = 1
    others = 0
    errorText = failure.message[language] + "\n"
    otherText = ""
  }
}
