import Build
import Diagnostics
import Testing

/// The table of common mistakes is true, row by row.
@Suite struct MistakeTableTests {
  @Test func theSiteItselfHasNoMistake() throws {
    let outcome = try SampleSite.with(MistakeTable.read().site) { try $0.check() }
    #expect(outcome.diagnostics.filter { $0.severity != .note }.isEmpty)
  }

  @Test func itHasAHundredMistakesAndMore() throws {
    let mistakes = try MistakeTable.read().mistakes
    #expect(mistakes.count >= 100)
    #expect(Set(mistakes.map { "\($0.original)\u{0}\($0.mistake)" }).count == mistakes.count)
  }

  @Test(arguments: try MistakeTable.read().mistakes)
  func eachIsAnsweredWithItsPlaceAndTheWayOut(_ row: MistakeTable.Mistake) throws {
    let site = try MistakeTable.read().site
    #expect(site.ranges(of: row.original).count == 1, "“\(row.original)” is there once")
    let answers = try SampleSite.with(site.replacing(row.original, with: row.mistake)) { site in
      let outcome = try site.check()
      return outcome.diagnostics.map { diagnostic in
        [
          place(diagnostic, outcome.sources), "\(diagnostic.severity.label[.zh])：\(diagnostic.message[.zh])",
          diagnostic.fixes.first?.message[.zh] ?? "",
        ]
      }
    }
    #expect(answers.contains([row.place, row.message, row.wayOut]), "answered: \(answers)")
  }

  private func place(_ diagnostic: Diagnostic, _ sources: SourceProvider) -> String {
    guard let span = diagnostic.span else { return "" }
    guard let location = sources.text(of: span.path)?.location(of: span.range.lowerBound) else { return span.path }
    return "\(span.path):\(location.line):\(location.column)"
  }
}
