import Testing

@testable import Reports

/// A report to be written starts with what is known.
@Suite struct DraftTests {
  @Test func whatLastYearCarriedOutIsCarriedIn() throws {
    let last = try BalancedReport(year: 2021, seed: 3)
    let previous = try #require(last.read().statistics)
    let known = ["normative.made": 2, "normative.repealed": 1, "normative.in_force": 9]
    let draft = try #require(ReportDraft(year: 2022, organ: "示例局", previous: previous, known: known)).markdown()
    let columns = ["natural", "company", "research", "ngo", "law", "other", "total"]
    let numbers = columns.map { String(last.numbers["applications"]?["carried_out"]?[$0] ?? -1) }
    #expect(draft.contains("    二、上年结转政府信息公开申请数量: [\(numbers.joined(separator: ", "))]"))
    #expect(draft.contains("    行政规范性文件: [2, 1, 9]"))
    #expect(draft.contains("标题: 示例局2022年政府信息公开工作年度报告\n年度: 2022\n"))
    #expect(ReportForm.form(forYear: 2022)?.sections.allSatisfy { draft.contains("## \($0)\n") } == true)
  }

  @Test func nothingIsInvented() throws {
    let draft = try #require(ReportDraft(year: 2022, organ: "示例局", previous: nil, known: [:])).markdown()
    #expect(!draft.contains("上年结转"))
    #expect(!draft.contains("行政规范性文件: "))
    #expect(ReportDraft(year: 2007, organ: "示例局", previous: nil, known: [:]) == nil)
    let old = try #require(ReportDraft(year: 2012, organ: "示例局", previous: nil, known: [:])).markdown()
    #expect(!old.contains("统计:"))
  }

  /// The places to fill in are found by the check that looks for forgotten ones.
  @Test func whatIsToBeFilledInIsReported() throws {
    let draft = try #require(ReportDraft(year: 2022, organ: "示例局", previous: nil, known: [:])).markdown()
    let text = ReportText(Array(draft.utf8), offset: 0, path: "r.md")
    let found = text.check(year: 2022, statistics: nil, identity: "")
    #expect(found.filter { $0.id == "report.placeholder" }.count == 7)
    #expect(found.allSatisfy { $0.id == "report.placeholder" })
  }
}
