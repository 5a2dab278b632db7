import Archive
import Diagnostics
import Disclosure
import Reports
import Rules
import Site
import Workers

/// Reads a site's sources, checks them and plans its pages; makes and writes nothing.
struct SiteReader: Sendable {
  let options: BuildOptions
  let pool: WorkerPool
  let monitor: BuildMonitor

  /// - Parameters:
  ///   - tree: what lies in the site's folder, where that has been looked at.
  ///   - known: what was read before under the same settings; documents that have not changed since are taken from it.
  func read(_ tree: FileTree? = nil, known: (SettingFiles) -> [SourceRead] = { _ in [] }) throws -> PlannedSite {
    var diagnostics: [Diagnostic] = []
    let settingFiles = try SettingFiles(source: options.source)
    var settings = settingFiles.settings(&diagnostics)
    if let baseURL = options.baseURL { settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    let scan = try monitor.measure(.scan) {
      try Scan(source: options.source, tree, organs: settings.organs, pool: pool)
    }
    diagnostics += scan.diagnostics
    let rules = RuleSet(settings)
    var reads = monitor.measure(.load) { known(settingFiles) }
    let folder = try OpenFolder(options.source)
    try readDocuments(scan, in: folder, settings, rules, &reads)
    let read = ReadDocuments(reads)
    diagnostics += read.diagnostics
    var plan = try monitor.measure(.plan, of: read.documents.count) {
      let catalog = Catalog(settings, read.documents, unread: read.unread, today: options.today, &diagnostics)
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
    // Before the days are asked for: a commit made in between shows in the next build.
    let commit = settings.showsRevisionDates ? GitHistory.state(in: options.source) : nil
    if settings.showsRevisionDates { plan.revisionDates = GitHistory.lastChanges(in: options.source) }
    let theme = try Theme(named: settings.theme, source: options.source)
    diagnostics += theme.diagnostics
    return PlannedSite(
      source: options.source, folder: folder, plan: plan, templates: theme.library, assets: theme.assets,
      fingerprint: fingerprint(settingFiles, theme, plan.portal), rules: rules,
      policy: try DiagnosticPolicy(settings, options), diagnostics: diagnostics,
      unpublished: read.unpublished, silent: read.silent, commit: commit, embedded: theme.sources, reads: reads,
      settingFiles: settingFiles)
  }

  private func fingerprint(_ settings: SettingFiles, _ theme: Theme, _ portal: PortalMarkup) -> Fingerprint {
    var all = options.fingerprint
    all.add(options.baseURL)
    all.add(settings.fingerprint)
    all.add(theme.fingerprint)
    for part in [portal.header, portal.footer] { all.add(part.map { Fingerprint(of: $0) }) }
    return all
  }

  /// - Parameter reads: what is known of the documents; then what was read of all of them.
  private func readDocuments(
    _ scan: Scan, in folder: OpenFolder, _ settings: SiteSettings, _ rules: RuleSet, _ reads: inout [SourceRead]
  ) throws {
    let reader = DocumentReader(settings, drafts: options.drafts, forEditor: options.forEditor)
    try monitor.measure(.read, of: scan.documents.count) {
      let missing = KnownReads.update(&reads, to: scan.documents)
      let found = try pool.map(missing.count, state: {}) { _, i in
        let file = scan.documents[missing[i]]
        var diagnostics: [Diagnostic] = []
        let bytes = try Disk.read(file.path, in: folder, count: file.stamp.size)
        let document = bytes.withUnsafeBufferPointer { read(file, $0, reader, rules, &diagnostics) }
        monitor.advance(bytes: bytes.count)
        return SourceRead(file: file, document: document, diagnostics: diagnostics)
      }
      for (position, read) in zip(missing, found) { reads[position] = read }
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
