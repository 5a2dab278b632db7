import Testing

@testable import Markdown

@Suite struct HeadingTests {
  private func ids(_ titles: [String]) -> [String] {
    render(titles.map { "# \($0)\n\n" }.joined()).result.headings.map(\.id)
  }

  @Test func numberedHeadingsAreNamedByTheirNumbers() {
    #expect(
      ids(["一、总则", "（一）目的", "1. 甲", "（1）乙", "2．丙", "（二）范围", "二、附则", "（一）解释"])
        == ["s1", "s1-1", "s1-1-1", "s1-1-1-1", "s1-1-2", "s1-2", "s2", "s2-1"])
    #expect(
      ids(["第一章 总则", "第二章　分则", "第一节 甲", "第三条", "第十二条之一 乙", "第三章"])
        == ["ch-1", "ch-2", "ch-2-sec-1", "art-3", "art-12-1", "ch-3"])
  }

  @Test func othersAreNamedByTheirWords() {
    #expect(
      ids(["公开目录", "Open Data 2017", "《条例》（2019年修订）", "！", "3.14 版", "a/b?c"])
        == ["公开目录", "open-data-2017", "条例-2019年修订", "section", "3-14-版", "a-b-c"])
  }

  @Test func equalNamesAreNumbered() {
    #expect(ids(["附件", "附件", "附件-2", "附件", "一、甲", "一、乙"]) == ["附件", "附件-2", "附件-2-2", "附件-3", "s1", "s1-2"])
  }

  @Test func namesOutliveEditsElsewhere() {
    let before = ids(["一、甲", "二、乙", "联系方式"])
    #expect(ids(["一、改", "新增", "二、也改", "联系方式"]).filter { $0 != "新增" } == before)
  }

  @Test func levelsAreShiftedAndKept() {
    var options = MarkdownOptions()
    options.headingOffset = 1
    let rendering = render("# 甲 *乙*\n\n## `丙`\n", options, baseOffset: 5)
    #expect(rendering.html == "<h2 id=\"甲-乙\">甲 <em>乙</em></h2>\n<h3 id=\"丙\"><code>丙</code></h3>\n")
    #expect(rendering.result.headings.map(\.level) == [2, 3])
    #expect(rendering.result.headings.map(\.title) == ["甲 乙", "丙"])
    options.headingOffset = 5
    #expect(render("### 甲\n", options).html.contains("<h6"))
  }

  @Test func underlinedHeadingsEndAtTheirUnderline() {
    let rendering = render("甲\nhttps://a.cn/\n===\nhttps://b.cn/\n\n> https://c.cn/\n> ---\n> 戊\n\nhttps://d.cn/\n---")
    #expect(rendering.result.headings.map(\.level) == [1, 2, 2])
    #expect(
      rendering.result.links.map { rendering.text($0.span.range) } == ["a", "b", "c", "d"].map { "https://\($0).cn/" })
    #expect(
      render("——\n甲\n===\n|-|\n|-|\n").html.hasSuffix(
        "</h1>\n<table>\n<thead>\n<tr>\n<th scope=\"col\">-</th>\n</tr>\n</thead>\n</table>\n"))
  }

  @Test(arguments: [
    ("第三条　本办法适用于……", "<p id=\"art-3\">"), ("**第十条** 甲", "<p id=\"art-10\">"), ("第一百零五条 甲", "<p id=\"art-105\">"),
    ("第２条 甲", "<p id=\"art-2\">"), ("第二十一条之二 甲", "<p id=\"art-21-2\">"), ("第三条规定的甲", "<p>"), ("依照第三条 甲", "<p>"),
    ("第三款 甲", "<p>"),
  ])
  func articlesAreAnchored(markdown: String, start: String) {
    #expect(render(markdown).html.hasPrefix(start))
  }

  @Test(arguments: [
    ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("一百", 100), ("一百零五", 105), ("一百一十", 110), ("二〇一七", 2017),
    ("两千", 2000),
    ("12", 12), ("１２", 12), ("一千二百三十四", 1234),
  ])
  func readsChineseNumbers(text: String, value: Int) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { ChineseNumber.parse($0, at: 0)?.value } == value)
  }

  @Test func manyIdentifiersStayDifferent() {
    let source = (1...300).map { "## 第\($0)条\n\n## 甲\n\n## art 1\n" }.joined(separator: "\n")
    let ids = render(source).result.headings.map(\.id)
    #expect(ids.count == 900)
    #expect(Set(ids).count == 900)
    #expect(ids.prefix(6) == ["art-1", "甲", "art-1-2", "art-2", "甲-2", "art-1-3"])
  }
}
