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
public struct DataFiles {
  let plan: SitePlan
  let digests: [Digest?]
  /// `gongkai X.Y.Z`.
  let generator: String
  var catalog: CatalogRecords { CatalogRecords(plan: plan, digests: digests, generator: generator) }

  /// - Parameter digests: of all documents, in any order.
  public init(_ plan: SitePlan, digests: [Digest], generator: String) {
    self.plan = plan
    self.generator = generator
    self.digests = Digest.ordered(digests, count: plan.catalog.documents.count)
  }

  public func all() -> [OutputFile] {
    let feeds = Feeds(plan: plan, digests: digests)
    return catalog.files() + ReportRecords(plan: plan, generator: generator).files() + SchemaFiles.all() + [
      OutputFile(path: "feed.xml", bytes: feeds.atom()), OutputFile(path: "feed.json", bytes: feeds.json()),
      OutputFile(path: "robots.txt", bytes: Robots(baseURL: plan.catalog.settings.baseURL).text()),
      OutputFile(path: "index.json", bytes: SiteIndex(plan: plan, generator: generator).json()),
    ] + Sitemap(plan: plan).files()
  }
}
