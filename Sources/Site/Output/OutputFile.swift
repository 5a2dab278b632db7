/// A file of the output tree, whole in memory.
public struct OutputFile: Sendable {
  /// Below the site's root.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The files for other programs: the catalog as data, feeds, the sitemap, what is here.
public struct DataFiles: Sendable {
  let plan: SitePlan
  /// By position in the catalog.
  let summaries: [String]
  /// `gongkai X.Y.Z`.
  let generator: String
  var catalog: CatalogRecords { CatalogRecords(plan: plan, summaries: summaries, generator: generator) }

  /// - Parameter summaries: of all documents, by position in the catalog; empty where there is none.
  public init(_ plan: SitePlan, summaries: [String], generator: String) {
    self.plan = plan
    self.generator = generator
    self.summaries = summaries
  }

  /// Makes the files, one after the other or several at once; together they can be too large for memory.
  public func makers() -> [@Sendable () -> [OutputFile]] {
    catalog.makers() + [{ small() }, { Sitemap(plan: plan).files() }]
  }

  private func small() -> [OutputFile] {
    let feeds = Feeds(plan: plan, summaries: summaries)
    return ReportRecords(plan: plan, generator: generator).files() + SchemaFiles.all(plan.catalog.settings.taxonomy)
      + AssessmentRecords(plan: plan, generator: generator).files()
      + HolidayRecords(years: plan.catalog.settings.holidays.years, generator: generator).files() + [
      OutputFile(path: "feed.xml", bytes: feeds.atom()), OutputFile(path: "feed.json", bytes: feeds.json()),
      OutputFile(path: "robots.txt", bytes: Robots(baseURL: plan.catalog.settings.baseURL).text()),
      OutputFile(path: "index.json", bytes: SiteIndex(plan: plan, generator: generator).json()),
    ]
  }
}
