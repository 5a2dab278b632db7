import Build
import Diagnostics
import Foundation
import Rules
import Testing

/// The report an office hands to its inspector.
@Suite struct InspectionReportTests {
  private struct Report: Decodable {
    struct Rule: Decodable {
      let id: String
      let level: String
      let gate: Bool
      let result: String
      let count: Int
      let inspected: Int?
      let reason: String?
      let findings: [Finding]
    }

    struct Finding: Decodable {
      let path: String
      let line: Int?
      let message: String
    }

    let rules: [Rule]
    let summary: [String: Int]

    subscript(id: String) -> Rule? { rules.first { $0.id == id } }
  }

  private func report(_ site: SampleSite) throws -> (html: String, report: Report, json: String) {
    var options = BuildOptions()
    options.source = site.folder
    let (_, report) = try InspectionReport.inspect(options)
    try report.write(to: "\(site.folder)/检查/报告", source: site.folder, language: .zh)
    let json = try site.text("检查/报告/report.json")
    return (try site.text("检查/报告/report.html"), try JSONDecoder().decode(Report.self, from: Data(json.utf8)), json)
  }

  private static func entry(_ ordinal: Int, body: String, disclosure: String = "主动公开") -> String {
    var entry = SampleEntry(ordinal)
    entry.body = body
    entry.disclosure = disclosure
    return entry.at("\(ordinal).md")
  }

  @Test func namesEveryRuleAndWhetherItIsPassed() throws {
    try SampleSite.with(Self.entry(1, body: "公开公开的情况。")) { site in
      try site.write(SampleSite.settings + "检查级别: {text.outdated-phrase: 关闭, text.doubled-word: 警告}\n", to: "site.yml")
      let (html, report, _) = try report(site)
      #expect(report.rules.map(\.id) == DiagnosticRegistry.kinds.map(\.id))
      for id in report.rules.map(\.id) { #expect(html.contains("<code>\(id)</code>")) }
      let doubled = try #require(report["text.doubled-word"])
      #expect(doubled.result == "fail" && doubled.count == 1 && doubled.level == "warning")
      #expect(doubled.findings.first?.path == "content/catalog/1.md")
      let lines = try site.text("content/catalog/1.md").split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(doubled.findings.first?.line)
      #expect(lines.dropFirst(line - 1).first?.contains("公开公开") == true)
      #expect(report["text.outdated-phrase"]?.result == "off")
      #expect(report["date.order"]?.result == "pass")
      #expect(report["secrecy.mark"]?.gate == true)
      #expect(report.summary["published"] == 2)
    }
  }

  @Test func saysHowMuchEachRuleLookedAtAndWhatDidNotRun() throws {
    let rule = "-- content/rules/a.md --\n---\n标题: 甲\n---\n正文。\n"
    let csv = "-- content/catalog/a/a.csv --\n甲\n"
    try SampleSite.with(SampleEntry(1).at("a/index.md") + SampleEntry(2).at("b.md") + rule + csv) { site in
      let (html, report, _) = try report(site)
      #expect(report["secrecy.mark"]?.inspected == 5, "guide, rule, two entries and an attachment")
      #expect(report["index-number.form"]?.inspected == 2)
      #expect(report["guide.topic-missing"]?.inspected == 1)
      #expect(report["column.empty"]?.inspected == 4)
      for id in ["publication.future", "column.stale", "link.unreachable", "link.external", "index-number.changed"] {
        #expect(report[id]?.result == "skipped" && report[id]?.reason != nil, "\(id) did not run and is not passed")
      }
      #expect(html.contains("没有给出 --today"))
    }
  }

  @Test func linksLeadToTheSources() throws {
    try SampleSite.with(Self.entry(1, body: "公开公开的情况。")) { site in
      let html = try report(site).html
      let links = html.matches(of: /href="([^"#]+)(#L\d+)?"/).map { String($0.1) }
      #expect(!links.isEmpty)
      for link in links where link.hasSuffix(".md") {
        let path = try #require(link.removingPercentEncoding)
        #expect(site.exists("检查/报告/\(path)"), "\(path)")
      }
      #expect(!html.contains("<script") && !html.contains("src=") && !html.contains("<link"))
    }
  }

  @Test func quotesNothingThatIsNotPublished() throws {
    let canary = "金丝雀标记"
    var withheld = SampleEntry(2, title: canary)
    withheld.disclosure = "不予公开"
    withheld.theme = canary
    withheld.extra = "发文字号: \(canary)(2017)\n内容概述: \(canary)"
    let secret = SampleEntry(3, title: canary).at("3.md").replacing("正文。", with: "机密★1年\n\(canary)")
    try SampleSite.with(withheld.at("2.md") + secret) { site in
      let (html, report, json) = try report(site)
      #expect(report["taxonomy.unknown-term"]?.count == 1)
      #expect(report["secrecy.mark"]?.count == 1)
      #expect(!html.contains(canary) && !json.contains(canary))
    }
  }

  @Test func textIsEscaped() throws {
    try SampleSite.with(Self.entry(1, body: "见[甲](<b>.md)。")) { site in
      let html = try report(site).html
      #expect(html.contains("&lt;b&gt;.md") || !html.contains("<b>"))
      #expect(!html.contains("<b>"))
    }
  }

  @Test func everyBasisBelongsToARule() {
    let ids = Set(DiagnosticRegistry.kinds.map(\.id))
    #expect(RuleBasis.ids.filter { !ids.contains($0) }.isEmpty)
  }
}
