import Disclosure

/// `data/reports.json`: the yearly reports.
struct ReportRecords {
  let plan: SitePlan
  let generator: String

  func files() -> [OutputFile] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("generator", generator)
      writer.key("reports")
      writer.array { writer in
        for position in plan.catalog[.report] { record(position, &writer) }
      }
    }
    writer.newline()
    let numbers = plan.catalog[.report].compactMap { plan.numbers[$0] }.flatMap { statistics in
      [
        OutputFile(path: "reports/\(statistics.year).csv", bytes: statistics.csv()),
        OutputFile(path: "reports/\(statistics.year).json", bytes: statistics.json()),
      ]
    }
    return [OutputFile(path: "data/reports.json", bytes: writer.bytes)] + numbers
  }

  private func record(_ position: Int, _ writer: inout JSONWriter) {
    let metadata = plan.catalog.documents[position].metadata
    writer.object { writer in
      writer.member("report_year", metadata.reportYear)
      writer.member("url", plan.addresses[position])
      writer.member("title", metadata.title)
      writer.member("date_published", metadata.datePublished?.description)
      writer.member("period_start", metadata.period?.start.description)
      writer.member("period_end", metadata.period?.end.description)
    }
  }
}
