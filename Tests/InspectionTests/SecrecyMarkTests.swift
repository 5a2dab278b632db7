import Testing

@testable import Inspection

@Suite struct SecrecyMarkTests {
  private func marks(_ text: String) -> [SecrecyMark] { SecrecyMark.marks(in: Array(text.utf8).span) }

  @Test(arguments: [
    ("机密★1年", SecrecyMark.Level.secret, "1年"), ("秘密 ★ 长期", .confidential, "长期"), ("绝密★３０年", .topSecret, "３０年"),
    ("机　密★6个月", .secret, "6个月"), ("秘密☆十年", .confidential, "十年"), ("文件标为机密*1年的", .secret, "1年"),
  ])
  func findsStarredMarks(text: String, level: SecrecyMark.Level, period: String) throws {
    for text in [text, "正文。\n\(text)\n", "|\(text)|"] {
      let mark = try #require(marks(text).first, "\(text)")
      #expect(mark.level == level)
      #expect(mark.evidence == .star)
      #expect(mark.period == period)
      #expect(shown(mark.range, of: text).hasSuffix(period))
      #expect(marks(text).count == 1)
    }
  }

  @Test func findsAStarWithoutPeriod() {
    #expect(marks("本件标注秘密★字样").map(\.evidence) == [.star])
  }

  @Test(arguments: ["密级：机密", "密　级：机密 ", "密级:机密\n", "| 密级 | 机密 |", "保密等级：机密级。", "密级：机密 2年\n"])
  func findsLabelledMarks(text: String) {
    #expect(marks(text).map(\.evidence) == [.label], "\(text)")
    #expect(marks(text).map(\.level) == [.secret])
  }

  @Test func findsMarksAtTheHeadOfAPaper() {
    #expect(marks("机密\n\n关于示例的通知\n").map(\.evidence) == [.line])
    #expect(marks("000001\n　机密　1年\n特急\n").map(\.period) == ["1年"])
    #expect(marks(String(repeating: "正文内容。\n", count: 60) + "秘密\n").isEmpty)
  }

  @Test(arguments: [
    "保守国家秘密，人人有责。", "商业秘密和个人隐私", "国家秘密的密级分为绝密、机密、秘密三级。", "机密级国家秘密是重要的国家秘密", "秘密级事项的期限不超过十年",
    "密级：绝密、机密、秘密", "密级：□绝密 □机密 □秘密", "**国家秘密**", "*秘密*一词", "国家秘密标志为“密级★保密期限”", "精密★1年", "秘密1年以上的",
  ])
  func leavesWordsOfTheTextAlone(text: String) {
    #expect(marks("按照规定，\(text)").isEmpty, "\(marks(text))")
  }
}
