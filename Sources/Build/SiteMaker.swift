import Diagnostics
import Site
import Templates

/// Makes the files of a planned site and hands each over as soon as it is made.
struct SiteMaker: Sendable {
  /// Takes a file of the output: its path below the root, and its bytes. Called from any worker, once for each path.
  typealias Sink = @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void

  let site: PlannedSite
  let options: BuildOptions
  let pool: WorkerPool
  let monitor: BuildMonitor

  /// Makes everything, and answers what was found in doing so.
  ///
  /// - Parameter sink: `nil` when only the diagnostics are wanted.
  func run(_ sink: Sink?) throws -> [Diagnostic] {
    guard let templates = site.templates else { return try attachments(nil) }
    let isSearched = options.parts.contains(.search) && site.plan.catalog.settings.search.isEnabled
    let texts = sink != nil && isSearched ? try TextStore(beside: options.output) : nil
    let (summaries, links, places, found) = try pages(templates, texts, sink)
    var diagnostics = try found + attachments(sink) + check(places, templates)
    if let probe = options.probe { diagnostics += try ReachabilityRule.check(links, probe, pool: pool) }
    guard let sink else { return diagnostics }
    if let texts { try searchFiles(texts, sink) }
    try dataFiles(summaries, templates, sink)
    return diagnostics
  }

  private func pages(
    _ templates: TemplateLibrary, _ texts: TextStore?, _ sink: Sink?
  ) throws -> (summaries: [String], links: [ExternalLink], places: [PlaceLink], diagnostics: [Diagnostic]) {
    let plan = site.plan
    let bodies = DiskBodies(source: site.source)
    let made = try monitor.measure(.render, of: plan.pages.count) {
      try pool.map(plan.pages.count, state: { PageRenderer(plan, templates: templates) }) { renderer, i in
        let page = try renderer.render(plan.pages[i], bodies: bodies)
        if !plan.pages[i].listsDataFiles { try sink?(page.path, page.bytes) }
        monitor.advance(bytes: page.bytes.count)
        if let digest = page.digest { try texts?.store(digest.text, at: digest.position) }
        return (
          position: page.digest?.position, summary: page.digest?.summary ?? "", links: page.externalLinks,
          places: page.placeLinks, diagnostics: page.diagnostics
        )
      }
    }
    var summaries = [String](repeating: "", count: plan.catalog.documents.count)
    for page in made { if let position = page.position { summaries[position] = page.summary } }
    return (summaries, made.flatMap(\.links), made.flatMap(\.places), made.flatMap(\.diagnostics))
  }

  /// Makes the pages again that links lead to places on, and answers which links lead nowhere.
  private func check(_ links: [PlaceLink], _ templates: TemplateLibrary) throws -> [Diagnostic] {
    let targets = Dictionary(grouping: links, by: \.target).sorted { $0.key < $1.key }
    let (plan, bodies) = (site.plan, DiskBodies(source: site.source))
    return try pool.map(targets.count, chunk: 1, state: { PageRenderer(plan, templates: templates) }) { renderer, i in
      let places = try renderer.places(ofDocumentAt: targets[i].key, bodies: bodies)
      return targets[i].value.compactMap { places?.check($0) }
    }.flatMap { $0 }
  }

  private func attachments(_ sink: Sink?) throws -> [Diagnostic] {
    let attachments = site.plan.allAttachments
    let checks = options.parts.contains(.rules)
    let reader = AttachmentReader(site, extractsText: checks)
    guard checks || sink != nil else { return [] }
    return try monitor.measure(.attachments, of: attachments.count) {
      try pool.map(attachments.count, state: {}) { _, i in
        var diagnostics: [Diagnostic] = []
        let attachment = try reader.read(attachments[i].file.path)
        if checks { site.rules.check(attachment, &diagnostics) }
        try sink?(attachments[i].output, attachment.bytes)
        monitor.advance(bytes: attachment.bytes.count)
        return diagnostics
      }
    }.flatMap { $0 } + site.rules.unused(reader.exceptions(outside: attachments))
  }

  private func searchFiles(_ texts: TextStore, _ sink: @escaping Sink) throws {
    try monitor.measure(.search) {
      try SearchFiles(site.plan).build(workers: pool.workers, text: texts.text) { path, bytes in
        try sink(path, bytes)
        monitor.advance(bytes: bytes.count)
      }
    }
  }

  /// The data files, and the page that lists them with their sizes.
  private func dataFiles(_ summaries: [String], _ templates: TemplateLibrary, _ sink: @escaping Sink) throws {
    try monitor.measure(.data) {
      let data = DataFiles(site.plan, summaries: summaries, generator: generator)
      let makers = data.makers() + [{ site.assets }]
      let made = try pool.map(makers.count, chunk: 1, state: {}) { _, i in
        try makers[i]().map { file in
          try sink(file.path, file.bytes)
          monitor.advance(bytes: file.bytes.count)
          return (path: file.path, size: file.bytes.count)
        }
      }
      let sizes = Dictionary(made.joined().map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
      let renderer = PageRenderer(site.plan, templates: templates)
      for page in site.plan.pages where page.listsDataFiles {
        try sink(page.path, renderer.data(page, sizes: sizes).bytes)
      }
    }
  }
}
