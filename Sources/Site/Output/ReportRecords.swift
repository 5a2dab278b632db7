import Disclosure

/// `data/reports.json`: the yearly reports with all their numbers.
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
    let numbers = plan.catalog[.report].flatMap { position -> [OutputFile] in
      guard let statistics = plan.numbers[position] else { return [] }
      let path = "\(plan.section(of: position).folder)reports/\(statistics.year)"
      return [
        OutputFile(path: "\(path).csv", bytes: statistics.csv()),
        OutputFile(path: "\(path).json", bytes: statistics.json()),
      ]
    }
    return [
      OutputFile(path: "data/reports.json", bytes: writer.bytes),
      OutputFile(path: "data/reports.schema.json", bytes: JSONSchema.reports.file(title: "reports")),
    ] + numbers
  }

  private func record(_ position: Int, _ writer: inout JSONWriter) {
    let document = plan.catalog.documents[position]
    writer.object { writer in
      writer.member("organ", plan.section(of: position).organ?.code)
      writer.member("report_year", document.reportYear)
      writer.member("url", plan.addresses[position])
      writer.member("title", document.title)
      writer.member("date_published", document.datePublished?.description)
      writer.member("period_start", document.period?.start.description)
      writer.member("period_end", document.period?.end.description)
      if let statistics = plan.numbers[position] { writer.member("statistics", json: statistics.json().dropLast()) }
    }
  }
}
