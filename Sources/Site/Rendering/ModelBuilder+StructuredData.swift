import Disclosure

/// Descriptions for search engines: JSON-LD in the terms of schema.org. A data block runs nothing, so that the strict
/// content security policy lets it stand in the page.
extension ModelBuilder {
  /// - Parameter url: the full address of the document's page.
  func structuredData(of position: Int, url: String) -> [UInt8] {
    let metadata = catalog.documents[position].metadata
    let isLaw = terms.regulations.map(metadata.statutory.contains) ?? false
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("@context", "https://schema.org")
      writer.member("@type", isLaw ? "Legislation" : "DigitalDocument")
      writer.member("url", url)
      writer.member("name", metadata.title)
      writer.member("inLanguage", "zh-CN")
      writer.member("identifier", metadata.indexNumber)
      writer.member("datePublished", metadata.date?.description)
      writer.member("description", metadata.summary)
      if let publisher = terms.name(metadata.publisher, of: .publisher) {
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
    let metadata = catalog.documents[position].metadata
    writer.member("legislationIdentifier", metadata.documentNumber)
    writer.member("legislationDate", metadata.dateCreated?.description)
    writer.member("legislationDateOfApplicability", metadata.dateEffective?.description)
    writer.member("legislationLegalForce", metadata.validity.flatMap { terms.legalForce[$0] })
    for (kind, property) in [(Relation.Kind.amends, "legislationChanges"), (.repeals, "legislationRepeals")] {
      let others = metadata.relations.filter { $0.kind == kind }
        .compactMap { catalog.position(ofIndexNumber: $0.target.value) }
      guard !others.isEmpty else { continue }
      writer.key(property)
      writer.array { writer in others.forEach { writer.string(settings.baseURL + plan.addresses[$0]) } }
    }
  }
}
