import Taxonomy

extension Metadata {
  /// What a field says, as people read it: terms with their parents, dates as `YYYY-MM-DD`; none where it is absent.
  public func values(of field: DocumentField, in taxonomy: Taxonomy) -> [String] {
    func term(_ code: String, _ ordinal: Int?) -> [String] {
      ordinal.flatMap { ordinal in taxonomy[code].map { [$0.paths[ordinal]] } } ?? []
    }
    func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
    switch field {
    case .title: return [title]
    case .indexNumber: return one(indexNumber)
    case .publisher: return term("publisher", publisher)
    case .documentNumber: return one(documentNumber)
    case .dateCreated: return one(dateCreated?.description)
    case .datePublished: return one(datePublished?.description)
    case .dateEffective: return one(dateEffective?.description)
    case .dateRepealed: return one(dateRepealed?.description)
    case .validThrough: return one(validThrough?.description)
    case .theme: return term("theme", theme)
    case .genre: return term("genre", genre)
    case .statutory: return statutory.flatMap { term("statutory", $0) }
    case .audience: return audience.flatMap { term("audience", $0) }
    case .disclosure:
      let vocabulary = taxonomy["disclosure"]
      return one(disclosure.flatMap { mode in vocabulary?.terms.first { $0.code == mode.rawValue }?.name })
    case .withholdingReason: return term("refusal", withholdingReason)
    case .validity: return term("validity", validity)
    case .department: return term("department", department)
    case .summary: return one(summary)
    case .keywords: return keywords
    case .source, .disclosureTerm, .disclosureScope, .channels, .disclosureBasis, .dateCatalogued, .format, .language,
      .onlineLink:
      return shown.filter { $0.field == field }.map(\.text)
    case .review: return one(review.map { "\($0.reviewer) \($0.date) \($0.conclusion)" })
    case .relations: return relations.map { "\($0.kind.label) \($0.target.value)" }
    case .attachments: return attachments.map(\.file.value)
    case .changes: return changes.map { "\($0.date) \($0.note)" }
    case .reportYear: return one(reportYear?.description)
    case .period: return one(period.map { "\($0.start)/\($0.end)" })
    case .contact: return contact.map(\.parts) ?? []
    case .slug: return one(slug)
    case .draft: return isDraft ? ["是"] : []
    case .statistics, .personalDataExceptions: return []
    }
  }
}

extension Contact {
  fileprivate var parts: [String] { [office, address, postcode, phone, fax, email, hours].compactMap { $0 } }
}
