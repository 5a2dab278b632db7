import Disclosure
import Reports

extension SitePlan {
  /// A yearly report to be written, with the numbers that last year's report and the catalog know.
  ///
  /// - Parameter organ: its ordinal, where the site serves several; `nil` for its host.
  /// - Returns: where it belongs below the site's folder, and its Markdown; `nil` where no report is asked for on that
  ///   year.
  public func reportDraft(year: Int, organ: Int?) -> (path: String, markdown: String)? {
    let settings = catalog.settings
    let section = section(organ)
    let name = section.organ?.name ?? settings.organization
    let previous = section[.report].first { catalog.documents[$0].reportYear == year - 1 }
    let publisher = settings.taxonomy["publisher"]?.ordinal(of: name)
    let counts = CatalogCounts(catalog, organ: publisher, year: year)
    let known = Dictionary(uniqueKeysWithValues: counts.bySeries.map { ($0.series, $0.positions.count) })
    let draft = ReportDraft(year: year, organ: name, previous: previous.flatMap { numbers[$0] }, known: known)
    return draft.map { ("content/\(section.folder)reports/\(year).md", $0.markdown()) }
  }
}
