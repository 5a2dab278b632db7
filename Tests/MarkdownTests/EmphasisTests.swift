import TestSupport
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
    ("张**、李**、王**。", "张**、李**、王**。"),
    ("姓名：**，电话：**，住址：**。", "姓名：**，电话：**，住址：**。"),
    ("（以下简称《条例》）**，**制定", "（以下简称《条例》）<b>，</b>制定"),
    ("（“一网通办”）**，现将……。**", "（“一网通办”）<b>，现将……。</b>"),
    ("**（甲）**，按《乙》**）办理**。", "<b>（甲）</b>，按《乙》<b>）办理</b>。"),
    ("*甲（乙）**，丙**丁*", "<i>甲（乙）<b>，丙</b>丁</i>"),
    ("**甲（乙）*，丙（丁）*。**", "<b>甲（乙）<i>，丙（丁）</i>。</b>"),
    ("“*他说（甲）*。”（乙）*，丙*", "“<i>他说（甲）</i>。”（乙）<i>，丙</i>"),
  ])
  func readsAsAChineseReaderDoes(markdown: String, expected: String) {
    let html = expected.replacing("b>", with: "strong>").replacing("i>", with: "em>")
    let block = html.hasPrefix("<blockquote>") ? html : "<p>\(html)</p>"
    #expect(render(markdown, .typography).html == block + "\n")
  }

  /// Bold put at random into sentences put together at random; it does not end with an opening bracket, and begins with
  /// a mark of punctuation only behind a closing one.
  @Test func anyPartOfASentenceCanBeBold() {
    let opening = ["《", "“", "（"]
    let closing = ["》", "”", "）"]
    let stops = ["，", "。", "：", "、"]
    let words = ["政府", "信息", "2017年", "制定", "A类", "カナ"]
    var random = SeededGenerator(seed: 9)
    for _ in 0..<5_000 {
      let pieces = (0..<8).compactMap { _ in (opening + closing + stops + words + words).randomElement(using: &random) }
      let places = (0..<4).map { _ in Int.random(in: 0...8, using: &random) }.sorted()
      let spans = [places[0]..<places[1], places[2]..<places[3]].filter { !$0.isEmpty }
      let isBold = spans.allSatisfy { span in
        let isBehindBracket = span.lowerBound > 0 && closing.contains(pieces[span.lowerBound - 1])
        return !opening.contains(pieces[span.upperBound - 1])
          && (isBehindBracket || (words + opening).contains(pieces[span.lowerBound]))
      }
      guard isBold, places[1] < places[2] else { continue }
      var (markdown, html) = ("", "<p>")
      for (index, piece) in pieces.enumerated() {
        for span in spans where span.lowerBound == index { (markdown, html) = (markdown + "**", html + "<strong>") }
        (markdown, html) = (markdown + piece, html + piece)
        for span in spans where span.upperBound == index + 1 {
          (markdown, html) = (markdown + "**", html + "</strong>")
        }
      }
      #expect(render(markdown, .typography).html == html + "</p>\n")
    }
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
