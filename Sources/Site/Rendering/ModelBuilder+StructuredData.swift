import Disclosure

/// Descriptions for search engines: JSON-LD in the terms of schema.org. A data block runs nothing, so that the strict
/// content security policy lets it stand in the page.
extension ModelBuilder {
  /// - Parameter url: the full address of the document's page.
  func structuredData(of position: Int, url: String) -> [UInt8] {
    let document = catalog.documents[position]
    let isLaw = terms.regulations.map(document.statutory.contains) ?? false
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("@context", "https://schema.org")
      writer.member("@type", isLaw ? "Legislation" : "DigitalDocument")
      writer.member("url", url)
      writer.member("name", document.title)
      writer.member("inLanguage", "zh-CN")
      writer.member("identifier", document.indexNumber)
      writer.member("datePublished", document.date?.description)
      writer.member("description", document.summary)
      if let publisher = terms.name(document.publisher, of: .publisher) {
        writer.key("publisher")
        writer.object { writer in
          writer.member("@type", "GovernmentOrganization")
          writer.member("name", publisher)
        }
      }
      if isLaw { legislation(position, &writer) }
    }
    return writer.bytes
  }

  private func legislation(_ position: Int, _ writer: inout JSONWriter) {
    let document = catalog.documents[position]
    writer.member("legislationIdentifier", document.documentNumber)
    writer.member("legislationDate", document.dateCreated?.description)
    writer.member("legislationDateOfApplicability", document.dateEffective?.description)
    writer.member("legislationLegalForce", document.validity.flatMap { terms.legalForce[$0] })
    for (kind, property) in [(Relation.Kind.amends, "legislationChanges"), (.repeals, "legislationRepeals")] {
      let others = document.relations.filter { $0.kind == kind }
        .compactMap { catalog.position(ofIndexNumber: $0.target.value) }
      guard !others.isEmpty else { continue }
      writer.key(property)
      writer.array { writer in others.forEach { writer.string(settings.baseURL + plan.addresses[$0]) } }
    }
  }
}
