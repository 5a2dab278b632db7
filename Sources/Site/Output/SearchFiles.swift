import Archive
import Disclosure
import Search

/// The search index: every document's title, numbers and text.
public struct SearchFiles: Sendable {
  private let plan: SitePlan

  public init(_ plan: SitePlan) { self.plan = plan }

  /// Answers what a reader reads of the document at a position in the catalog.
  public typealias Texts = (_ position: Int) throws -> [UInt8]

  /// Makes the files, calling `write` with paths below the site's root, from any worker.
  ///
  /// - Parameters:
  ///   - fingerprint: of the text of the document at a position in the catalog; called from any worker.
  ///   - texts: called once by each worker.
  ///   - earlier: the index that is in the output already.
  public func build(
    workers: Int, fingerprint: @escaping @Sendable (_ position: Int) -> Fingerprint,
    texts: @escaping @Sendable () -> Texts, after earlier: () -> EarlierIndex? = { nil },
    write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws -> SearchIndex {
    let content = PlanContent(plan: plan, terms: TermNames(plan), fingerprint: fingerprint, makeTexts: texts)
    let options = SearchOptions(synonyms: plan.catalog.settings.search.synonyms)
    return try SearchIndexBuilder(options: options).build(content, workers: workers, after: earlier) { path, bytes in
      try write("search/\(path)", bytes)
    }
  }
}

/// The documents of a plan, for the index.
private struct PlanContent: SearchContent {
  let plan: SitePlan
  let terms: TermNames
  let fingerprint: @Sendable (Int) -> Fingerprint
  let makeTexts: @Sendable () -> SearchFiles.Texts

  /// Vocabularies that readers filter results by; the year follows from the date.
  private static let facets: [DocumentField] = [.theme, .genre, .publisher, .department, .validity]

  var entries: [SearchEntry] {
    plan.catalog.documents.enumerated().map { position, document in
      SearchEntry(
        key: document.indexNumber ?? plan.permalinks[position],
        date: document.date?.description ?? "", title: document.title)
    }
  }

  func document(_ position: Int) -> SearchDocument {
    let document = plan.catalog.documents[position]
    let ordinals = [document.theme, document.genre, document.publisher, document.department, document.validity]
    let organ = plan.section(of: position).organ.map { SearchDocument.Facet(name: "organ", value: $0.name) }
    let facets = zip(Self.facets, ordinals).compactMap { field, ordinal in
      terms.name(ordinal, of: field).map { SearchDocument.Facet(name: field.field.key, value: $0) }
    }
    return SearchDocument(
      url: plan.addresses[position], numbers: [document.documentNumber, document.indexNumber].compactMap { $0 },
      text: fingerprint(position), publisher: terms.name(document.publisher, of: .publisher) ?? "",
      facets: facets + (organ.map { [$0] } ?? []))
  }

  func texts() -> (Int) throws -> [UInt8] { makeTexts() }
}
