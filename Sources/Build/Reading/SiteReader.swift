import Archive
import Diagnostics
import Disclosure
import Dispatch
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
  ///   - known: what was read before of some files under the same settings; documents that have not changed since are
  ///     taken from it.
  func read(
    _ tree: FileTree? = nil, known: (SettingFiles, [Scan.DocumentFile]) -> [SourceRead] = { _, _ in [] }
  ) throws -> PlannedSite {
    var diagnostics: [Diagnostic] = []
    let settingFiles = try SettingFiles(source: options.source)
    let settings = settings(settingFiles, &diagnostics)
    let compiled = Deferred { [options] in
      Result { () throws(MachineFailure) in try Theme(named: settings.theme, source: options.source) }
    }
    // Nothing needs the templates before the plan is made, which does not keep all workers busy.
    DispatchQueue.global().async { _ = compiled.value }
    let scan = try monitor.measure(.scan) {
      try Scan(source: options.source, tree, organs: settings.organs, pool: pool)
    }
    diagnostics += scan.diagnostics
    let rules = RuleSet(settings)
    var reads = monitor.measure(.load) { known(settingFiles, scan.documents) }
    let folder = try OpenFolder(options.source)
    try readDocuments(scan, SourceReader(options, settings, rules, in: folder), &reads)
    let read = ReadDocuments(reads)
    diagnostics += read.diagnostics
    var plan = try monitor.measure(.plan, of: read.documents.count) {
      let catalog = Catalog(
        settings, read.documents, unread: read.unread, today: options.today, pool: pool, &diagnostics)
      let reports = try ReportFiles(source: options.source).read(catalog, &diagnostics)
      let plan = SitePlan(catalog, attachments: scan.attachments, reports: reports, pool: pool, &diagnostics)
      if options.parts.contains(.rules) {
        rules.check(catalog, today: options.today, &diagnostics)
        let lock = try IndexNumberLock.read(source: options.source, &diagnostics)
        diagnostics += lock?.check(catalog) ?? []
      }
      return plan
    }
    plan.portal = try PortalFiles.read(settings, source: options.source, &diagnostics)
    var commit: String?
    if settings.showsRevisionDates {
      // Before the days are asked for: a commit made in between shows in the next build.
      commit = GitHistory.state(in: options.source)
      plan.revisionDates = GitHistory.lastChanges(in: options.source)
    }
    let theme = try compiled.value.get()
    diagnostics += theme.diagnostics
    return PlannedSite(
      source: options.source, folder: folder, plan: plan, templates: theme.library, assets: theme.assets,
      fingerprint: fingerprint(settingFiles, theme, plan.portal), rules: rules,
      policy: try DiagnosticPolicy(settings, options), diagnostics: diagnostics,
      unpublished: read.unpublished, silent: read.silent, commit: commit, embedded: theme.sources, reads: reads,
      settingFiles: settingFiles)
  }

  /// As this build has them.
  func settings(_ files: SettingFiles, _ diagnostics: inout [Diagnostic]) -> SiteSettings {
    var settings = files.settings(&diagnostics)
    if let baseURL = options.baseURL { settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    return settings
  }

  /// Of everything that any file of the output may follow from, but the documents and the day.
  func fingerprint(_ settings: SettingFiles, _ theme: Theme, _ portal: PortalMarkup) -> Fingerprint {
    var all = options.fingerprint
    all.add(options.baseURL)
    all.add(settings.fingerprint)
    all.add(theme.fingerprint)
    for part in [portal.header, portal.footer] { all.add(part.map { Fingerprint(of: $0) }) }
    return all
  }

  /// - Parameter reads: what is known of the documents; then what was read of all of them.
  private func readDocuments(_ scan: Scan, _ reader: SourceReader, _ reads: inout [SourceRead]) throws {
    try monitor.measure(.read, of: scan.documents.count) {
      let missing = KnownReads.update(&reads, to: scan.documents)
      let found = try pool.map(missing.count, state: {}) { _, i in
        try reader.read(scan.documents[missing[i]]) { monitor.advance(bytes: $0) }
      }
      for (position, read) in zip(missing, found) { reads[position] = read }
    }
  }
}
