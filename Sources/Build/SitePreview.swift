import Diagnostics
import Site
import Workers

/// A site in memory, for looking at while it is being written: each file is made when it is asked for.
public struct SitePreview: Sendable {
  /// A file of the output, and what was found in making it.
  public struct File: Sendable {
    public let bytes: [UInt8]
    public let diagnostics: [Diagnostic]
    /// Path of the document whose own page it is.
    public let source: String?
  }

  private let options: BuildOptions
  private let site: PlannedSite
  private let pages: [String: Int]
  private let attachments: [String: PlannedAttachment]
  private let assets: [String: OutputFile]

  /// Reads and plans a site.
  ///
  /// - Parameter previous: the site as it was; documents that have not changed since are not read again.
  public init(_ options: BuildOptions, after previous: SitePreview? = nil) throws {
    self.options = options
    let reader = SiteReader(
      options: options, pool: WorkerPool(workers: options.jobs), monitor: BuildMonitor(nil))
    site = try reader.read { settings, _ in
      previous.flatMap { $0.site.settingFiles == settings ? $0.site.reads : nil } ?? []
    }
    outcome = site.outcome(site.diagnostics)
    pages = Dictionary(site.plan.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    attachments = Dictionary(uniqueKeysWithValues: site.plan.allAttachments.map { ($0.output, $0) })
    assets = Dictionary(site.assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What reading and planning found.
  public let outcome: BuildOutcome

  /// A page, an attachment or a file of the theme, by its path below the root; `nil` where the site has none.
  ///
  /// Data and search files follow from all documents together: `makeAll` gives them.
  public func file(at path: String) throws -> File? {
    if let page = pages[path], let templates = site.templates {
      let planned = site.plan.pages[page]
      let renderer = PageRenderer(site.plan, templates: templates)
      let made = try renderer.render(planned, bodies: DiskBodies(folder: site.folder))
      let source = planned.document.map { site.plan.catalog.documents[$0].path }
      return File(bytes: made.bytes, diagnostics: made.diagnostics, source: source)
    }
    if let attachment = attachments[path] {
      return File(bytes: try Disk.read("\(site.source)/\(attachment.file.path)"), diagnostics: [], source: nil)
    }
    return assets[path].map { File(bytes: $0.bytes, diagnostics: [], source: nil) }
  }

  /// Makes every file of the output, and answers everything that is wrong.
  ///
  /// - Parameter sink: takes each file's path and bytes; called from any worker, once for each path.
  public func makeAll(_ sink: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void) throws
    -> BuildOutcome
  {
    let maker = SiteMaker(
      site: site, options: options, pool: WorkerPool(workers: options.jobs), monitor: BuildMonitor(nil))
    return site.outcome(site.diagnostics + (try maker.run(FunctionSink(take: sink)).diagnostics))
  }
}
