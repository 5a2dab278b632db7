import Diagnostics
import Disclosure
import Glibc
import Reports
import Rules
import Site
import Synchronization
import Taxonomy
import Templates

/// The name and version that output files carry.
public let generator = "gongkai 0.1.0"

/// Reads a site, checks it, makes its pages and publishes them.
public struct SiteBuilder: Sendable {
  private let options: BuildOptions
  private let pool: WorkerPool

  public init(_ options: BuildOptions) {
    self.options = options
    pool = WorkerPool(workers: max(1, options.jobs))
  }

  /// Everything that is wrong; nothing is written.
  public func check() throws -> BuildOutcome {
    let site = try read()
    return try render(site) { path, bytes in StagedFile(entry: .init(path: path, size: bytes.count, sha256: ""), isChanged: false) }
      .outcome
  }

  /// Checks, and publishes when there is no error.
  public func build() throws -> BuildOutcome {
    try requireSource()
    let lock = try BuildLock(output: options.output)
    defer { lock.release() }
    let publisher = try Publisher(output: options.output)
    do {
      let site = try read()
      var (outcome, files) = try render(site) { path, bytes in try publisher.stage(bytes, at: path) }
      guard outcome.summary.errors == 0 else {
        try publisher.discard()
        return outcome
      }
      let result = try publisher.publish(files, generator: generator)
      outcome.files = files.count
      outcome.changed = result.changed
      outcome.removed = result.removed
      return outcome
    } catch {
      try? publisher.discard()
      throw error
    }
  }

  /// What was read, checked and planned, before any page is made.
  private struct ReadSite: Sendable {
    let plan: SitePlan
    let templates: TemplateLibrary?
    let assets: [OutputFile]
    let diagnostics: [Diagnostic]
    let quotes: SourceQuotes
  }

  private func read() throws -> ReadSite {
    try requireSource()
    var diagnostics: [Diagnostic] = []
    var settings = try readSettings(&diagnostics)
    if let baseURL = options.baseURL { settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    let scan = try Scan(source: options.source, organs: settings.organs)
    diagnostics += scan.diagnostics
    let reader = DocumentReader(taxonomy: settings.taxonomy, drafts: options.drafts)
    let rules = RuleSet(settings)
    let found = try pool.map(scan.documents.count, state: {}) { _, i in
      let (path, place) = scan.documents[i]
      var diagnostics: [Diagnostic] = []
      let document = try Disk.read("\(options.source)/\(path)").withUnsafeBufferPointer { bytes -> Document? in
        diagnostics = rules.secrecyMarks(in: bytes, path: path)
        guard diagnostics.isEmpty else { return nil }
        let document = reader.read(bytes, path: path, place: place, &diagnostics)
        if let document { rules.check(document, bytes: bytes, &diagnostics) }
        if place.kind == .report { diagnostics += MalformedDates.check(bytes, path: path) }
        return document
      }
      return (document: document, diagnostics: diagnostics)
    }
    let documents = found.compactMap(\.document)
    diagnostics += found.flatMap(\.diagnostics)
    let catalog = Catalog(settings, documents, &diagnostics)
    var plan = SitePlan(catalog, attachments: scan.attachments, &diagnostics)
    plan.portal = try PortalFiles.read(settings, source: options.source, &diagnostics)
    if settings.showsRevisionDates { plan.revisionDates = GitHistory.lastChanges(in: options.source) }
    rules.check(catalog, today: options.today, &diagnostics)
    for attachment in plan.allAttachments {
      let bytes = try Disk.read("\(options.source)/\(attachment.file.path)")
      rules.check(attachment: bytes, path: attachment.file.path, &diagnostics)
    }
    let theme = try Theme(named: settings.theme, source: options.source)
    diagnostics += theme.diagnostics
    // An entry that could not be read may be one that is not to be disclosed.
    let entries = scan.documents.filter { $0.place.kind == .entry }.map(\.path)
    let published = documents.filter { $0.publication == .full }.map(\.path)
    let gated = diagnostics.filter(\.kind.isGate).compactMap(\.span?.path)
    let withheld = Set(entries + documents.map(\.path)).subtracting(published).union(gated)
    return ReadSite(
      plan: plan, templates: theme.library, assets: theme.assets, diagnostics: diagnostics,
      quotes: SourceQuotes(source: options.source, withheld: withheld, embedded: theme.sources))
  }

  private func requireSource() throws {
    guard Disk.isDirectory(options.source) else {
      throw MachineFailure(zh: "没有文件夹“\(options.source)”", en: "there is no folder “\(options.source)”")
    }
  }

  private func readSettings(_ diagnostics: inout [Diagnostic]) throws -> SiteSettings {
    var vocabularies: [Vocabulary] = []
    let folder = "\(options.source)/taxonomy"
    if Disk.isDirectory(folder) {
      for name in try Disk.names(in: folder) where name.hasSuffix(".yml") {
        let vocabulary = try Disk.read("\(folder)/\(name)").withUnsafeBufferPointer {
          VocabularyReader.read($0, path: "taxonomy/\(name)", &diagnostics)
        }
        if let vocabulary { vocabularies.append(vocabulary) }
      }
    }
    let path = "\(options.source)/site.yml"
    guard Disk.exists(path) else {
      diagnostics.append(
        Diagnostic(
          .noSettings, at: SourceSpan(path: "site.yml"), zh: "缺少 site.yml；它至少要写“网站名称”“网址”“主办机构”",
          en: "site.yml is missing; it names at least the site, its address and the organ"))
      return SiteSettings()
    }
    return try Disk.read(path).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: vocabularies, &diagnostics)
    }
  }

  private func render(
    _ site: ReadSite, _ stage: @escaping @Sendable (String, [UInt8]) throws -> StagedFile
  ) throws -> (outcome: BuildOutcome, files: [StagedFile]) {
    var diagnostics = site.diagnostics
    var files: [StagedFile] = []
    if let templates = site.templates {
      let bodies = DiskBodies(source: options.source)
      let plan = site.plan
      let made = try pool.map(plan.pages.count, state: { PageRenderer(plan, templates: templates) }) { renderer, i in
        let page = try renderer.render(plan.pages[i], bodies: bodies)
        return (file: try stage(page.path, page.bytes), digest: page.digest, diagnostics: page.diagnostics)
      }
      diagnostics += made.flatMap(\.diagnostics)
      files = made.map(\.file)
      let digests = made.compactMap(\.digest)
      let indexed = Mutex<[StagedFile]>([])
      try SearchFiles(plan, digests: digests).build(workers: pool.workers) { path, bytes in
        let file = try stage(path, bytes)
        indexed.withLock { $0.append(file) }
      }
      files += indexed.withLock { $0 }
      let data = DataFiles(plan, digests: digests, generator: generator)
      for file in data.all() + site.assets { files.append(try stage(file.path, file.bytes)) }
      for attachment in plan.allAttachments {
        files.append(try stage(attachment.output, try Disk.read("\(options.source)/\(attachment.file.path)")))
      }
    }
    let catalog = site.plan.catalog
    let summary = DiagnosticSummary(
      diagnostics, documents: catalog.total, published: catalog.documents.count, withheld: catalog.withheld)
    return (BuildOutcome(diagnostics: diagnostics.sorted(), summary: summary, sources: site.quotes.provider), files)
  }
}

/// Reads the bodies of documents again when their pages are made, so that memory does not hold them.
private struct DiskBodies: BodySource {
  let source: String

  func body(of document: Document) throws -> [UInt8] {
    guard let range = document.body else { return [] }
    return try Disk.read("\(source)/\(document.path)", from: range.lowerBound, count: range.count)
  }

  func sha256(of attachment: AttachmentFile) throws -> String {
    SHA256.hexadecimal(try Disk.read("\(source)/\(attachment.path)"))
  }
}
