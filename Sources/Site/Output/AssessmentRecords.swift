import Disclosure

/// `assessment/assessment.csv` and `.json`, for the site and for each organ.
struct AssessmentRecords {
  let plan: SitePlan
  let generator: String

  func files() -> [OutputFile] {
    plan.assessed.flatMap { organ -> [OutputFile] in
      let section = plan.section(organ)
      let assessment = plan.assessment(of: organ)
      let folder = section.assessment.dropLast("index.html".count)
      return [
        OutputFile(path: "\(folder)assessment.csv", bytes: csv(assessment)),
        OutputFile(path: "\(folder)assessment.json", bytes: json(assessment, section)),
      ]
    } + [OutputFile(path: "data/assessment.schema.json", bytes: JSONSchema.assessment.file(title: "assessment"))]
  }

  private func csv(_ assessment: Assessment) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["范围", "名称"] + AssessmentCount.allCases.map(\.label))
    let groups = [
      ("行政机关", assessment.organs), ("责任科室", assessment.departments), ("年份", assessment.years),
      ("全部", [assessment.total]),
    ]
    for (label, parts) in groups {
      for part in parts {
        let numbers = AssessmentCount.allCases.map { $0.value(of: part.counts).map(String.init) ?? "" }
        writer.row([label, part.name] + numbers)
      }
    }
    return writer.bytes
  }

  private func json(_ assessment: Assessment, _ section: SiteSection) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("generator", generator)
      writer.member("organ", section.organ?.code)
      writer.member("name", section.organ?.name ?? plan.catalog.settings.organization)
      writer.member("limit_days", PublicationTime.limit)
      writer.key("total")
      writer.object { counts(assessment.total.counts, &$0) }
      for (key, parts) in [
        ("organs", assessment.organs), ("departments", assessment.departments), ("years", assessment.years),
      ] where !parts.isEmpty {
        writer.key(key)
        writer.array { writer in parts.forEach { part($0, &writer) } }
      }
      writer.key("late")
      writer.array { writer in assessment.late.forEach { late($0.position, days: $0.days, &writer) } }
      writer.key("reports")
      writer.array { writer in assessment.reports.forEach { report($0, &writer) } }
    }
    writer.newline()
    return writer.bytes
  }

  private func part(_ part: Assessment.Part, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", part.organ.map { plan.catalog.settings.organs[$0].code })
      writer.member("year", part.year)
      if part.year == nil { writer.member("name", part.name) }
      counts(part.counts, &writer)
    }
  }

  private func counts(_ counts: Assessment.Counts, _ writer: inout JSONWriter) {
    for count in AssessmentCount.allCases { writer.member(count.rawValue, count.value(of: counts)) }
  }

  private func late(_ position: Int, days: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("index_number", plan.catalog.documents[position].indexNumber)
      writer.member("url", plan.addresses[position])
      writer.member("working_days", days)
    }
  }

  private func report(_ report: Assessment.Report, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("report_year", report.year)
      writer.member("date_due", report.due?.description)
      writer.member("date_published", report.published?.description)
      writer.member("standing", report.standing.rawValue)
    }
  }
}
