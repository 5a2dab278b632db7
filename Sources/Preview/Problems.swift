import Build
import Diagnostics

/// What is wrong, as the panel in the page and the terminal say it.
struct Problems: Sendable {
  /// Of either kind. A longer list is not read to its end, and printing it took longer than reading the site again.
  private static let mostListed = 100

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
    errorText = Self.text(errors, printer, language)
    otherText = Self.text(others, printer, language)
  }

  private static func text(_ all: [Diagnostic], _ printer: DiagnosticPrinter, _ language: Language) -> String {
    let text = printer.text(Array(all.prefix(mostListed)))
    guard all.count > mostListed else { return text }
    let more = all.count - mostListed
    return text
      + (language == .zh
        ? "\n还有 \(more) 个没有列在这里，gongkai check 列出全部。\n"
        : "\n\(more) more are not listed here; gongkai check lists all.\n")
  }

  /// Whether every one of them is listed.
  var isComplete: Bool { max(errors, others) <= Self.mostListed }

  private init(errors: Int, others: Int, errorText: String, otherText: String) {
    (self.errors, self.others, self.errorText, self.otherText) = (errors, others, errorText, otherText)
  }

  /// With what making a page showed, which comes first: it is about what is being looked at.
  ///
  /// Only that is printed; the text of everything else, which can be long, stays as it is.
  ///
  /// - Parameter known: those among these that are about the page, to be listed with it.
  func adding(
    _ found: [Diagnostic], repeating known: [Diagnostic], _ sources: SourceProvider, language: Language
  ) -> Problems {
    guard !found.isEmpty || !known.isEmpty else { return self }
    let shown = Problems((found + known).sorted(), sources, language)
    let newErrors = found.count { $0.severity == .error }
    return Problems(
      errors: errors + newErrors, others: others + found.count - newErrors,
      errorText: Self.joined(shown.errorText, errorText), otherText: Self.joined(shown.otherText, otherText))
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
