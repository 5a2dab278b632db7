import Disclosure

/// `assessment/assessment.csv` and `.json`, for the site and for each organ, and the schema of the latter.
struct AssessmentRecords {
  let plan: SitePlan
  let generator: String

  func files() -> [OutputFile] {
    plan.assessed.flatMap { organ -> [OutputFile] in
      let section = plan.section(organ)
      let assessment = Assessment(plan, section)
      let folder = section.assessment.dropLast("index.html".count)
      return [
        OutputFile(path: "\(folder)assessment.csv", bytes: csv(assessment)),
        OutputFile(path: "\(folder)assessment.json", bytes: json(assessment, section)),
      ]
    } + [OutputFile(path: "data/assessment.schema.json", bytes: Self.schema())]
  }

  private func csv(_ assessment: Assessment) -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "范围", "名称", "主动公开", "依申请公开", "不予公开", "有期限", "按期", "逾期", "按期百分比", "工作日中位数", "工作日最长",
    ])
    let groups = [
      ("行政机关", assessment.organs), ("责任科室", assessment.departments), ("年份", assessment.years),
      ("全部", [assessment.total]),
    ]
    for (label, parts) in groups {
      for part in parts {
        let counts = part.counts
        let numbers: [Int?] = [
          counts.published, counts.listed, counts.withheld, counts.days.count, counts.inTime, counts.late,
          counts.inTimePercent, counts.median, counts.longest,
        ]
        writer.row([label, part.name] + numbers.map { $0.map(String.init) ?? "" })
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
    for (key, value) in zip(Self.counts.map(\.key), Self.values(counts)) { writer.member(key, value) }
  }

  private func late(_ position: Int, days: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("index_number", plan.catalog.documents[position].metadata.indexNumber)
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

  // MARK: - What the numbers are

  private static let counts: [(key: String, meaning: String)] = [
    ("published", "主动公开的条数 / entries actively disclosed"), ("on_application", "依申请公开的条数 / entries on application"),
    ("withheld", "不予公开的条数 / entries withheld"), ("limited", "有公开期限的条数 / entries with a time limit"),
    ("in_time", "按期公开的条数 / of these, published in time"), ("late", "逾期公开的条数 / of these, published late"),
    ("in_time_percent", "按期公开的百分比，舍去小数 / share in time, rounded down"),
    ("median_days", "工作日中位数：半数以上的条目不超过它 / working days that at least half did not exceed"),
    ("longest_days", "工作日最长 / most working days"),
  ]

  private static func values(_ counts: Assessment.Counts) -> [Int?] {
    [
      counts.published, counts.listed, counts.withheld, counts.days.count, counts.inTime, counts.late,
      counts.inTimePercent, counts.median, counts.longest,
    ]
  }

  /// JSON Schema, draft-07.
  private static func schema() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", "assessment")
      writer.key("definitions")
      writer.object { writer in
        writer.key("counts")
        writer.object { writer in
          object(counts.map { ($0.key, "integer", $0.meaning) } + [
            ("code", "string", "机关代码 / code of the organ"), ("name", "string", "机关或者科室 / organ or department"),
            ("year", "integer", "年份 / year"),
          ], required: ["published", "on_application", "withheld", "limited", "in_time", "late"], &writer)
        }
      }
      object([
        ("version", "integer", "格式版本 / version of this form"), ("generator", "string", "生成程序 / program that made it"),
        ("organ", "string", "机关代码 / code of the organ"), ("name", "string", "机关名称 / name of the organ"),
        ("limit_days", "integer", "公开期限的工作日数 / working days allowed"),
        ("total", "#/definitions/counts", "合计 / total"), ("organs", "[#/definitions/counts", "各机关 / by organ"),
        ("departments", "[#/definitions/counts", "各科室 / by department"), ("years", "[#/definitions/counts", "各年 / by year"),
        ("late", "array", "逾期公开的条目 / entries published late"), ("reports", "array", "年度报告是否按期 / yearly reports"),
      ], required: ["version", "generator", "name", "limit_days", "total", "late", "reports"], &writer)
    }
    writer.newline()
    return writer.bytes
  }

  /// - Parameter properties: name, type, description; a type that begins with `#` or `[#` refers to a definition.
  private static func object(
    _ properties: [(name: String, type: String, description: String)], required: [String], _ writer: inout JSONWriter
  ) {
    writer.member("type", "object")
    writer.key("required")
    writer.array { writer in required.forEach { writer.string($0) } }
    writer.key("properties")
    writer.object { writer in
      for (name, type, description) in properties {
        writer.newline()
        writer.key(name)
        writer.object { writer in
          writer.member("description", description)
          property(type, &writer)
        }
      }
    }
  }

  private static func property(_ type: String, _ writer: inout JSONWriter) {
    if type.hasPrefix("[") {
      writer.member("type", "array")
      writer.key("items")
      writer.object { $0.member("$ref", String(type.dropFirst())) }
    } else {
      writer.member(type.hasPrefix("#") ? "$ref" : "type", type)
    }
  }
}
