import Disclosure
import Reports

extension ModelBuilder {
  /// The page that compares a section's yearly reports, where any of them has numbers.
  func comparison(_ section: SiteSection, _ url: RelativeURL) -> String? {
    plan.numbers.of(section).isEmpty ? nil : url(section.comparison)
  }

  func comparisonPage(_ section: SiteSection, _ url: RelativeURL) -> ComparisonPage {
    let comparison = ReportComparison(plan.numbers.of(section))
    return ComparisonPage(
      site: site(url, current: .report, in: section),
      page: head(
        "年度报告历年比较", path: section.comparison, column: .report, trail: columnLink(.report, in: section, url),
        in: section, url),
      contents: comparison.topics.map { HeadingModel(title: $0.title, id: $0.id, isNested: false) },
      body: comparison.html())
  }
}
