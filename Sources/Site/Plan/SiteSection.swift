import Disclosure

/// A part of the site with a home page and columns of its own: the root, or an organ's folder.
///
/// By reference, as every page asks for its own: to copy one is to count references to all it holds.
final class SiteSection: Sendable {
  let documents: CatalogSection
  /// What its catalog page lists, newest first: the root's is joint.
  let entries: [Int]
  /// The terms of these entries.
  let index: TermIndex
  /// Before the addresses of its pages: empty, or `kjj/`.
  let folder: String
  /// The four columns in their fixed order (国办公开办函〔2019〕61号), and applying.
  let columns: [(kind: DocumentKind, path: String)]

  var organ: Organ? { documents.organ }
  var home: String { folder + "index.html" }
  var assessment: String { folder + "assessment/index.html" }
  /// The page that compares its yearly reports.
  var comparison: String { folder + "reports/compare.html" }
  /// Where it takes applications, there is a form to fill in.
  let applicationForm: String?

  /// The documents its column shows.
  subscript(kind: DocumentKind) -> [Int] { kind == .entry ? entries : documents[kind] }

  /// The root of a site, with everything's joint catalog.
  convenience init(rootOf catalog: Catalog) {
    // A host that leaves its columns to the organs has none.
    self.init(catalog.root, entries: Array(catalog[.entry]), of: catalog, showsEmpty: catalog.organs.isEmpty)
  }

  convenience init(_ section: CatalogSection, of catalog: Catalog) {
    self.init(section, entries: section[.entry], of: catalog, showsEmpty: true)
  }

  private init(_ documents: CatalogSection, entries: [Int], of catalog: Catalog, showsEmpty: Bool) {
    self.documents = documents
    self.entries = entries
    let folder = documents.organ.map { "\($0.code)/" } ?? ""
    self.folder = folder
    applicationForm = documents[.apply].isEmpty ? nil : "\(folder)apply/form.html"
    index = TermIndex(catalog, entries: entries, folder: folder)
    columns = [DocumentKind.guide, .rule, .entry, .report, .apply].filter { kind in
      switch kind {
      case .entry: true
      case .rule, .report: showsEmpty || !documents[kind].isEmpty
      default: !documents[kind].isEmpty
      }
    }.map { ($0, "\(folder)\($0.folder)/index.html") }
  }
}
