import Testing

@testable import Markdown

@Suite struct ContainerTests {
  @Test(arguments: [
    (":::注意\n甲\n:::", "<div class=\"note\" role=\"note\">\n<p class=\"title\">注意</p>\n<p>甲</p>\n</div>\n"),
    (
      "::: 提示 看**《乙》**这里\n- 甲\n:::",
      "<div class=\"tip\" role=\"note\">\n"
        + "<p class=\"title\">看<strong>《乙》</strong>这里</p>\n<ul>\n<li>甲</li>\n</ul>\n</div>\n"
    ),
    (
      ":::图 示意图\n![甲](a.png)\n:::",
      "<figure>\n<p><img src=\"a.png\" alt=\"甲\" /></p>\n<figcaption>示意图</figcaption>\n</figure>\n"
    ),
    (
      ":::附件\n1. [表](a.xls)\n:::",
      "<section class=\"attachments\">\n<p class=\"title\">附件</p>\n<ol>\n"
        + "<li><a href=\"a.xls\">表</a></li>\n</ol>\n</section>\n"
    ),
    (
      ":::公文\n:::主送 各科室：\n:::\n:::正文\n甲\n:::\n:::",
      "<div class=\"official-document\">\n<div class=\"addressee\">\n"
        + "<p>各科室：</p>\n</div>\n<div class=\"body\">\n<p>甲</p>\n</div>\n</div>\n"
    ),
    (
      "甲\n:::注意\n乙\n:::\n丙",
      "<p>甲</p>\n<div class=\"note\" role=\"note\">\n<p class=\"title\">注意</p>\n<p>乙</p>\n</div>\n<p>丙</p>\n"
    ),
    (
      "> :::注意\n> 甲\n> :::",
      "<blockquote>\n<div class=\"note\" role=\"note\">\n<p class=\"title\">注意</p>\n<p>甲</p>\n</div>\n</blockquote>\n"
    ),
    ("```\n:::注意\n# 甲\n```\n\n    :::\n", "<pre><code>:::注意\n# 甲\n</code></pre>\n<pre><code>:::\n</code></pre>\n"),
    ("甲 :::注意", "<p>甲 :::注意</p>\n"),
    ("甲\n     :::注意\n     - :::", "<p>甲\n:::注意\n- :::</p>\n"),
    (
      "- 甲\n- :::注意\n  乙\n  :::\n",
      "<ul>\n<li>甲</li>\n<li>\n<div class=\"note\" role=\"note\">\n<p class=\"title\">注意</p>\n乙\n</div>\n</li>\n</ul>\n"
    ),
  ])
  func becomesElements(markdown: String, html: String) {
    let rendering = render(markdown)
    #expect(rendering.html == html)
    #expect(rendering.ids == [])
  }

  @Test func everyNameAndSynonymIsUnique() {
    let names = Container.all.flatMap { [$0.name] + $0.synonyms }
    #expect(Set(names).count == names.count)
  }

  @Test func stayTextWithoutExtensions() {
    #expect(render(":::注意\n", .typography).html == "<p>:::注意</p>\n")
  }

  /// GB/T 9704 has these printed before the text.
  @Test(arguments: [
    (":::抄送 区政府办公室。\n:::", "<p><span class=\"label\">抄送：</span>区政府办公室。</p>"),
    (":::抄送\n区政府办公室。\n\n区委办公室。\n:::", "<p><span class=\"label\">抄送：</span>区政府办公室。</p>\n<p>区委办公室。</p>"),
    (":::抄送 抄送：区政府办公室。\n:::", "<p>抄送：区政府办公室。</p>"),
    (":::附件说明 附件1：安排表\n:::", "<p>附件1：安排表</p>"),
    (":::附件说明\n1. 安排表\n:::", "<p class=\"label\">附件：</p>\n<ol>\n<li>安排表</li>"),
    (":::签发人 **张某**\n:::", "<p><span class=\"label\">签发人：</span><strong>张某</strong></p>"),
    (":::抄送\n:::\n\n甲", "</div>\n<p>甲</p>"),
  ])
  func partsAreLabelled(source: String, expected: String) {
    let html = render(source).html
    #expect(html.contains(expected), "\(html)")
  }

  @Test func aTabMaySetTheNameApart() {
    let rendering = render(":::\t注意 题\n甲\n:::\n")
    #expect(rendering.html.contains("<p class=\"title\">题</p>") && rendering.diagnostics.isEmpty)
    let ids = render(":::注意\n甲\n:::\t第三条\n").ids
    #expect(ids == ["markdown.unknown-container", "markdown.unclosed-container", "markdown.unclosed-container"])
  }
}
