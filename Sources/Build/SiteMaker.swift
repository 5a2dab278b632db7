import Archive
import Diagnostics
import Site
import Templates
import Workers

/// Makes the files of a planned site and hands each over as soon as it is made.
///
/// What the last build made under the same key stays as it is and is not made again.
struct SiteMaker: Sendable {
  let site: PlannedSite
  let options: BuildOptions
  let pool: WorkerPool
  let monitor: BuildMonitor
  let keys: OutputKeys
  /// The output as the last build left it, where that is certain.
  let archive: OutputArchive?
  /// Where the search index of the output is kept.
  let cache: IndexCache?

  init(
    site: PlannedSite, options: BuildOptions, pool: WorkerPool, monitor: BuildMonitor, archive: OutputArchive? = nil,
    cache: IndexCache? = nil
  ) {
    self.site = site
    self.options = options
    self.pool = pool
    self.monitor = monitor
    self.archive = archive
    self.cache = cache
    keys = OutputKeys(site.plan, site: site.fingerprint)
  }

  /// What was found in making a site, and its search index where that is another one now.
  struct Result {
    var diagnostics: [Diagnostic]
    var index: KeyedIndex?
  }

  /// Whether there is a search index.
  var isSearched: Bool { options.makesSearch(of: site.plan.catalog.settings) }

  /// Makes everything.
  ///
  /// - Parameter sink: `nil` when only the diagnostics are wanted.
  func run(_ sink: (any OutputSink)?) throws -> Result {
    guard let templates = site.templates else { return Result(diagnostics: try attachments(nil)) }
    let texts = sink != nil && isSearched ? try TextStore(beside: options.output) : nil
    let pages = try pages(templates, texts, sink)
    var diagnostics = try pages.diagnostics + attachments(sink) + check(pages.placeLinks, templates)
    if let probe = options.probe { diagnostics += ReachabilityRule.check(pages.externalLinks, probe, pool: pool) }
    guard let sink else { return Result(diagnostics: diagnostics) }
    let index = try texts.flatMap { try searchFiles(pages, $0, templates, sink) }
    try dataFiles(pages, templates, sink)
    return Result(diagnostics: diagnostics, index: index)
  }

  // MARK: - Pages

  private enum Page {
    /// As it stands in the archive.
    case kept(MadePages.Kept)
    case made(PageFindings?)
  }

  private func pages(
    _ templates: TemplateLibrary, _ texts: TextStore?, _ sink: (any OutputSink)?
  ) throws -> MadePages {
    let plan = site.plan
    let bodies = DiskBodies(folder: site.folder)
    return try monitor.measure(.render, of: plan.pages.count) {
      let order = plan.makingOrder
      // Lives as long as this; workers that count references to it for each page wait for each other.
      let earlier = archive.map(Unmanaged.passUnretained)
      let pages = try pool.map(order.count, state: { PageRenderer(plan, templates: templates) }) {
        renderer, i -> Page in
        let planned = plan.pages[order[i]]
        if planned.listsDataFiles { return .made(nil) }
        if let kept = earlier?._withUnsafeGuaranteedRef({ unchanged(planned, in: $0) }) { return .kept(kept) }
        let page = try renderer.render(planned, bodies: bodies)
        let findings = PageFindings(page, isSearched: texts != nil)
        let key = keys.key(of: planned, linksToDocuments: findings?.linksToDocuments ?? false)
        try sink?.put(page.bytes, at: page.path, OutputLabel(key: key, findings: findings))
        monitor.advance(bytes: page.bytes.count)
        if let digest = page.digest { try texts?.store(digest.text, at: digest.position) }
        return .made(findings)
      }
      var all = MadePages(documents: plan.catalog.documents.count, archive)
      for (index, page) in zip(order, pages) {
        let document = plan.pages[index].document
        switch page {
        case .kept(let kept): all.keep(kept, document: document)
        case .made(let findings): if let findings, let document { all.add(findings, document: document) }
        }
      }
      sink?.keep(all.kept)
      return all
    }
  }

  /// Where a page stands in the archive that would be made the same.
  private func unchanged(_ page: PlannedPage, in archive: OutputArchive) -> MadePages.Kept? {
    guard let ordinal = archive.ordinal(of: page.path) else { return nil }
    let record = archive[ordinal]
    let findings = record.findings
    let key = keys.key(of: page, linksToDocuments: findings?.linksToDocuments ?? false)
    return record.key == key ? MadePages.Kept(ordinal, findings) : nil
  }

  /// Makes the pages again that links lead to places on, and answers which links lead nowhere.
  private func check(_ links: [PlaceLink], _ templates: TemplateLibrary) throws -> [Diagnostic] {
    let targets = Dictionary(grouping: links, by: \.target).sorted { $0.key < $1.key }
    let (plan, bodies) = (site.plan, DiskBodies(folder: site.folder))
    return try pool.map(targets.count, chunk: 1, state: { PageRenderer(plan, templates: templates) }) { renderer, i in
      let places = try renderer.places(ofDocumentAt: targets[i].key, bodies: bodies)
      return targets[i].value.compactMap { places?.check($0) }
    }.flatMap { $0 }
  }

  // MARK: - Attachments

  private func attachments(_ sink: (any OutputSink)?) throws -> [Diagnostic] {
    let attachments = site.plan.allAttachments
    let checks = options.parts.contains(.rules)
    let reader = AttachmentReader(site, extractsText: checks)
    guard checks || sink != nil else { return [] }
    return try monitor.measure(.attachments, of: attachments.count) {
      let made = try pool.map(attachments.count, state: {}) { _, i -> (kept: Int?, diagnostics: [Diagnostic]) in
        let output = attachments[i].output
        let key = reader.key(of: attachments[i], site: site.fingerprint)
        if let archive, let ordinal = archive.ordinal(of: output), archive[ordinal].key == key { return (ordinal, []) }
        var diagnostics: [Diagnostic] = []
        let attachment = try reader.read(attachments[i].file.path)
        if checks { site.rules.check(attachment, &diagnostics) }
        // What was found is not kept, so that it is found again.
        let label = OutputLabel(key: diagnostics.isEmpty ? key : Fingerprint())
        try sink?.put(attachment.bytes, at: output, label)
        monitor.advance(bytes: attachment.bytes.count)
        return (nil, diagnostics)
      }
      sink?.keep(made.compactMap(\.kept))
      return made.flatMap(\.diagnostics) + site.rules.unused(reader.exceptions(outside: attachments))
    }
  }
}
