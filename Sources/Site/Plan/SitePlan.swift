import Archive
import Diagnostics
import Chronology
import Disclosure
import Taxonomy
import Workers

/// Which pages the site has, from what, at which address. Everything after it only carries it out.
public struct SitePlan: Sendable {
  public let catalog: Catalog
  public let pages: [PlannedPage]
  /// By position in the catalog.
  let permalinks: [String]
  /// The permalinks, percent-encoded.
  let addresses: [String]
  let attachments: [[PlannedAttachment]]
  /// Every file below `content/` that is no document.
  let files: [AttachmentFile]
  let root: SiteSection
  /// By ordinal of the organ.
  let organs: [SiteSection]
  let numbers: ReportNumbers
  /// By index number: which documents point to it, and how.
  let incoming: [String: [(kind: Relation.Kind, from: Int)]]
  /// Entries no longer in force, those that ceased last first.
  let ended: [Int]
  private let neighbours: EntryNeighbours
  /// Of the site as a whole, then of each organ: a page and its data files share one.
  private let assessments: [Deferred<Assessment>]
  /// What surrounds every page.
  public var portal = PortalMarkup()
  /// By path: when a document was last changed, for sites that show it.
  public var revisionDates: [String: CivilDate] = [:]

  public var allAttachments: [PlannedAttachment] {
    Dictionary(attachments.joined().map { ($0.output, $0) }, uniquingKeysWith: { first, _ in first })
      .values.sorted { $0.output < $1.output }
  }

  /// - Parameter reports: what was read of the yearly reports, by position in the catalog.
  public init(
    _ catalog: Catalog, attachments files: [AttachmentFile], reports: [Int: ReportSource],
    pool: WorkerPool = WorkerPool(workers: 1), _ diagnostics: inout [Diagnostic]
  ) {
    self.catalog = catalog
    self.files = files
    let root = SiteSection(rootOf: catalog)
    let organs = catalog.organs.map { SiteSection($0, of: catalog) }
    (self.root, self.organs) = (root, organs)
    neighbours = EntryNeighbours(([root] + organs).map { $0.documents[.entry] }, count: catalog.documents.count)
    assessments = ([root] + organs).enumerated().map { position, section in
      Deferred { Assessment(catalog, section, of: position > 0 ? position - 1 : nil) }
    }
    let permalinks = pool.map(catalog.documents.count, chunk: 1_000, state: {}) { _, position in
      let organ = catalog.facts[position].organ
      return Permalink.path(of: position, in: catalog, folder: organ.map { organs[$0].folder } ?? "")
    }
    self.permalinks = permalinks
    addresses = pool.map(permalinks.count, chunk: 1_000, state: {}) { RelativeURL.encoded(permalinks[$1]) }
    numbers = ReportNumbers(catalog, sources: reports, &diagnostics)
    incoming = SitePlan.incomingRelations(catalog)
    ended = SitePlan.ended(catalog)
    let finder = AttachmentFinder(files, withheld: catalog.withheldFiles)
    var found: [[PlannedAttachment]] = []
    found.reserveCapacity(permalinks.count)
    for (position, permalink) in permalinks.enumerated() {
      let mayHave = catalog.facts[position].mayHaveAttachments
      found.append(mayHave ? finder.attachments(of: catalog.documents[position], at: permalink, &diagnostics) : [])
    }
    attachments = found
    let numbers = numbers
    let compared = ([nil] + organs.indices.map(Optional.some)).filter { organ in
      !numbers.of(organ.map { organs[$0] } ?? root).isEmpty
    }
    var pages = SitePlan.pages(catalog, permalinks, root)
    pages += Pagination(count: ended.count).pages(in: "repealed").map { PlannedPage($0.path, .repealed($0)) }
    for (i, organ) in organs.enumerated() {
      pages += SitePlan.homeAndIndexes(organ, i)
      SitePlan.addLists(of: organ, i, to: &pages)
    }
    pages += compared.map { PlannedPage(($0.map { organs[$0] } ?? root).comparison, .comparison($0)) }
    self.pages = pages
    diagnostics += sharedAddresses(pool)
    // A document that could not be read has been reported as that.
    if catalog.total == 0, !diagnostics.contains(where: { $0.span?.path.hasPrefix("content/") == true }) {
      diagnostics.append(
        Diagnostic(
          .emptySite, at: SourceSpan(path: "content"), zh: "content/ 里没有文件；先写政府信息公开指南 content/guide/index.md",
          en: "there is nothing in content/; start with the guide, content/guide/index.md"))
    }
  }

  /// - Parameter organ: `nil` for the root.
  func section(_ organ: Int?) -> SiteSection { organ.map { organs[$0] } ?? root }
  /// The parts of the site that have an assessment page, by organ; `nil` is the root, whose page is joint.
  var assessed: [Int?] { [nil] + organs.indices.map { $0 } }
  /// What an organ, or the site as a whole, published, how fast, and what is overdue.
  func assessment(of organ: Int?) -> Assessment { assessments[organ.map { $0 + 1 } ?? 0].value }
  func section(of position: Int) -> SiteSection { section(catalog.facts[position].organ) }
  /// The entries of the same organ before and after one of them.
  func neighbours(of position: Int) -> (newer: Int?, older: Int?) { neighbours[position] }

  private static func pages(_ catalog: Catalog, _ permalinks: [String], _ root: SiteSection) -> [PlannedPage] {
    var pages =
      homeAndIndexes(root, nil) + [
        PlannedPage("sitemap.html", .siteMap), PlannedPage("404.html", .notFound),
        PlannedPage("updates.html", .updates), PlannedPage("data/index.html", .data),
      ]
    if catalog.settings.search.isEnabled { pages.append(PlannedPage("search/index.html", .search)) }
    // Half as many again for the lists.
    pages.reserveCapacity(catalog.documents.count * 3 / 2)
    let entries = catalog[.entry]
    for i in catalog.documents.indices { pages.append(page(of: i, isEntry: entries.contains(i), permalinks)) }
    addLists(of: root, nil, to: &pages)
    return pages
  }

  /// A document's own page.
  public func page(of position: Int) -> PlannedPage {
    Self.page(of: position, isEntry: catalog[.entry].contains(position), permalinks)
  }

  private static func page(of position: Int, isEntry: Bool, _ permalinks: [String]) -> PlannedPage {
    PlannedPage(permalinks[position], isEntry ? .entry(position) : .article(position))
  }

  private static func homeAndIndexes(_ section: SiteSection, _ organ: Int?) -> [PlannedPage] {
    let indexes = section.columns.filter { $0.kind == .rule || $0.kind == .report }
    let forms = section.applicationForm.map { [PlannedPage($0, .applicationForm(organ))] } ?? []
    return [PlannedPage(section.home, .home(organ)), PlannedPage(section.assessment, .assessment(organ))] + forms
      + indexes.map { kind, path in PlannedPage(path, .index(kind, organ)) }
  }

  private static func addLists(of section: SiteSection, _ organ: Int?, to pages: inout [PlannedPage]) {
    func add(_ term: IndexedTerm?, _ entries: Int, in folder: String) {
      for part in Pagination(count: entries).pages(in: folder) {
        pages.append(PlannedPage(part.path, .list(term, part, organ)))
      }
    }
    add(nil, section.entries.count, in: "\(section.folder)catalog")
    for term in section.index.terms { add(term, term.entries.count, in: term.folder) }
  }

  private static func ended(_ catalog: Catalog) -> [Int] {
    let ended = catalog.settings.taxonomy.endedValidity
    let found = catalog[.entry].filter { catalog.facts[$0].validity.map(ended.contains) ?? false }
    let days = found.map { position in
      (day: catalog.facts[position].dateEnded?.digits ?? 0, position: position)
    }
    return days.sorted { ($1.day, $0.position) < ($0.day, $1.position) }.map(\.position)
  }

  private static func incomingRelations(_ catalog: Catalog) -> [String: [(kind: Relation.Kind, from: Int)]] {
    var incoming: [String: [(kind: Relation.Kind, from: Int)]] = [:]
    for (i, facts) in catalog.facts.enumerated() where facts.hasRelations {
      for relation in catalog.documents[i].relations {
        incoming[relation.target.value, default: []].append((relation.kind, i))
      }
    }
    return incoming
  }

  private func sharedAddresses(_ pool: WorkerPool) -> [Diagnostic] {
    let fingerprints = pool.map(pages.count, chunk: 1_000, state: {}) { Fingerprint(of: pages[$1].path) }
    let all = TextTable(fingerprints) { [pages] in pages[$0].path }
    let files = allAttachments.filter { all.position(of: $0.output) != nil }.map { ($0.output, $0.file.path) }
    guard all.hasRepeats || !files.isEmpty else { return [] }
    return SitePlan.duplicateAddresses(catalog.documents, permalinks) + takenAddresses(files)
  }

  /// Documents at the address of a page that is not their own; and attachments.
  private func takenAddresses(_ files: [(String, String)]) -> [Diagnostic] {
    let lists = Set(pages.filter { !$0.isDocument }.map(\.path))
    let documents = zip(permalinks, catalog.documents).filter { lists.contains($0.0) }.map { ($0.0, $0.1.path) }
    return (documents + files).map { address, source in
      Diagnostic(
        .duplicateAddress, at: SourceSpan(path: source), zh: "网址 \(address) 是本站另一个页面的，请换一个名字",
        en: "the address \(address) is another page's; choose another name")
    }
  }

  private static func duplicateAddresses(_ documents: [Document], _ permalinks: [String]) -> [Diagnostic] {
    var first: [String: Int] = [:]
    var found: [Diagnostic] = []
    for (i, permalink) in permalinks.enumerated() {
      guard let other = first[permalink] else {
        first[permalink] = i
        continue
      }
      // Two entries with one index number have been reported as that.
      if documents[i].kind == .entry, documents[i].indexNumber == documents[other].indexNumber { continue }
      found.append(
        Diagnostic(
          .duplicateAddress, at: SourceSpan(path: documents[i].path), zh: "网址 \(permalink) 已经被另一个文件占用",
          en: "the address \(permalink) belongs to another document already",
          notes: [.init(zh: "另一个文件", en: "the other document", at: SourceSpan(path: documents[other].path))]))
    }
    return found
  }
}

/// A page to make.
public struct PlannedPage: Sendable {
  /// Below the site's root.
  public let path: String
  let content: Content

  enum Content: Sendable {
    case search, siteMap, notFound, updates, data
    /// A page of the documents no longer in force.
    indirect case repealed(Pagination.Page)
    /// The form of the site or of an organ, by its ordinal.
    case applicationForm(Int?)
    /// The home page of the site or of an organ, by its ordinal.
    case home(Int?)
    /// What the site or an organ published, and how fast.
    case assessment(Int?)
    /// The numbers of the yearly reports of the site's host or of an organ, side by side.
    case comparison(Int?)
    /// The list of a kind's documents.
    indirect case index(DocumentKind, Int?)
    /// A document, by its position in the catalog.
    case entry(Int), article(Int)
    /// A page of the catalog, or of one term's entries. Apart, as few pages are lists and what they hold is large.
    indirect case list(IndexedTerm?, Pagination.Page, Int?)
  }

  init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  /// Whether it is the page that lists the data files, which is made after them.
  public var listsDataFiles: Bool { if case .data = content { true } else { false } }

  /// The document whose own page it is, by its position in the catalog.
  public var document: Int? {
    switch content {
    case .entry(let position), .article(let position): position
    default: nil
    }
  }

  var isDocument: Bool { document != nil }
}

extension DiagnosticKind {
  static let emptySite = DiagnosticKind(
    "site.empty", .error, fatal: true, zh: "网站没有内容", en: "the site has no content",
    remedy: Text(
      zh: "用 gongkai init 新建一个完整的网站，或者先写指南",
      en: "start a complete site with gongkai init, or write the guide first"))
}
