import Disclosure
import Taxonomy

extension ModelBuilder {
  /// A page of the catalog, or of one term.
  func list(_ term: IndexedTerm?, _ part: Pagination.Page, _ url: RelativeURL) -> ListPage {
    let title = term.map { "\($0.label)：\(path(of: $0))" } ?? DocumentKind.entry.label
    let positions = part.rows.map { i in term.map { $0.entries[i] } ?? catalog[.entry].lowerBound + i }
    let suffix = part.number == part.pages ? "" : "（第\(part.number)页）"
    let trail = term == nil && part.number == part.pages ? [] : columnLink(.entry, url)
    let neighbour = { (number: Int, title: String) -> LinkModel? in
      guard number >= 1, number <= part.pages, number != part.number else { return nil }
      return LinkModel(title: title, url: url(Pagination.path(of: number, of: part.pages, in: part.folder)))
    }
    return ListPage(
      site: site(url, current: .entry),
      page: head(title + suffix, path: part.path, column: .entry, trail: trail, url),
      rows: positions.map { row($0, url) }, total: term?.entries.count ?? catalog[.entry].count, number: part.number,
      pages: part.pages, newest: neighbour(part.pages, "最新一页"), newer: neighbour(part.number + 1, "较新一页"),
      older: neighbour(part.number - 1, "较早一页"),
      facets: part.number == part.pages ? facets(current: term, url) : [])
  }

  /// The term's name with its parent's, as the parents' “其他” are different lists.
  private func path(of term: IndexedTerm) -> String {
    settings.taxonomy[term.vocabulary]?.path(of: term.ordinal) ?? term.name
  }

  func row(_ position: Int, _ url: RelativeURL) -> EntryRow {
    let document = catalog.documents[position]
    let metadata = document.metadata
    return EntryRow(
      title: metadata.title, url: url(plan.permalinks[position]), indexNumber: metadata.indexNumber ?? "",
      documentNumber: metadata.documentNumber, publisher: name("publisher", metadata.publisher),
      dateCreated: metadata.dateCreated?.description, datePublished: metadata.date?.description,
      summary: metadata.summary, validity: name("validity", metadata.validity), isEnded: isEnded(metadata),
      isListedOnly: document.publication == .listed)
  }

  func name(_ vocabulary: String, _ ordinal: Int?) -> String? {
    guard let ordinal, let vocabulary = settings.taxonomy[vocabulary] else { return nil }
    return vocabulary.path(of: ordinal)
  }

  func isEnded(_ metadata: Metadata) -> Bool {
    let code = metadata.validity.flatMap { settings.taxonomy["validity"]?.terms[$0].code }
    return code == "lapsed" || code == "repealed"
  }

  /// The terms that have entries, children below their parents; on a term's page those of its vocabulary alone.
  func facets(current: IndexedTerm?, _ url: RelativeURL) -> [FacetModel] {
    var facets: [FacetModel] = []
    let model = { (term: IndexedTerm, children: [TermModel]) in
      TermModel(
        name: term.name, url: url(TermIndex.path(of: term)), count: term.entries.count,
        isCurrent: term.vocabulary == current?.vocabulary && term.ordinal == current?.ordinal, children: children)
    }
    var terms = plan.index.terms.filter { current == nil || $0.vocabulary == current?.vocabulary }[...]
    while let first = terms.first {
      let group = terms.prefix { $0.vocabulary == first.vocabulary }
      let top = group.filter { $0.parent == nil }.map { parent in
        model(parent, group.filter { $0.parent == parent.ordinal }.map { model($0, []) })
      }
      facets.append(FacetModel(label: first.label, terms: top))
      terms = terms.dropFirst(group.count)
    }
    return facets
  }
}
