import Archive
import Disclosure

/// Says of every file of the output what it follows from, in one fingerprint: a file whose key is the one it had in
/// the last build has the same bytes, and need not be made.
///
/// Keys are coarse, so that a new field cannot be forgotten. A document's own page follows from all bytes of its file
/// and from all metadata of the documents it may name; a page of a list from all metadata of its rows; everything else
/// from all metadata of all documents. What any page may show of the site is in every key.
public struct OutputKeys: Sendable {
  private let plan: SitePlan
  /// What every page may show: the site's settings, its theme, its columns, plain pages, terms and forms.
  private let frame: Fingerprint
  /// Of everything but texts.
  private let catalog: Fingerprint
  /// Of what links to documents lead to.
  private let addresses: Fingerprint

  /// - Parameter site: of everything outside the documents: program, options, settings, theme, portal.
  public init(_ plan: SitePlan, site: Fingerprint) {
    self.plan = plan
    frame = Self.frame(plan, site)
    var addresses = frame
    for facts in plan.catalog.facts { addresses.add(facts.fingerprints.address) }
    self.addresses = addresses
    catalog = Self.catalog(plan, frame)
  }

  private static func frame(_ plan: SitePlan, _ site: Fingerprint) -> Fingerprint {
    var frame = site
    for section in [plan.root] + plan.organs {
      frame.add(section.columns.count)
      for column in section.columns { frame.add(column.path) }
      frame.add(section.applicationForm)
      // Pages link to the terms that have entries; years are no field of a document.
      for term in section.index.terms where term.vocabulary != "year" { frame.add(term.folder) }
    }
    for position in plan.catalog[.page] { frame.add(plan.catalog.facts[position].fingerprints.metadata) }
    return frame
  }

  private static func catalog(_ plan: SitePlan, _ frame: Fingerprint) -> Fingerprint {
    var all = frame
    let catalog = plan.catalog
    all.add(catalog.total)
    all.add(catalog.today)
    for facts in catalog.facts { all.add(facts.fingerprints.metadata) }
    for entry in catalog.withheldEntries {
      for number in [entry.organ, entry.department] { all.add(number) }
      all.add(entry.dateCreated)
    }
    // Numbers of yearly reports may be in files beside them.
    for file in plan.files { all.add(file.state) }
    return all
  }

  // MARK: - Pages

  /// - Parameter linksToDocuments: whether the text of the document has links that lead into the site.
  public func key(of page: PlannedPage, linksToDocuments: Bool) -> Fingerprint {
    switch page.content {
    case .entry(let position): entry(position, linksToDocuments: linksToDocuments)
    case .article(let position): document(position, catalog)
    case .repealed(let part): repealed(part)
    case .list(let term, let part, let organ):
      list(term, part, plan.section(organ), isNewest: part.number == part.pages)
    default: catalog
    }
  }

  /// What follows from a document's own file and files.
  private func document(_ position: Int, _ surroundings: Fingerprint) -> Fingerprint {
    let fingerprints = plan.catalog.facts[position].fingerprints
    var key = surroundings
    key.add(fingerprints.file)
    key.add(fingerprints.metadata)
    for attachment in plan.attachments[position] {
      key.add(attachment.file.state)
      key.add(attachment.output)
      key.add(attachment.name)
    }
    if !plan.revisionDates.isEmpty { key.add(plan.revisionDates[plan.catalog.documents[position].path]) }
    return key
  }

  private func entry(_ position: Int, linksToDocuments: Bool) -> Fingerprint {
    var key = document(position, linksToDocuments ? addresses : frame)
    let (newer, older) = plan.neighbours(of: position)
    for neighbour in [newer, older] { key.add(neighbour.map(metadata)) }
    if plan.catalog.facts[position].hasRelations {
      for relation in plan.catalog.documents[position].relations {
        let other = plan.catalog.position(ofIndexNumber: relation.target.value)
        key.add(other.map(metadata))
      }
    }
    addIncoming(position, to: &key)
    return key
  }

  /// Adds what points to a document.
  private func addIncoming(_ position: Int, to key: inout Fingerprint) {
    guard !plan.incoming.isEmpty, let number = plan.catalog.documents[position].indexNumber else { return }
    for (_, other) in plan.incoming[number] ?? [] { key.add(metadata(other)) }
  }

  private func metadata(_ position: Int) -> Fingerprint { plan.catalog.facts[position].fingerprints.metadata }

  private func repealed(_ part: Pagination.Page) -> Fingerprint {
    var key = frame
    key.add(part.path)
    for number in [part.pages, plan.ended.count] { key.add(number) }
    for position in plan.ended[part.rows] {
      key.add(metadata(position))
      addIncoming(position, to: &key)
    }
    return key
  }

  private func list(
    _ term: IndexedTerm?, _ part: Pagination.Page, _ section: SiteSection, isNewest: Bool
  ) -> Fingerprint {
    let entries = term?.entries ?? section.entries
    var key = frame
    key.add(part.path)
    for number in [part.pages, entries.count] { key.add(number) }
    for position in entries[part.rows] { key.add(metadata(position)) }
    guard isNewest else { return key }
    for term in section.index.terms {
      key.add(term.folder)
      key.add(term.entries.count)
    }
    for organ in plan.organs { key.add(organ.entries.count) }
    return key
  }

  // MARK: - Data files

  /// Of files that may show something of every document, but only the summaries that `summaries` is of.
  public func everything(_ summaries: Fingerprint? = nil) -> Fingerprint {
    var key = catalog
    key.add(summaries)
    return key
  }

  /// Of files that list all pages.
  func pages() -> Fingerprint {
    var key = addresses
    for page in plan.pages where !page.isDocument { key.add(page.path) }
    return key
  }

  /// Of a file that shows some documents with what `texts` has of each.
  public func documents(_ positions: some Sequence<Int>, texts: (Int) -> Fingerprint) -> Fingerprint {
    var key = frame
    for position in positions {
      key.add(metadata(position))
      key.add(texts(position))
    }
    return key
  }
}
