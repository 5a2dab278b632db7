import Build
import Foundation
import Testing

/// Yearly reports as readers and other programs get them.
@Suite struct ReportSiteTests {
  private static let sections = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
  ]

  private func report(_ year: Int, _ statistics: String, folder: String = "content/reports") -> String {
    let body = Self.sections.map { "## \($0)\n\n\(year)年情况。\n" }.joined(separator: "\n")
    return
      "-- \(folder)/\(year).md --\n---\n标题: 示例局\(year)年政府信息公开工作年度报告\n年度: \(year)\n统计: \(statistics)\n---\n\n\(body)"
  }

  private static let received = """
    {申请办理情况: {本年新收: {自然人: 4, 总计: 4, 其余: 0}, 予以公开: {自然人: 4, 总计: 4, 其余: 0},
      r7: {自然人: 4, 总计: 4, 其余: 0}, 其余: 0}, 其余: 0}
    """

  @Test func tablesStandInTheirPartsBelowTheirCharts() throws {
    try SampleSite.with(report(2022, Self.received)) { site in
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/reports/2022.html")
      let order = [
        "二、主动公开政府信息情况</h2>", "report-blocks", "三、收到和处理政府信息公开申请情况</h2>", "report-chart", "report-matrix",
        "四、政府信息公开行政复议、行政诉讼情况</h2>", "report-across", "五、存在的主要问题及改进情况</h2>",
      ]
      let body = try #require(page.range(of: "<div class=\"body"))
      var rest = page[body.upperBound...]
      for part in order {
        let found = try #require(rest.range(of: part))
        rest = rest[found.upperBound...]
      }
      #expect(!page.contains("id=\"statistics\""))
    }
  }

  @Test func tablesWithoutTheirPartStandAtTheEnd() throws {
    let text = report(2022, Self.received).replacing("## 三、收到和处理政府信息公开申请情况", with: "## 三、情况")
    try SampleSite.with(text) { site in
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/reports/2022.html")
      let annex = try #require(page.range(of: "id=\"statistics\""))
      #expect(page[annex.upperBound...].contains("report-matrix"))
      #expect(page[..<annex.lowerBound].contains("report-blocks"))
    }
  }

  @Test func yearsAreComparedOnOnePage() throws {
    try SampleSite.with(report(2021, Self.received) + report(2022, "{其余: 0}")) { site in
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/reports/compare.html")
      #expect(page.contains("<th scope=\"row\">2021</th><td class=\"number\">4</td>"))
      #expect(page.contains("<th scope=\"row\">2022</th><td class=\"number\">0</td>"))
      #expect(try site.text("public/reports/index.html").contains("compare.html"))
      #expect(try site.text("public/reports/2022.html").contains("compare.html"))
      #expect(try site.text("public/sitemap.xml").contains("reports/compare.html"))
    }
    try SampleSite.with("") { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(!site.exists("public/reports/compare.html"))
    }
  }

  @Test func eachOrganHasAComparisonOfItsOwn() throws {
    let settings = SampleSite.settings + "行政机关: [{代码: kjj, 名称: 示例市科学技术局}]\n"
    let text =
      "-- site.yml --\n\(settings)" + report(2022, Self.received, folder: "content/kjj/reports")
      + report(2021, "{其余: 0}")
    try SampleSite.with(text) { site in
      #expect(try site.build().summary.errors == 0)
      let own = try site.text("public/kjj/reports/compare.html")
      #expect(own.contains(">2022</th>") && !own.contains(">2021</th>"))
      let host = try site.text("public/reports/compare.html")
      #expect(host.contains(">2021</th>") && !host.contains(">2022</th>"))
    }
  }

  @Test func allNumbersAreInTheDataFile() throws {
    try SampleSite.with(report(2022, Self.received)) { site in
      #expect(try site.build().summary.errors == 0)
      let data =
        try JSONSerialization.jsonObject(with: Data(try site.text("public/data/reports.json").utf8)) as? [String: Any]
      let reports = try #require(data?["reports"] as? [[String: Any]])
      let statistics = try #require(reports.first?["statistics"] as? [String: Any])
      let measures = try #require(statistics["measures"] as? [String: [String: Int]])
      #expect(measures["applications"]?["new"] == 4)
      #expect(measures["applicants"]?["natural"] == 4)
      #expect((statistics["tables"] as? [String: Any])?.count == 6)
      let schema = try JSONSerialization.jsonObject(with: Data(try site.text("public/data/reports.schema.json").utf8))
      #expect((schema as? [String: Any])?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    }
  }

  /// What is downloaded can be the numbers' file of the next build.
  @Test func numbersMayStandInAFileBesideTheReport() throws {
    let csv = try SampleSite.with(report(2022, Self.received)) { site in
      #expect(try site.build().summary.errors == 0)
      return try site.text("public/reports/2022.csv")
    }
    let text = report(2022, "2022.csv") + "-- content/reports/2022.csv --\n"
    try SampleSite.with(text) { site in
      try site.write(csv, to: "content/reports/2022.csv")
      #expect(try site.build().summary.errors == 0)
      #expect(try site.text("public/reports/2022.csv") == csv)
      try site.write(csv.replacing(",4\r\n", with: ",减4\r\n"), to: "content/reports/2022.csv")
      let found = try site.check().diagnostics.filter { $0.id == "report.number" }
      #expect(!found.isEmpty && found.allSatisfy { $0.span?.path == "content/reports/2022.csv" })
    }
  }

  @Test(arguments: ["2023.csv", "../guide/index.csv", "2022.txt"])
  func aFileThatIsNotThereIsReported(name: String) throws {
    try SampleSite.with(report(2022, name) + "-- content/reports/2022.txt --\n\n") { site in
      let errors = try site.check().diagnostics.filter { $0.severity == .error }.map(\.id)
      #expect(errors == ["report.numbers-file"])
    }
  }

  @Test func aDraftTakesOverWhatIsKnown() throws {
    let last = Self.received.replacing("予以公开: {自然人: 4, 总计: 4, 其余: 0},", with: "结转下年度: {自然人: 4, 总计: 4, 其余: 0},")
      .replacing("r7: {自然人: 4, 总计: 4, 其余: 0}, ", with: "")
    var normative = SampleEntry(1)
    normative.extra = "法定主动公开内容: 法规规章规范性文件"
    try SampleSite.with(report(2021, last) + normative.at("2017/a.md")) { site in
      #expect(try site.check().summary.errors == 0)
      let draft = try NewFile.report(on: 2022, of: nil, source: site.folder)
      #expect(draft.path == "content/reports/2022.md")
      #expect(draft.text.contains("上年结转政府信息公开申请数量: [4, 0, 0, 0, 0, 0, 4]"))
      #expect(draft.text.contains("行政规范性文件: [0, 0, 1]"))
      try site.write(draft.text, to: draft.path)
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(!site.exists("public/reports/2022.html"))
      #expect(throws: MachineFailure.self) { _ = try NewFile.report(on: 2007, of: nil, source: site.folder) }
    }
  }
}
