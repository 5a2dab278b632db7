import Archive
import Search

/// An entry with its text, for tests to change.
struct Sample: Sendable {
  var entry: SearchEntry
  var document: SearchDocument
  var text: String

  init(_ entry: SearchEntry, url: String, numbers: [String], text: String, facets: [SearchDocument.Facet]) {
    self.entry = entry
    document = SearchDocument(url: url, numbers: numbers, text: Fingerprint(), publisher: "示例局", facets: facets)
    self.text = text
  }
}

struct SampleContent: SearchContent {
  let samples: [Sample]

  var entries: [SearchEntry] { samples.map(\.entry) }

  func document(_ position: Int) -> SearchDocument {
    var document = samples[position].document
    document.text = Fingerprint(of: samples[position].text)
    return document
  }

  func texts() -> (Int) throws -> [UInt8] { { Array(samples[$0].text.utf8) } }
}
