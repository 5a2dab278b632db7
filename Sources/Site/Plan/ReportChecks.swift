import Diagnostics
import Disclosure
import Reports
import YAML

/// Checks each yearly report by itself, against last year's, and against other organs' of the same year.
struct ReportChecks {
  private let catalog: Catalog
  private let numbers: ReportNumbers
  private let sources: [Int: ReportSource]

  init(_ catalog: Catalog, numbers: ReportNumbers, sources: [Int: ReportSource]) {
    self.catalog = catalog
    self.numbers = numbers
    self.sources = sources
  }

  func diagnostics() -> [Diagnostic] { catalog[.report].flatMap(diagnostics) }

  private func diagnostics(_ position: Int) -> [Diagnostic] {
    let document = catalog.documents[position]
    guard let year = document.reportYear else { return [] }
    let organ = name(ofOrganOf: document)
    let previous = catalog[.report].first {
      catalog.documents[$0].reportYear == year - 1 && catalog.documents[$0].organ == document.organ
    }
    var found = cover(of: document, year).check()
    if let statistics = numbers[position] {
      found += statistics.check(previous: previous.flatMap { numbers[$0] }) + statistics.check(organ: organ)
      let publisher = catalog.settings.taxonomy["publisher"]?.ordinal(of: organ)
      found += CatalogCounts(catalog, organ: publisher, year: year).check(statistics, catalog)
    }
    guard let text = sources[position]?.text else { return found }
    let address = document.contact?.address ?? catalog.settings.contact?.address ?? ""
    found += text.check(
      year: year, statistics: numbers[position], identity: "\(organ) \(catalog.settings.siteName) \(address)")
    if let last = previous.flatMap({ sources[$0]?.text }) {
      found += text.check(against: last, named: Text(zh: "上一年度的报告", en: "last year’s report"))
    }
    return found
      + neighbours(of: position, year).flatMap { other in
        let title = catalog.documents[other].title
        return sources[other].map { text.check(against: $0.text, named: Text(zh: "《\(title)》", en: "“\(title)”")) }
          ?? []
      }
  }

  /// Other organs' reports on the same year that come before this one, so that each pair is compared once.
  private func neighbours(of position: Int, _ year: Int) -> [Int] {
    catalog[.report].filter { other in
      other < position && catalog.documents[other].reportYear == year
        && catalog.documents[other].organ != catalog.documents[position].organ
    }
  }

  /// The full name of the organ a report is of.
  private func name(ofOrganOf document: Document) -> String {
    if let organ = document.organ { return catalog.settings.organs[organ].name }
    let publisher = document.publisher.flatMap { catalog.settings.taxonomy["publisher"]?.terms[$0].name }
    return publisher ?? catalog.settings.organization
  }

  private func cover(of document: Document, _ year: Int) -> ReportCover {
    return ReportCover(
      year: Located(year, document.span(.reportYear)), title: Located(document.title, document.span(.title)),
      period: document.period.map { .init(from: $0.start, to: $0.end, at: document.span(.period)) },
      fileYear: Int(document.name))
  }
}
