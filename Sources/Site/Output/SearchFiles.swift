import Disclosure
import Search

/// The search index: every document's title, numbers and text.
public struct SearchFiles: Sendable {
  private let plan: SitePlan

  /// Vocabularies that readers filter results by; the year follows from the date.
  private static let facets: [DocumentField] = [.theme, .genre, .publisher, .department, .validity]

  public init(_ plan: SitePlan) { self.plan = plan }

  /// Makes all files, calling `write` with paths below the site's root, from any worker.
  ///
  /// - Parameter text: what a reader reads of the document at a position in the catalog; called from any worker.
  public func build(
    workers: Int, text: @escaping @Sendable (_ position: Int) throws -> [UInt8],
    write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    let entries = plan.catalog.documents.enumerated().map { position, document in
      SearchEntry(
        key: document.indexNumber ?? plan.permalinks[position],
        date: document.date?.description ?? "", title: document.title)
    }
    let terms = TermNames(plan)
    let options = SearchOptions(synonyms: plan.catalog.settings.search.synonyms)
    try SearchIndexBuilder(options: options).build(entries, workers: workers) {
      document($0, terms, text: try text($0))
    } write: { path, bytes in
      try write("search/\(path)", bytes)
    }
  }

  private func document(_ position: Int, _ terms: TermNames, text: [UInt8]) -> SearchDocument {
    let document = plan.catalog.documents[position]
    let ordinals = [document.theme, document.genre, document.publisher, document.department, document.validity]
    let organ = plan.section(of: position).organ.map { SearchDocument.Facet(name: "organ", value: $0.name) }
    let facets = zip(Self.facets, ordinals).compactMap { field, ordinal in
      terms.name(ordinal, of: field).map { SearchDocument.Facet(name: field.field.key, value: $0) }
    }
    return SearchDocument(
      url: plan.addresses[position], numbers: [document.documentNumber, document.indexNumber].compactMap { $0 },
      text: text, publisher: terms.name(document.publisher, of: .publisher) ?? "",
      facets: facets + (organ.map { [$0] } ?? []))
  }
}
