import Build
import Foundation
import Reports
import Testing

/// Yearly reports that exist as plain text become content without losing a word.
@Suite struct ReportImporterTests {
  private static let report = """
    示例市示例区科学技术局
    2018年政府信息公开工作年度报告
    　　本报告所列数据的统计期限自2018年1月1日起至2018年12月31日止。（地址：示例区*中心*路1号；邮编：000000；电话：0000000）
    一、概述
    　　# 全年主动公开政府信息12条，其中<b>通知8条、[公告]4条，比上年增加20%。
    （一）加强组织领导
    1. 明确一名负责同志分管。
    二、不足之处是，个别信息公开不够及时，下一步将完善制度、明确责任、加强培训，保证按期公开各类信息。

    2019年1月15日
    """

  @Test func everyCharacterIsKept() {
    expectNothingLost(of: Self.report)
  }

  @Test func titleYearOrganAndPeriodAreRecognized() {
    let result = ReportImporter.convert(Self.report)
    #expect(result.year == 2018)
    let front = result.markdown.components(separatedBy: "\n---\n")[0].components(separatedBy: "\n")
    #expect(front.contains("标题: \"示例市示例区科学技术局2018年政府信息公开工作年度报告\""))
    #expect(front.contains("年度: 2018"))
    #expect(front.contains("发布机构: \"示例市示例区科学技术局\""))
    #expect(front.contains("统计期限: {起: 2018-01-01, 止: 2018-12-31}"))
  }

  @Test func contactIsTakenFromTheText() {
    let front = ReportImporter.convert(Self.report).markdown.components(separatedBy: "\n---\n")[0]
    #expect(front.hasSuffix("联系方式:\n  地址: \"示例区*中心*路1号\"\n  邮编: \"000000\"\n  电话: \"0000000\""))
  }

  @Test func numberedLinesBecomeHeadingsUnlessTheyAreSentences() {
    let result = ReportImporter.convert(Self.report)
    let headings = result.markdown.components(separatedBy: "\n").filter { $0.hasPrefix("#") }
    #expect(headings == ["## 一、概述", "### （一）加强组织领导"])
    #expect(result.notes.map(\.line) == [8])
  }

  @Test func textThatLooksLikeMarkupStaysText() throws {
    try SampleSite.with(site(importing: Self.report)) { site in
      let outcome = try site.build()
      #expect(SampleSite.ids(outcome).isEmpty)
      let page = try site.text("public/reports/2018.html")
      #expect(page.contains("# 全年主动公开政府信息12条，其中&lt;b&gt;通知8条、[公告]4条，比上年增加20%。"))
      #expect(page.contains("示例区*中心*路1号"))
      #expect(page.contains("1. 明确一名负责同志分管。"))
    }
  }

  @Test(arguments: ["", "\n\n", "没有标题的一段话。", "\u{FEFF}年度报告\r\n正文\r\n"])
  func oddTextsAreKeptAndTold(text: String) {
    let result = ReportImporter.convert(text)
    expectNothingLost(of: text)
    #expect(result.year == nil)
    #expect(result.notes.contains { $0.message.zh.contains("年度") })
  }

  @Test func theReportOf2017IsImportedWhole() throws {
    guard let file = Self.sharedReport() else {
      print("skipped: the report of 2017 is not here (GONGKAI_SHARED, ../shared)")
      return
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    expectNothingLost(of: text)
    let result = ReportImporter.convert(text)
    #expect(result.year == 2017)
    try SampleSite.with(site(importing: text)) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(site.exists("public/reports/2017.html"))
      let found = outcome.diagnostics.filter { $0.span?.path == "content/reports/report.md" }
      // The source tells no day of publication, which only the office can add.
      #expect(found.allSatisfy { $0.severity == .note || $0.id == "report.undated" })
      #expect(
        found.contains { $0.id == "report.lead-parts" && $0.message.zh.contains("7") && $0.message.zh.contains("6") })
      #expect(found.contains { $0.id == "text.doubled-word" && $0.message.zh.contains("公开") })
    }
  }

  // MARK: - Support

  private static func sharedReport() -> URL? {
    let package = DiagnosticPage.folder.deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["GONGKAI_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    let file = shared.appendingPathComponent("content/2017-report.txt")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  /// A site with the imported report, whose organ it knows.
  private func site(importing text: String) -> String {
    let result = ReportImporter.convert(text)
    let organ = result.markdown.firstMatch(of: /\n发布机构: "(.*)"\n/).map { String($0.1) } ?? "示例局"
    let settings = SampleSite.settings.replacing("名称: 示例局}", with: "名称: \"\(organ)\"}")
    return "-- site.yml --\n\(settings)-- content/reports/report.md --\n\(result.markdown)"
  }

  /// The source's characters all follow each other in the result, which may have more between them.
  private func expectNothingLost(of text: String) {
    let result = Array(ReportImporter.convert(text).markdown.unicodeScalars)
    var position = 0
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
      guard let found = result[position...].firstIndex(of: scalar) else {
        Issue.record("“\(scalar)” is lost after “\(String(String.UnicodeScalarView(result[..<position].suffix(20))))”")
        return
      }
      position = found + 1
    }
  }

  @Test func textInTheNationalCharacterSetIsRead() throws {
    try SampleSite.with("-- report.txt (gb18030) --\n\(Self.report)\n") { site in
      let text = try ImportedText.read("\(site.folder)/report.txt")
      #expect(ReportImporter.convert(text).year == 2018)
      #expect(text.contains("示例市示例区科学技术局"))
    }
    try SampleSite.with("-- report.txt (bytes: ff fe 00) --\n") { site in
      let file = "\(site.folder)/report.txt"
      #expect(throws: MachineFailure.self) { _ = try ImportedText.read(file) }
    }
  }

  /// Through pandoc and back: text and table.
  @Test func wordFilesAreRead() throws {
    let html = """
      <p>示例局</p><p>2018年政府信息公开工作年度报告</p><p>一、概述</p>
      <table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr><tr><td>（一）收到申请数</td><td>件</td><td>3</td></tr></table>
      """
    try SampleSite.with { site in
      guard try WordFile.write(html, to: "\(site.folder)/report.docx") else { return }
      let result = ReportImporter.convert(try ImportedText.read("\(site.folder)/report.docx"))
      #expect(result.year == 2018)
      #expect(result.markdown.contains("## 一、概述"))
      #expect(result.markdown.contains("    （一）收到申请数: 3\n"))
    }
    try SampleSite.with("-- report.docx --\nno Word file\n") { site in
      let file = "\(site.folder)/report.docx"
      #expect(throws: MachineFailure.self) { _ = try ImportedText.read(file) }
    }
  }
}
