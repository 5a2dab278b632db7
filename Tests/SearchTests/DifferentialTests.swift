import Testing

@testable import Search

/// The index and its reader against a plain scan of the same documents.
@Suite struct DifferentialTests {
  struct Request: Encodable {
    var op = "differential"
    var documents: [Document]
    var count: Int
    var seed: Int
  }

  struct Document: Encodable {
    var url: String
    var title: String
    var numbers: [String]
    var text: String
  }

  struct Report: Decodable {
    /// The first query whose results differ; empty where none does.
    var q: String
    var expected: [String]?
    var found: [String]?
    var note: String?
    var checked: Int?
    var hits: Int?
  }

  @Test(
    .enabled(if: TemporarySite.hasNode),
    arguments: [
      (IndexLimits(), 300, 100_000),
      (IndexLimits(ordinary: 6, numeric: 3, character: 9, page: 120, block: 12), 300, 10_000),
      (IndexLimits(ordinary: 1, numeric: 1, character: 1, page: 40, block: 4), 40, 1_000),
    ])
  func everySubstringIsFoundAndNothingElse(limits: IndexLimits, entries: Int, queries: Int) throws {
    let corpus = GeneratedCorpus(count: entries, seed: 20_261_123)
    let site = try TemporarySite(try files(of: corpus.samples, limits: limits))
    let documents = corpus.samples.map {
      Document(url: $0.document.url, title: $0.entry.title, numbers: $0.document.numbers, text: $0.text)
    }
    let report = try site.ask([Request(documents: documents, count: queries, seed: 7)], as: Report.self)[0]
    #expect(report.q == "", "expected \(report.expected ?? []), found \(report.found ?? []) \(report.note ?? "")")
    #expect(report.checked ?? 0 > queries / 2)
    #expect(report.hits ?? 0 > 0)
  }
}
