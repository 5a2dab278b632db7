import Diagnostics
import Testing

@testable import Reports

/// What the text of a report shows by itself and against its tables.
@Suite struct TextTests {
  private let identity = "山东省枣庄市峄城区科学技术局"

  private func text(_ markdown: String) -> ReportText { ReportText(Array(markdown.utf8), offset: 0, path: "r.md") }

  private func ids(_ markdown: String, year: Int = 2017, statistics: ReportStatistics? = nil) -> [String] {
    text(markdown).check(year: year, statistics: statistics, identity: identity).map(\.id)
  }

  // MARK: - Text against tables

  /// Ten received, two carried in, nine concluded: five granted, one in part, two refused, one not processed; three
  /// carried out. Two reviews, one of them pending, and one suit.
  private func statistics() throws -> ReportStatistics {
    let yaml = """
      申请办理情况:
        本年新收: {自然人: 10, 总计: 10, 其余: 0}
        上年结转: {自然人: 2, 总计: 2, 其余: 0}
        予以公开: {自然人: 5, 总计: 5, 其余: 0}
        部分公开: {自然人: 1, 总计: 1, 其余: 0}
        属于国家秘密: {自然人: 1, 总计: 1, 其余: 0}
        属于行政执法案卷: {自然人: 1, 总计: 1, 其余: 0}
        重复申请: {自然人: 1, 总计: 1, 其余: 0}
        r7: {自然人: 9, 总计: 9, 其余: 0}
        结转下年度: {自然人: 3, 总计: 3, 其余: 0}
        其余: 0
      行政复议、行政诉讼情况:
        行政复议: [1, 0, 0, 1, 2]
        未经复议直接起诉: [1, 0, 0, 0, 1]
        其余: 0
      其余: 0
      """
    let (statistics, diagnostics) = readStatistics(yaml, year: 2022)
    #expect(diagnostics.isEmpty)
    return try #require(statistics)
  }

  private func differences(_ sentence: String, under title: String) throws -> [String] {
    text("## \(title)\n\n\(sentence)\n").check(year: 2022, statistics: try statistics(), identity: identity)
      .filter { $0.id == "report.text-differs" }.map(\.message.zh)
  }

  private static let right: [(String, String)] = [
    ("一、总体情况", "2022年共收到政府信息公开申请10件，较上年增加3件，增长42.9%。"),
    ("三、收到和处理政府信息公开申请情况", "新收申请10件，上年结转2件，办结9件，结转下年度3件。"),
    ("三、收到和处理政府信息公开申请情况", "共受理申请12件（含上年结转2件），予以公开5件、部分公开1件、不予公开2件、不予处理1件。"),
    ("三、收到和处理政府信息公开申请情况", "其中通过网络收到申请6件，信函收到申请4件。在20个工作日内答复。"),
    ("三、收到和处理政府信息公开申请情况", "全年收到申请十件；予以公开五件。去年收到申请7件。"),
    ("四、政府信息公开行政复议、行政诉讼情况", "行政复议2件，行政诉讼1件。"), ("四、政府信息公开行政复议、行政诉讼情况", "发生行政复议、行政诉讼3件。"),
    ("二、主动公开政府信息情况", "收到申请99件，行政复议99件。"), ("四、政府信息公开行政复议、行政诉讼情况", "行政诉讼1件，结果均获维持。"),
    ("一、总体情况", "主动公开信息120条，规范性文件3件，收到群众来信8封。"),
  ]

  @Test(arguments: right)
  func textThatAgreesIsSilent(title: String, sentence: String) throws {
    #expect(try differences(sentence, under: title) == [])
  }

  private static let wrong: [(String, String, String)] = [
    ("一、总体情况", "2022年，本机关共收到政府信息公开申请11件。", "本年新收"), ("一、总体情况", "全年未收到政府信息公开申请。", "本年新收"),
    ("三、收到和处理政府信息公开申请情况", "新收申请9件。", "本年新收"), ("三、收到和处理政府信息公开申请情况", "本年收到申请10件，上年结转1件。", "上年结转"),
    ("三、收到和处理政府信息公开申请情况", "办结8件。", "办理结果总计"), ("三、收到和处理政府信息公开申请情况", "结转下年度继续办理2件。", "结转下年度"),
    ("三、收到和处理政府信息公开申请情况", "其中，予以公开6件。", "予以公开"), ("三、收到和处理政府信息公开申请情况", "部分公开2件。", "部分公开"),
    ("三、收到和处理政府信息公开申请情况", "不予公开3件。", "不予公开"), ("三、收到和处理政府信息公开申请情况", "无法提供1件。", "无法提供"),
    ("三、收到和处理政府信息公开申请情况", "不予处理0件。", "不予处理"), ("三、收到和处理政府信息公开申请情况", "其他处理1件。", "其他处理"),
    ("四、政府信息公开行政复议、行政诉讼情况", "被申请行政复议1件。", "行政复议"), ("四、政府信息公开行政复议、行政诉讼情况", "行政诉讼3起。", "行政诉讼"),
    ("四、政府信息公开行政复议、行政诉讼情况", "未发生因政府信息公开引起的行政诉讼。", "行政诉讼"),
    ("四、政府信息公开行政复议、行政诉讼情况", "行政复议2件，均获维持。", "尚未审结"),
  ]

  @Test(arguments: wrong)
  func textThatDiffersIsReported(title: String, sentence: String, name: String) throws {
    let found = try differences(sentence, under: title)
    #expect(found.count == 1)
    #expect(found.first?.contains(name) == true, "\(found)")
  }

  @Test func bothSubjectsOfAJointDenialAreCompared() throws {
    let found = try differences("未发生行政复议、行政诉讼。", under: "四、政府信息公开行政复议、行政诉讼情况")
    #expect(found.count == 2)
  }

  @Test func theDifferencePointsAtTextAndCell() throws {
    let markdown = "## 三、收到和处理政府信息公开申请情况\n\n全年新收申请9件。\n"
    let found = try #require(
      text(markdown).check(year: 2022, statistics: try statistics(), identity: identity)
        .first { $0.id == "report.text-differs" })
    let span = try #require(found.span)
    let words = Array(markdown.utf8)[span.range.lowerBound..<span.range.upperBound]
    #expect(String(decoding: words, as: UTF8.self) == "全年新收申请9件")
    #expect(found.notes.first?.span == (try statistics())["applications", "new", "total"]?.span)
  }

  // MARK: - The text by itself

  @Test(
    arguments: [
      ("共公开信息12条，其中通知8条、公告5条。", Severity.warning), ("共公开信息12条，其中通知6条、公告4条。", .note),
      ("共公开信息12条，其中通知8条、公告4条。", nil),
    ] as [(String, Severity?)])
  func listsAddUp(sentence: String, severity: Severity?) {
    let found = text(sentence).check(year: 2017, statistics: nil, identity: "").filter { $0.id == "report.list-total" }
    #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
  }

  @Test func theLeadAnnouncesThePartsThereAre() {
    let body = "\n\n## 一、概述\n\n## 二、主动公开情况\n\n## 三、问题和改进情况\n"
    #expect(ids("本报告由概述；主动公开情况；保密审查情况；问题和改进情况组成。" + body) == ["report.lead-parts"])
    #expect(ids("本报告由概述；主动公开情况；问题和改进情况组成。" + body).isEmpty)
    #expect(ids("本报告由总体情况、主动公开情况等四个部分组成。" + body) == ["report.lead-parts"])
    #expect(ids("本报告包括总体情况等三部分。" + body).isEmpty)
    #expect(ids("根据《条例》编制本报告。" + body).isEmpty)
  }

  @Test(arguments: [
    ("20XX年", true), ("××局", true), ("共xx条", true), ("（此处填写主要做法）", true), ("（请简要说明）", true), ("ＸＸ镇", true),
    ("3×4米", false), ("XXL号", false), ("MAXX", false), ("（含上年结转）", false), ("X光", false), ("", false),
  ])
  func whatATemplateLeavesIsFound(words: String, isFound: Bool) {
    #expect(ids("## 一、概述\n\n工作\(words)情况。\n") == (isFound ? ["report.placeholder"] : []))
  }

  @Test func thePeriodInTheTextIsTheReportYear() {
    #expect(ids("所列数据的统计期限自2016年1月1日起至2016年12月31日止。") == ["report.period", "report.period"])
    #expect(ids("所列数据的统计期限自2017年1月1日起至2017年12月31日止。").isEmpty)
    #expect(ids("自2016年1月1日起施行的办法。").isEmpty)
  }

  @Test func prescribedHeadingsAreAskedForOnlyWhereTheyAre() {
    let free = "## 一、概述\n\n## 二、其他\n"
    #expect(ids(free).isEmpty)
    #expect(Set(ids(free, year: 2022)) == ["report.sections"])
    let sections = ReportForm.form(forYear: 2022)?.sections.map { "## \($0)\n\n文字。\n" }.joined(separator: "\n") ?? ""
    #expect(!sections.isEmpty && ids(sections, year: 2022).isEmpty)
    let renamed = sections.replacing("五、存在的主要问题及改进情况", with: "五、存在问题及改进情况")
    let found = text(renamed).check(year: 2022, statistics: nil, identity: identity)
    #expect(found.map(\.id) == ["report.sections"])
    #expect(found.first?.fixes.first?.replacement == "五、存在的主要问题及改进情况")
  }

  @Test(arguments: [
    ("宜宾市财政局主动公开信息。", true), ("2017年，四川省各级部门。", true), ("赴宜宾市学习。", false), ("枣庄市财政局、济南市", false),
    ("转发《宜宾市公开办法》。", false), ("朝阳市场监管。", false), ("山东省枣庄市。", false),
  ])
  func placesElsewhereAreFound(words: String, isFound: Bool) {
    #expect(ids("## 一、概述\n\n\(words)\n") == (isFound ? ["report.foreign-place"] : []))
  }

  @Test func aSiteWithoutAKnownPlaceIsNotJudged() {
    let found = text("宜宾市财政局").check(year: 2017, statistics: nil, identity: "示例局")
    #expect(found.isEmpty)
  }

  @Test func aCopiedTextIsReportedWithItsShare() throws {
    let sentences = (0..<40).map { "第\($0)项工作是改进目录编制方法并公布第\($0 * 7)号文件。" }
    let last = text(sentences.joined())
    let copied = text((sentences.prefix(38) + ["今年另外做了两件全新的事情。"]).joined())
    let found = copied.check(against: last, named: Text(zh: "上一年度的报告", en: "last year’s report"))
    #expect(found.map(\.id) == ["report.similar"])
    #expect(found.first?.message.zh.contains("%") == true)
    let fresh = text("全新的文字，写的是全然不同的内容，与往年的报告没有一处相同。")
    #expect(fresh.check(against: last, named: Text(zh: "甲", en: "a")).isEmpty)
  }

  // MARK: - Organs

  @Test(
    arguments: [
      ("枣庄市峄城区科学技术局", false), ("枣庄市峄城区人民政府", false), ("峄城区榴园镇人民政府", false), ("滕州市人民政府", false),
      ("枣庄市人民政府", true), ("山东省人民政府", true), ("延边朝鲜族自治州人民政府", true), ("枣庄市人民政府办公室", false),
      ("国家知识产权局", nil), ("财政部", nil), ("内蒙古自治区人民政府", true), ("海关总署", nil),
    ] as [(String, Bool?)])
  func rulesAreMadeByFew(organ: String, isHeld: Bool?) { #expect(RuleMakingPower.isHeld(by: organ) == isHeld) }

  @Test func rulesOfAnOrganThatMakesNoneAreReported() throws {
    let yaml = "第二十条第（一）项:\n  规章: [1, 0, 3]\n  行政规范性文件: [2, 0, 9]\n其余: 0\n"
    let statistics = try #require(readStatistics(yaml, year: 2022).statistics)
    #expect(statistics.check(organ: "枣庄市财政局").map(\.id) == ["report.rule-making", "report.rule-making"])
    #expect(statistics.check(organ: "枣庄市人民政府").isEmpty)
  }
}
