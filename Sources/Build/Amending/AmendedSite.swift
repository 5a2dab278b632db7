import Archive
import Diagnostics
import Disclosure
import Rules
import Site

/// As much of a site as is needed to make the pages of a few entries whose texts have changed.
struct AmendedSite {
  let folder: OpenFolder
  private let settingFiles: SettingFiles
  private let settings: SiteSettings
  private let portal: PortalMarkup
  private let scan: Scan
  private let reader: SiteReader

  /// - Parameter tree: what lies beside the changed files.
  init(_ tree: FileTree, _ settingFiles: SettingFiles, _ reader: SiteReader) throws {
    self.reader = reader
    // What is wrong with these was found by the last build.
    var known: [Diagnostic] = []
    let source = reader.options.source
    settings = reader.settings(settingFiles, &known)
    portal = try PortalFiles.read(settings, source: source, &known)
    folder = try OpenFolder(source)
    scan = try Scan(source: source, tree, organs: settings.organs, pool: reader.pool)
    self.settingFiles = settingFiles
  }

  func theme() throws(MachineFailure) -> Theme { try Theme(named: settings.theme, source: reader.options.source) }

  /// Of everything that any page may follow from, but the documents and the day.
  func fingerprint(_ theme: Theme) -> Fingerprint { reader.fingerprint(settingFiles, theme, portal) }

  /// What the files at some paths hold now; `nil` where more than the text of one is another, or other things are to be
  /// said of it.
  func texts(at paths: [String], after sources: SourceArchive) throws -> [SourceRead]? {
    let source = SourceReader(reader.options, settings, RuleSet(settings), in: folder)
    var texts: [SourceRead] = []
    for path in paths {
      guard let before = sources.read(at: path), let file = scan.documents.first(where: { $0.path == path }) else {
        return nil
      }
      var text = try source.read(file)
      guard let old = before.document, let new = text.document, new.hasFrontMatter(of: old), new.isArchivable,
        text.diagnostics == before.diagnostics
      else { return nil }
      text.ordinal = before.ordinal
      texts.append(text)
    }
    return texts
  }

  /// Plans of the part of the site that the pages of some texts show something of.
  struct Plans {
    /// With the texts as they were, and as they are.
    let before, after: SitePlan
  }

  func plans(of texts: [SourceRead], _ sources: SourceArchive) -> Plans? {
    guard let surroundings = sources.surroundings else { return nil }
    let own = texts.compactMap(\.ordinal)
    let ordinals = Set(surroundings.frame + own + own.flatMap { surroundings[$0] }).sorted()
    let before = ordinals.compactMap { sources.soundRead($0)?.document }
    guard before.count == ordinals.count else { return nil }
    let new = Dictionary(texts.compactMap(\.document).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return Plans(before: plan(before), after: plan(before.map { new[$0.path] ?? $0 }))
  }

  private func plan(_ documents: [Document]) -> SitePlan {
    // What a part of a site lacks is no error of the site.
    var unfounded: [Diagnostic] = []
    let catalog = Catalog(settings, documents, today: reader.options.today, &unfounded)
    var plan = SitePlan(catalog, attachments: scan.attachments, reports: [:], &unfounded)
    plan.portal = portal
    return plan
  }
}
