import TestSupport
import Testing

@testable import Markdown

@Suite struct PlainTextTests {
  @Test func hasALineForEachBlock() {
    let source =
      "# 甲*乙*\n\n丙`丁`[戊](a)\n己\\\n庚\n\n- 辛\n- 壬 <!-- 注 -->\n\n| 子 | 丑 |\n|---|---|\n| 寅 | |\n\n:::注意 卯\n辰\n:::\n"
    #expect(render(source).plainText == "甲乙\n丙丁戊己 庚\n辛\n壬\n子\n丑\n寅\n卯\n辰\n")
  }

  @Test func isEmptyWhenNotAskedFor() {
    var options = MarkdownOptions()
    options.collectsPlainText = false
    let result = render("# 甲\n\n乙。\n", options).result
    #expect(result.plainText.isEmpty && result.summary.isEmpty && result.wordCount == 0)
    #expect(result.headings.map(\.title) == ["甲"])
  }

  @Test(arguments: [
    ("政府信息", 4), ("政府 information 公开", 5), ("2017年5月8日", 6), ("占3.14%，共1,000件", 5), ("GB/T 9704-2012", 3), ("don't", 1),
    ("，。！", 0), ("カナ", 2), ("", 0), ("a@b.cn", 1), ("第1-2页", 3),
  ])
  func countsWordsAsOfficesDo(markdown: String, count: Int) {
    #expect(render(markdown).result.wordCount == count)
  }

  /// Short texts are counted character by character, long ones mostly in blocks; spaces end all words.
  @Test func countsTheWordsOfALongTextAsThoseOfItsParts() {
    let pieces = [
      "政府", "信息。", "《条例》", "（", "）", "“", "”", "，", "：", "——", "3.14", "1,000", "e-mail", "don’t", "a..b", "x_y", "é",
      "été",
      "a.é", "é.a", "第", "条", "々", "カナ", "㐀", "４", "ＧＢ", "a４.", "\u{FFFD}", "·", "—", "-", "'", "@", "😀", "𠀀", "한", "b",
    ]
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      let words = (0..<24).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      #expect(Self.count(words.joined(separator: " ")) == words.reduce(0) { $0 + Self.count($1) }, "\(words)")
    }
  }

  private static func count(_ text: String) -> Int { Array(text.utf8).withUnsafeBufferPointer { WordCount.of($0) } }

  @Test func summaryIsWholeSentences() {
    let sentence = String(repeating: "甲", count: 39) + "。"
    #expect(render("# 题\n\n\(sentence)\(sentence)\(sentence)").result.summary == sentence + sentence)
    #expect(render("他说：“\(String(repeating: "乙", count: 60))。”" + sentence).result.summary.hasSuffix("。”"))
    #expect(render("短。\n\n再短").result.summary == "短。再短")
  }

  @Test func summaryIsCutWhereASentenceIsTooLong() {
    let long = String(repeating: "甲", count: 60) + "，" + String(repeating: "乙", count: 60) + "。"
    #expect(render(long).result.summary == String(repeating: "甲", count: 60) + "…")
    let longer = render(String(repeating: "丙", count: 200)).result.summary
    #expect(longer == String(repeating: "丙", count: 99) + "…")
    #expect(longer.count == Summary.maximumCharacters)
  }
}
