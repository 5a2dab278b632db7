import Testing

@testable import Markdown

@Suite struct SoftBreakTests {
  @Test(arguments: [
    ("政府\n信息", "政府信息"),
    ("政府，\n信息", "政府，信息"),
    ("政府\r\n“信息”", "政府“信息”"),
    ("**政府**\n信息", "<strong>政府</strong>信息"),
    ("政府\n**信息**", "政府<strong>信息</strong>"),
    ("*政府\n**《信息》***", "<em>政府<strong>《信息》</strong></em>"),
    ("[政府\n信息](a)", "<a href=\"a\">政府信息</a>"),
    ("政府`代码`\n信息", "政府<code>代码</code>信息"),
    ("カタ\nカナ", "カタカナ"),
    ("open\ngovernment", "open\ngovernment"),
    ("政府\nopen", "政府\nopen"),
    ("2017\n年", "2017\n年"),
    ("政府\\\n信息", "政府<br />\n信息"),
    ("政府\n![图](a.png)", "政府\n<img src=\"a.png\" alt=\"图\" />"),
    ("![甲\n乙](a.png)\n信息", "<img src=\"a.png\" alt=\"甲乙\" />\n信息"),
    ("政府\n&amp;\n信息", "政府\n&amp;\n信息"),
  ])
  func vanishesOnlyBetweenChineseCharacters(markdown: String, html: String) {
    #expect(render(markdown, .typography).html == "<p>\(html)</p>\n")
  }

  @Test func stayWithoutChineseTypography() {
    #expect(render("政府\n信息", .commonMark).html == "<p>政府\n信息</p>\n")
  }

  @Test func plainTextFollows() {
    #expect(render("政府\n信息\nopen\ndata").plainText == "政府信息 open data\n")
  }
}
