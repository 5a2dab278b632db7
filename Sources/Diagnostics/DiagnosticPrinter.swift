/// Prints diagnostics in the order of their places, in any of the forms of `--format`.
public struct DiagnosticPrinter: Sendable {
  let language: Language
  let sources: SourceProvider

  public init(language: Language, sources: SourceProvider) {
    self.language = language
    self.sources = sources
  }
}
