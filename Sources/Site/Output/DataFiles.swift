import Archive
import Disclosure

/// The summaries of documents, by position in the catalog; empty where a document has none.
public struct Summaries: Sendable {
  let text: @Sendable (Int) -> String
  let fingerprint: @Sendable (Int) -> Fingerprint

  public init(
    text: @escaping @Sendable (Int) -> String, fingerprint: @escaping @Sendable (Int) -> Fingerprint
  ) {
    self.text = text
    self.fingerprint = fingerprint
  }

  func fingerprint(of positions: some Sequence<Int>) -> Fingerprint {
    var all = Fingerprint()
    for position in positions { all.add(fingerprint(position)) }
    return all
  }
}

/// The files for other programs: the catalog as data, feeds, the sitemap, what is here.
public struct DataFiles: Sendable {
  let plan: SitePlan
  let keys: OutputKeys
  let summaries: Summaries
  /// `gongkai X.Y.Z`.
  let generator: String

  public init(_ plan: SitePlan, keys: OutputKeys, summaries: Summaries, generator: String) {
    self.plan = plan
    self.keys = keys
    self.generator = generator
    self.summaries = summaries
  }

  /// The files in groups, of which several can be made at once: the catalog's, which take longest, first.
  public func groups() -> [OutputGroup] {
    let latest = summaries.fingerprint(of: plan.catalog[.entry].prefix(Feeds.size))
    return CatalogRecords(plan: plan, keys: keys, summaries: summaries, generator: generator).groups() + [
      OutputGroup("overview", key: keys.everything(latest)) { overview() },
      OutputGroup("sitemap", key: keys.pages()) { Sitemap(plan: plan).files() },
    ]
  }

  private func overview() -> [OutputFile] {
    let feeds = Feeds(plan: plan, summaries: summaries)
    return ReportRecords(plan: plan, generator: generator).files() + SchemaFiles.all(plan.catalog.settings)
      + AssessmentRecords(plan: plan, generator: generator).files()
      + HolidayRecords(years: plan.catalog.settings.holidays.years, generator: generator).files() + [
        OutputFile(path: "feed.xml", bytes: feeds.atom()), OutputFile(path: "feed.json", bytes: feeds.json()),
        OutputFile(path: "robots.txt", bytes: Robots(baseURL: plan.catalog.settings.baseURL).text()),
        OutputFile(path: "index.json", bytes: SiteIndex(plan: plan, generator: generator).json()),
      ]
  }
}
