import Diagnostics
import Testing

@testable import Rules

@Suite struct FieldRuleTests {
  private func ids(_ fields: [String: String], body: String = "正文。") throws -> [String] {
    try Example.check(Example.entry(fields, body: body)).map(\.id)
  }

  @Test func anOrdinaryEntryPasses() throws {
    #expect(try ids([:]).isEmpty)
  }

  @Test(arguments: [
    (["发布日期": "2017-05-07", "审查": "{审查人: 王某, 日期: 2017-05-06, 结论: 同意}"], ["date.order"]),
    (["发布日期": "2017-05-08", "审查": "{审查人: 王某, 日期: 2017-05-08, 结论: 同意}"], []),
    (["废止日期": "2017-05-07"], ["date.order"]),
    (["废止日期": "2017-05-08"], []),
    (["生效日期": "2017-01-01"], []),
  ])
  func signingComesFirst(fields: [String: String], expected: [String]) throws {
    #expect(try ids(fields) == expected)
  }

  @Test(arguments: [("2017-05-13", ["review.late"]), ("2017-05-12", [])])
  func reviewComesBeforePublication(date: String, expected: [String]) throws {
    #expect(try ids(["审查": "{审查人: 王某, 日期: \(date), 结论: 同意公开}"]) == expected)
  }

  /// 2024-07-01 was a Monday: 20 working days later is Monday 2024-07-29.
  @Test(arguments: [
    ("2024-07-01", "2024-07-29", []), ("2024-07-01", "2024-07-30", ["publication.overdue"]),
    ("2008-04-30", "2017-06-01", []), ("2008-05-01", "2017-06-01", ["publication.overdue"]),
    ("2017-07-03", "2017-08-01", ["publication.overdue"]),
    // National Day of 2017: five weekdays off, one Saturday worked. The Spring Festival of 2020 was made longer.
    ("2017-09-15", "2017-10-19", []), ("2017-09-15", "2017-10-20", ["publication.overdue"]),
    ("2020-01-17", "2020-02-21", []), ("2020-01-17", "2020-02-24", ["publication.overdue"]),
    // Without data the weekdays of holidays count: 1 October 2030 is a Tuesday.
    ("2030-09-16", "2030-10-14", []), ("2030-09-16", "2030-10-15", ["publication.overdue"]),
  ])
  func publicationIsDueInTwentyWorkingDays(created: String, published: String, expected: [String]) throws {
    #expect(try ids(["成文日期": created, "发布日期": published]) == expected)
  }

  @Test func citesTheArticleOfTheEditionInForce() throws {
    let new = try Example.check(Example.entry(["成文日期": "2024-07-01", "发布日期": "2024-07-30"])).first
    #expect(new?.message.zh.contains("第二十六条") == true)
    #expect(new?.notes.isEmpty == true)
    let old = try Example.check(Example.entry(["成文日期": "2017-07-03", "发布日期": "2017-08-01"])).first
    #expect(old?.message.zh.contains("第二十六条") == false)
  }

  @Test func saysWhichHolidaysAreNotKnown() throws {
    let found = try Example.check(Example.entry(["成文日期": "2026-09-16", "发布日期": "2030-10-15"])).first
    #expect(found?.notes.map(\.message.zh) == ["2030年的节假日和调休没有数据，那一年按周一至周五计算，没有扣除节假日"])
  }

  @Test func theSiteAddsHolidays() throws {
    let text = Example.entry(["成文日期": "2030-09-16", "发布日期": "2030-10-15"])
    let document = try Example.read(text)
    let rules = RuleSet(Example.settings(adding: "节假日: [{年份: 2030, 放假: [2030-10-01/2030-10-07]}]"))
    var diagnostics: [Diagnostic] = []
    Array(text.utf8).withUnsafeBufferPointer { rules.check(document, bytes: $0, &diagnostics) }
    #expect(diagnostics.isEmpty)
  }

  @Test func theTimeLimitIsOfActiveDisclosure() throws {
    let dates = ["成文日期": "2024-07-01", "发布日期": "2024-09-01", "公开方式": "依申请公开", "不予公开理由": "属于四类过程性信息"]
    #expect(try ids(dates).isEmpty)
  }

  @Test(arguments: [
    "000000001/2017-00001", "000000000/2017-0001", "000000000-2017-00001", "000000000/2017-00000", "/2021-None",
    "11370322004222241N/2021-5135380",
  ])
  func indexNumbersHaveTheForm(number: String) throws {
    #expect(try ids(["索引号": number]) == ["index-number.form"])
  }

  @Test func takesTheSitesOwnForm() throws {
    let text = Example.entry(["索引号": "11370322004222241N/2021-5135380"])
    let document = try Example.read(text)
    let rules = RuleSet(Example.settings(adding: "索引号: {形式: '{credit}/{year}-{serial:7}'}"))
    var diagnostics: [Diagnostic] = []
    Array(text.utf8).withUnsafeBufferPointer { rules.check(document, bytes: $0, &diagnostics) }
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("峄科字[2017]12号", "峄科字〔2017〕12号"), ("峄科字（2017）第012号", "峄科字〔2017〕12号"),
    ("峄科字〔2017〕 12号", "峄科字〔2017〕12号"),
  ])
  func documentNumbersAreMended(written: String, standard: String) throws {
    let text = Example.entry(["发文字号": "\"\(written)\""])
    let found = try Example.check(text)
    #expect(found.map(\.id) == ["document-number.form"])
    #expect(found.first?.fixes.first?.replacement == standard)
  }

  @Test(arguments: ["无", "峄科字〔20178号", "峄科字〔2017〕号", "峄科字〔2017〕12", "〔2017〕12号"])
  func documentNumbersThatCannotBeRead(written: String) throws {
    let found = try Example.check(Example.entry(["发文字号": written]))
    #expect(found.map(\.id) == ["document-number.form"])
    #expect(found.first?.fixes.first?.replacement == nil)
  }

  @Test(arguments: ["峄科字〔2017〕12号", "国务院令第711号", "税务总局公告2017年第12号"])
  func standardDocumentNumbersPass(written: String) throws {
    #expect(try ids(["发文字号": written]).isEmpty)
  }

  @Test func summariesAreShort() throws {
    let word = Array("甲乙丙丁戊己庚辛壬癸")
    let hundred = String((0..<100).map { word[($0 * 7 + $0 / 10) % 10] })
    #expect(try ids(["内容概述": hundred]).filter { $0.hasPrefix("summary") } == [])
    #expect(try ids(["内容概述": hundred + "子"]).filter { $0.hasPrefix("summary") } == ["summary.too-long"])
  }

  @Test(arguments: [
    (["内容概述": "《关于开展2017年科技活动周的通知》安排了时间。"], ["summary.repeats-title"]),
    (["内容概述": "安排科技活动周的时间、内容和分工。"], []), (["标题": "预算", "内容概述": "预算"], ["summary.repeats-title"]),
    (["标题": "预算", "内容概述": "规定预算的编制和执行。"], []),
  ])
  func summariesAddToTheTitle(fields: [String: String], expected: [String]) throws {
    #expect(try ids(fields) == expected)
  }

  @Test(arguments: ["依申请公开", "不予公开"])
  func withholdingHasAReason(mode: String) throws {
    #expect(try ids(["公开方式": mode]) == ["withholding.no-reason"])
    #expect(try ids(["公开方式": mode, "不予公开理由": "属于国家秘密"]).isEmpty)
  }

  @Test func wordsAreNotDoubled() throws {
    let text = Example.entry(body: "主动公开公开的内容。")
    let found = try Example.check(text)
    #expect(found.map(\.id) == ["text.doubled-word"])
    #expect(found.first?.quoted(in: text) == "公开公开")
    #expect(found.first?.severity == .note)
    #expect(try ids([:], body: "逐条逐条研究研究。").isEmpty)
  }

  @Test func guidesFollowTheRevisedRegulation() throws {
    let text = Example.page("指南", body: Example.guideText + "申请应当出于生产、生活、科研等特殊需要。")
    let found = try Example.check(text, path: "content/guide/index.md")
    #expect(found.map(\.id) == ["text.outdated-phrase"])
    #expect(found.first?.quoted(in: text) == "生产、生活、科研等特殊需要")
    #expect(try ids([:], body: "申请应当出于生产、生活、科研等特殊需要。").isEmpty)
    #expect(
      try Example.check(Example.page("指南", body: Example.guideText + "生产、生活。"), path: "content/guide/index.md").isEmpty)
  }
}
