import Testing

@testable import Inspection

@Suite struct DoubledWordTests {
  private func doubled(_ text: String) -> [String] {
    DoubledWord.words(in: Array(text.utf8).span).map { $0.word }
  }

  @Test(arguments: [
    ("政府信息公开公开指南", "公开"), ("做好工作工作的通知", "工作"), ("办公室办公室印发", "办公室"), ("行政机关行政机关", "行政机关"), ("主要的的问题", "的"),
    ("完成了了任务", "了"), ("公开和和监督", "和"),
  ])
  func findsDoubles(text: String, word: String) {
    for text in [text, "　　\(text)。\n后文继续，" + String(repeating: "另一句话说别的内容。", count: 3)] {
      #expect(doubled(text) == [word], "\(text)")
    }
  }

  @Test(arguments: [
    "常常", "人人有责", "层层落实，处处留心", "一步一步推进", "逐条逐条审查", "张某某某某", "二〇二〇年", "认真研究研究", "以公开为目的的活动", "为了了解情况", "不了了之",
    "的的确确", "总和和平均数", "和和气气", "公开、公开", "高高兴兴", "××××", "20202020", "————", "存在在建工程",
  ])
  func leavesReduplicationAlone(text: String) {
    #expect(doubled("前文\(text)后文").isEmpty, "\(doubled(text))")
  }

  @Test func pointsAtBoth() throws {
    let text = "前公开公开后"
    let word = try #require(DoubledWord.words(in: Array(text.utf8).span).first)
    #expect(shown(word.range, of: text) == "公开公开")
  }
}

@Suite struct UnbalancedListTests {
  private func lists(_ text: String) -> [UnbalancedList] { UnbalancedList.lists(in: Array(text.utf8).span) }

  @Test(arguments: [
    ("全年共公开政府信息12条，其中网站公开5条、公报公开6条。", 12, [5, 6]), ("共收到申请１２件，其中：当面申请3件，网络申请10件。", 12, [3, 10]),
    ("共十二条，其中甲类五条、乙类六条", 12, [5, 6]), ("共1,200人次（其中现场700人次、电话400人次）", 1_200, [700, 400]),
    ("共公开20条，其中网站10条（含图片3条），占50%，公报公开9条，比上年增加5条。", 20, [10, 9]),
  ])
  func findsWrongSums(text: String, total: Int, parts: [Int]) throws {
    let list = try #require(lists(text).first)
    #expect(list.total == total)
    #expect(list.parts == parts)
    #expect(list.sum == parts.reduce(0, +))
    #expect(lists(text).count == 1)
  }

  @Test(arguments: [
    "全年共公开政府信息12条，其中网站公开6条、公报公开6条。", "共12条，其中网站公开5条。", "共12条，其中网站公开5条、其余在公报公开2件。", "共1.2万条，其中网站5000条、公报6000条。",
    "共12条。其中一项工作是5条、6条", "中国共产党第12次会议", "共三百零五件，其中甲二百件、乙一百零五件。", "共12条，其中网站5条、其他7条", "共同推进12条，措施",
    "共12条，其中网站5.5条、公报6条", "共", "共12", "共12条，其中",
  ])
  func leavesOtherSentencesAlone(text: String) {
    #expect(lists(text).isEmpty, "\(lists(text))")
  }

  @Test func pointsAtTheSentence() throws {
    let text = "一、共3条，其中网站1条、公报1条。后文"
    let list = try #require(lists(text).first)
    #expect(shown(list.range, of: text) == "共3条，其中网站1条、公报1条")
    #expect(list.unit == "条")
  }
}

@Suite struct OutdatedPhraseTests {
  private func ids(_ text: String) -> [String] {
    OutdatedPhrase.findings(in: Array(text.utf8).span).map(\.phrase.id)
  }

  @Test(arguments: [
    ("可以根据自身生产、生活、科研等特殊需要申请", "special-needs"), ("自收到申请之日起15个工作日内予以答复", "reply-limit"), ("属于免予公开范围的", "exempt"),
    ("各级行政机关应当在每年3月31日前公布年度报告", "report-date"), ("可以收取检索、复制、邮寄等成本费用", "cost-fee"), ("所需信息的用途：", "purpose"),
    ("建立健全政府信息发布保密审查机制", "secrecy-review"), ("在履行职责过程中制作或者获取的信息", "definition"), ("（国务院令第492号）", "old-decree"),
  ])
  func findsOldWording(text: String, id: String) {
    #expect(ids("前文。\(text)。后文") == [id])
  }

  @Test(arguments: [
    "第三方应当自收到征求意见书之日起15个工作日内提出意见，逾期未答复的", "20个工作日内答复", "15个工作日内办结许可", "政府信息公开工作主管部门在每年3月31日前公布",
    "履行行政管理职能过程中制作或者获取的信息", "不予公开", "建立健全政府信息公开审查机制", "2007年国务院令第492号公布 2019年国务院令第711号修订",
  ])
  func leavesTheNewWordingAlone(text: String) {
    #expect(ids(text).isEmpty)
  }

  @Test func explainsEachInBothLanguages() {
    #expect(Set(OutdatedPhrase.all.map(\.id)).count == OutdatedPhrase.all.count)
    #expect(OutdatedPhrase.all.allSatisfy { !$0.explanationZh.isEmpty && !$0.explanationEn.isEmpty })
  }
}

@Suite struct TextSimilarityTests {
  private let report = "全年主动公开政府信息一百二十条，其中通过门户网站公开九十条，通过政府公报公开三十条，收到依申请公开二件，均在法定期限内答复。"

  @Test func sameTextIsWhollySimilarWhateverItsLayout() {
    let spaced = report.replacing("，", with: "\n\n")
    #expect(TextFingerprint(report).similarity(to: TextFingerprint(spaced)) == 100)
  }

  @Test func copiedTextWithOtherNumbersIsSimilar() {
    let copied = report.replacing("一百二十条", with: "一百条")
    let similarity = TextFingerprint(report).similarity(to: TextFingerprint(copied))
    #expect((70..<100).contains(similarity))
    #expect(similarity == TextFingerprint(copied).similarity(to: TextFingerprint(report)))
  }

  @Test func otherTextsAreNot() {
    let other = "本单位机构设置包括办公室、法规科、财务科，办公地址设在行政中心三楼，办公时间为工作日上午八时三十分至十二时。"
    #expect(TextFingerprint(report).similarity(to: TextFingerprint(other)) < 5)
    #expect(TextFingerprint("短文").similarity(to: TextFingerprint("短文")) == 0)
  }

  @Test func halfCopiedIsHalf() {
    let half = String(report.prefix(report.count / 2))
    let similarity = TextFingerprint(half + "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒").similarity(to: TextFingerprint(report))
    #expect((30...70).contains(similarity))
  }
}
