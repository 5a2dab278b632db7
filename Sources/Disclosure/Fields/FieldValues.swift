import Chronology
import Taxonomy

/// What the fields of documents say, as people read it: terms with their parents, dates as `YYYY-MM-DD`.
public struct FieldValues: Sendable {
  private let vocabularies: FieldVocabularies

  public init(_ taxonomy: Taxonomy) { vocabularies = FieldVocabularies(taxonomy) }

  /// The values of a field; none where it is absent.
  public func list(of field: DocumentField, in document: Document) -> [String] {
    var values: [String] = []
    forEach(of: field, in: document) { values.append($0) }
    return values
  }

  /// Calls `body` with each value of a field, in the order of the front matter.
  public func forEach(of field: DocumentField, in document: Document, _ body: (String) -> Void) {
    func term(_ ordinal: Int) { vocabularies.path(of: ordinal, in: field).map(body) }
    func date(_ date: CivilDate) { body(date.description) }
    switch field {
    case .title: body(document.title)
    case .indexNumber: document.indexNumber.map(body)
    case .publisher: document.publisher.map(term)
    case .documentNumber: document.documentNumber.map(body)
    case .dateCreated: document.dateCreated.map(date)
    case .datePublished: document.datePublished.map(date)
    case .dateEffective: document.dateEffective.map(date)
    case .dateRepealed: document.dateRepealed.map(date)
    case .validThrough: document.validThrough.map(date)
    case .theme: document.theme.map(term)
    case .genre: document.genre.map(term)
    case .statutory: document.statutory.forEach(term)
    case .audience: document.audience.forEach(term)
    case .disclosure: document.disclosure.flatMap(vocabularies.name(of:)).map(body)
    case .withholdingReason: document.withholdingReason.map(term)
    case .validity: document.validity.map(term)
    case .department: document.department.map(term)
    case .summary: document.summary.map(body)
    case .keywords: document.keywords.forEach(body)
    case .source, .disclosureTerm, .disclosureScope, .channels, .disclosureBasis, .dateCatalogued, .format, .language,
      .onlineLink:
      for value in document.shown where value.field == field { body(value.text) }
    case .review: document.review.map { body("\($0.reviewer) \($0.date) \($0.conclusion)") }
    case .relations: document.relations.forEach { body("\($0.kind.label) \($0.target.value)") }
    case .attachments: document.attachments.forEach { body($0.file.value) }
    case .changes: document.changes.forEach { body("\($0.date) \($0.note)") }
    case .reportYear: document.reportYear.map { body(String($0)) }
    case .period: document.period.map { body("\($0.start)/\($0.end)") }
    case .contact: document.contact?.parts.forEach(body)
    case .slug: document.slug.map(body)
    case .draft: if document.isDraft { body("是") }
    case .statistics, .personalDataExceptions: break
    }
  }
}

extension Contact {
  fileprivate var parts: [String] { [office, address, postcode, phone, fax, email, hours].compactMap { $0 } }
}
