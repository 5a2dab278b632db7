import Disclosure
import Taxonomy
import YAML

extension ModelBuilder {
  /// A page of the catalog, or of one term.
  func list(_ term: IndexedTerm?, _ part: Pagination.Page, _ section: SiteSection, _ url: RelativeURL) -> ListPage {
    let title = term.map { "\($0.label)：\($0.path)" } ?? DocumentKind.entry.label
    let entries = term?.entries ?? section.entries
    let suffix = part.number == part.pages ? "" : "（第\(part.number)页）"
    let trail = term == nil && part.number == part.pages ? [] : columnLink(.entry, in: section, url)
    return ListPage(
      site: site(url, current: .entry, in: section),
      page: head(title + suffix, path: part.path, column: .entry, trail: trail, in: section, url),
      rows: entries[part.rows].map { row($0, url) }, total: entries.count, pager: pager(part, url),
      facets: part.number == part.pages ? facets(current: term, in: section, url) : [])
  }

  /// A catalog's columns have the Regulation's own names (Article 12), unless the site has labels for them.
  var headings: HeadingsModel {
    HeadingsModel(
      indexNumber: terms.label(of: .indexNumber), title: settings.fieldLabels[.title] ?? "名称",
      dateCreated: settings.fieldLabels[.dateCreated] ?? "生成日期", dateRepealed: terms.label(of: .dateRepealed),
      validity: terms.label(of: .validity))
  }

  func pager(_ part: Pagination.Page, _ url: RelativeURL) -> PagerModel {
    let neighbour = { (number: Int, title: String) -> LinkModel? in
      guard number >= 1, number <= part.pages, number != part.number else { return nil }
      return LinkModel(title: title, url: url(Pagination.path(of: number, of: part.pages, in: part.folder)))
    }
    return PagerModel(
      number: part.number, pages: part.pages, newest: neighbour(part.pages, "最新一页"),
      newer: neighbour(part.number + 1, "较新一页"), older: neighbour(part.number - 1, "较早一页"))
  }

  func row(_ position: Int, _ url: RelativeURL) -> EntryRow {
    EntryRow(position: position, root: url, builder: self)
  }

  func isEnded(_ document: Document) -> Bool { terms.isEnded(document.facts.validity) }

  /// The terms that have entries, children below their parents; on a term's page those of its vocabulary alone.
  func facets(current: IndexedTerm?, in section: SiteSection, _ url: RelativeURL) -> [FacetModel] {
    var facets = current == nil && section.organ == nil ? organFacet(url) : []
    let model = { (term: IndexedTerm, children: [TermModel]) in
      TermModel(
        name: term.name, url: url(TermIndex.path(of: term)), count: term.entries.count,
        isCurrent: term.vocabulary == current?.vocabulary && term.ordinal == current?.ordinal, children: children)
    }
    var terms = section.index.terms.filter { current == nil || $0.vocabulary == current?.vocabulary }[...]
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

  /// The organs' own catalogs, as a way into the joint one.
  private func organFacet(_ url: RelativeURL) -> [FacetModel] {
    let terms = plan.organs.filter { !$0.entries.isEmpty }.compactMap { section in
      section.organ.map {
        TermModel(
          name: $0.name, url: url("\(section.folder)catalog/index.html"), count: section.entries.count,
          isCurrent: false,
          children: [])
      }
    }
    return terms.isEmpty ? [] : [FacetModel(label: SettingField.organs.field.label, terms: terms)]
  }
}
