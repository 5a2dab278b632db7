import Testing

@testable import Markdown

@Suite struct EmphasisTests {
  /// `<b>` and `<i>` stand for `<strong>` and `<em>` in the expectation.
  @Test(arguments: [
    ("**《条例》**规定", "<b>《条例》</b>规定"),
    ("**公开，**是指", "<b>公开，</b>是指"),
    ("**政府信息（以下简称“信息”）**负责", "<b>政府信息（以下简称“信息”）</b>负责"),
    ("（以下简称“本局”）**负责**全市", "（以下简称“本局”）<b>负责</b>全市"),
    ("*他说**“*你好*”**。*", "<i>他说<b>“<i>你好</i>”</b>。</i>"),
    ("**历经10年发展，**年", "<b>历经10年发展，</b>年"),
    ("这是**我想做的事。**所以继续。", "这是<b>我想做的事。</b>所以继续。"),
    ("Git **（ギット）**Hub", "Git <b>（ギット）</b>Hub"),
    ("不如人意的**《李茶的姑妈》**已经", "不如人意的<b>《李茶的姑妈》</b>已经"),
    ("**“a”**和**“b”**", "<b>“a”</b>和<b>“b”</b>"),
    ("（**注**）见", "（<b>注</b>）见"),
    ("他说：**“好”**。", "他说：<b>“好”</b>。"),
    ("使用**`make`**命令", "使用<b><code>make</code></b>命令"),
    ("见**[办法](a.md)**第三条", "见<b><a href=\"a.md\">办法</a></b>第三条"),
    ("依据**《甲》**、**《乙》**和**《丙》**办理", "依据<b>《甲》</b>、<b>《乙》</b>和<b>《丙》</b>办理"),
    ("**“一网通办”**、**“跨省通办”**改革", "<b>“一网通办”</b>、<b>“跨省通办”</b>改革"),
    ("***《甲》***规定", "<i><b>《甲》</b></i>规定"),
    ("**甲*《乙》*丙**", "<b>甲<i>《乙》</i>丙</b>"),
    ("**注意！**不得**（含外网）**公开", "<b>注意！</b>不得<b>（含外网）</b>公开"),
    ("他**——真的**来了", "他<b>——真的</b>来了"),
    ("**完成率100%**以上", "<b>完成率100%</b>以上"),
    ("**\"引号\"**后", "<b>&quot;引号&quot;</b>后"),
    ("中文**bold**中文", "中文<b>bold</b>中文"),
    ("> **《甲》**规定", "<blockquote>\n<p><b>《甲》</b>规定</p>\n</blockquote>"),
    ("**甲（*乙*）**丙", "<b>甲（<i>乙</i>）</b>丙"),
    ("一、**总则。**本办法", "一、<b>总则。</b>本办法"),
  ])
  func readsAsAChineseReaderDoes(markdown: String, expected: String) {
    let html = expected.replacing("b>", with: "strong>").replacing("i>", with: "em>")
    let block = html.hasPrefix("<blockquote>") ? html : "<p>\(html)</p>"
    #expect(render(markdown, .typography).html == block + "\n")
  }

  @Test(arguments: [
    "`**《x》**y`", "\\**《x》**规", "a**\"x\"**b", "**1.** 第一", "2 * 3 * 4", "甲 * 乙 * 丙", "`甲`*", "* 《甲》\n* 乙",
    "[a](</甲**《乙》**丙>)", "<http://a.cn/甲**《乙》**丙>", "```甲**《乙》**丙\n**《x》**规\n```", "    **《x》**规",
    "![甲\\*《乙》\\*丙](a.png \"甲*《乙》\")", "**（说明", "他说“*”和“**”", "**\n《甲》**",
  ])
  func leavesAloneWhatIsNoEmphasis(markdown: String) {
    #expect(render(markdown, .typography).html == libcmark(markdown))
  }

  @Test func referenceLabelsStillMatch() {
    let html = render("见[**《甲》**规定]。\n\n[**《甲》**规定]: a.md\n", .typography).html
    #expect(html == "<p>见<a href=\"a.md\"><strong>《甲》</strong>规定</a>。</p>\n")
  }

  @Test(arguments: ["\u{10FFFF}", "\u{10FFFF}\u{10FFFF}", "甲\u{10FFFF}**《乙》**\u{10FFFF}丙\u{10FFFF}\u{10FFFF}"])
  func losesNoMarkOfTheSourceItself(markdown: String) {
    let text = render(markdown + "**《甲》**乙 `\(markdown)` [a](\(markdown) \"\(markdown)\")").html
    let source = markdown.unicodeScalars.filter { $0 == "\u{10FFFF}" }.count
    let copies = text.unicodeScalars.filter { $0 == "\u{10FFFF}" }.count
    let encoded = text.components(separatedBy: "%F4%8F%BF%BF").count - 1
    #expect(copies == source * 3)
    #expect(encoded == source)
  }
}
