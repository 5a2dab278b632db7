import Archive
import Diagnostics

/// How a build ended, as it is kept in the cache.
enum OutcomeArchive {
  /// - Parameter files: how many files the output has.
  static func write(_ outcome: BuildOutcome, files: Int, to writer: inout ByteWriter) {
    writer.integer(files)
    let summary = outcome.summary
    for count in [
      summary.errors, summary.warnings, summary.notes, summary.documents, summary.published, summary.withheld,
      summary.baselined,
    ] {
      writer.integer(count)
    }
    writer.list(outcome.diagnostics, DiagnosticArchive.write)
    let shown = Set(outcome.diagnostics.compactMap(\.span?.path)).filter { outcome.sources.isWithheld($0) }
    writer.list(shown.sorted()) { $1.text($0) }
  }

  /// The outcome of a build that finds nothing to do.
  static func read(_ reader: inout ByteReader, source: String) -> BuildOutcome {
    let files = reader.integer()
    var summary = DiagnosticSummary([], documents: 0, published: 0, withheld: 0)
    (summary.errors, summary.warnings, summary.notes) = (reader.integer(), reader.integer(), reader.integer())
    (summary.documents, summary.published, summary.withheld) = (reader.integer(), reader.integer(), reader.integer())
    summary.baselined = reader.integer()
    let diagnostics = reader.list(DiagnosticArchive.read)
    let withheld = Set(reader.list { $0.text() })
    let quotes = SourceQuotes(source: source, withheld: withheld, embedded: [:])
    var outcome = BuildOutcome(diagnostics: diagnostics, summary: summary, sources: quotes.provider)
    outcome.publication = .init(files: files, changed: 0, removed: 0)
    return outcome
  }
}
