import Diagnostics
import Disclosure
import Reports
import Rules
import Site

/// Reads a site's sources, checks them and plans its pages; makes and writes nothing.
struct SiteReader: Sendable {
  let options: BuildOptions
  let pool: WorkerPool
  let monitor: BuildMonitor

  /// - Parameter previous: the same site as it was read before; documents that have not changed since are taken from it.
  func read(after previous: PlannedSite? = nil) throws -> PlannedSite {
    var diagnostics: [Diagnostic] = []
    let settingFiles = try SettingFiles(source: options.source)
    var settings = settingFiles.settings(&diagnostics)
    if let baseURL = options.baseURL { settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    let scan = try monitor.measure(.scan) { try Scan(source: options.source, organs: settings.organs) }
    diagnostics += scan.diagnostics
    let rules = RuleSet(settings)
    let known = previous?.settingFiles == settingFiles ? previous?.reads ?? [] : []
    let reads = try readDocuments(scan, settings, rules, known: known)
    diagnostics += reads.flatMap(\.diagnostics)
    let documents = reads.compactMap(\.document)
    var plan = try monitor.measure(.plan, of: documents.count) {
      let catalog = Catalog(settings, documents, today: options.today, &diagnostics)
      let reports = try ReportFiles(source: options.source).read(catalog, &diagnostics)
      let plan = SitePlan(catalog, attachments: scan.attachments, reports: reports, &diagnostics)
      if options.parts.contains(.rules) {
        rules.check(catalog, today: options.today, &diagnostics)
        let lock = try IndexNumberLock.read(source: options.source, &diagnostics)
        diagnostics += lock?.check(catalog) ?? []
      }
      return plan
    }
    plan.portal = try PortalFiles.read(settings, source: options.source, &diagnostics)
    if settings.showsRevisionDates { plan.revisionDates = GitHistory.lastChanges(in: options.source) }
    let theme = try Theme(named: settings.theme, source: options.source)
    diagnostics += theme.diagnostics
    return PlannedSite(
      source: options.source, plan: plan, templates: theme.library, assets: theme.assets, rules: rules,
      policy: try DiagnosticPolicy(settings, options), diagnostics: diagnostics,
      unpublished: Set(reads.lazy.filter(\.isUnpublished).map(\.file.path)),
      silent: Set(reads.lazy.filter(\.isSilent).map(\.file.path)), embedded: theme.sources, reads: reads,
      settingFiles: settingFiles)
  }

  private func readDocuments(
    _ scan: Scan, _ settings: SiteSettings, _ rules: RuleSet, known previous: [SourceRead]
  ) throws -> [SourceRead] {
    let known = Dictionary(uniqueKeysWithValues: previous.map { ($0.file.path, $0) })
    let reader = DocumentReader(settings, drafts: options.drafts, forEditor: options.forEditor)
    return try monitor.measure(.read, of: scan.documents.count) {
      try pool.map(scan.documents.count, state: {}) { _, i in
        let file = scan.documents[i]
        if let read = known[file.path], read.file.stamp == file.stamp { return read }
        var diagnostics: [Diagnostic] = []
        let bytes = try Disk.read("\(options.source)/\(file.path)", count: file.stamp.size)
        let document = bytes.withUnsafeBufferPointer { read(file, $0, reader, rules, &diagnostics) }
        monitor.advance(bytes: bytes.count)
        return SourceRead(file: file, document: document, diagnostics: diagnostics)
      }
    }
  }

  private func read(
    _ file: Scan.DocumentFile, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: DocumentReader, _ rules: RuleSet,
    _ diagnostics: inout [Diagnostic]
  ) -> Document? {
    let checks = options.parts.contains(.rules)
    if checks {
      diagnostics = rules.secrecyMarks(in: bytes, path: file.path)
      guard diagnostics.isEmpty else { return nil }
    }
    let document = reader.read(bytes, path: file.path, place: file.place, &diagnostics)
    if checks, let document { rules.check(document, bytes: bytes, &diagnostics) }
    if file.place.kind == .report { diagnostics += MalformedDates.check(bytes, path: file.path) }
    return options.forEditor ? document?.shownToEditor : document
  }
}
