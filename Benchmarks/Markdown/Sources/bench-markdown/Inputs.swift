/// Documents to measure with.
enum Inputs {
  /// Ordinary texts of 2.8 KB: paragraphs alone, articles of a legal text, and one with all that editors use.
  static let bodies: [(name: String, text: String)] = [
    (
      "paragraphs",
      repeated(
        """
        为贯彻落实《中华人民共和国政府信息公开条例》，推进决策、执行、管理、服务和结果公开，现将有关事项通知如下。各单位要按照职责分工，认真组织实施，确保公开内容真实、准确、完整，并于每季度末报送办理情况。

        （一）规范公开指南和公开目录，及时更新机构职能、办公地址和联系方式；

        （二）做好依申请公开工作，自收到申请之日起二十个工作日内予以答复；

        （三）加强政策解读，文件与解读材料同步起草、同步审批、同步发布，并通过政府网站、新闻发布会以及报刊、广播、电视等便于公众知晓的方式公开。


        """, bytes: 2800)
    ),
    (
      "articles",
      repeated(
        """
        第一条　为了保障公民、法人和其他组织依法获取政府信息，提高政府工作的透明度，建设法治政府，制定本办法。

        第二条　本办法所称政府信息，是指行政机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息。

        行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。

        第三条　各级人民政府应当加强对政府信息公开工作的组织领导。


        """, bytes: 2800)
    ),
    (
      "headings, lists, links and emphasis",
      repeated(
        """
        ## 一、总体要求

        推进决策、执行、管理、服务和结果公开，现将有关事项通知如下。各单位要按照职责分工，认真组织实施，**确保公开内容真实、准确、完整**。

        ## 二、重点任务

        1. 规范公开指南和公开目录，及时更新机构职能、办公地址和联系方式。
        2. 做好依申请公开工作，自收到申请之日起二十个工作日内予以答复。
        3. 加强政策解读，文件与解读材料同步起草、同步审批、同步发布。

        具体要求见[工作指南](../guide/index.md)和附件。联系电话：0632-7711234，传真：0632-7715678。

        - 责任科室：办公室
        - 完成时限：2017年12月31日前


        """, bytes: 2800)
    ),
  ]

  /// Texts that take some parser long, after cmark's own pathological tests; and some that are hard on what is added
  /// to libcmark here. Those of GFM's extensions, which libcmark takes for plain text, are named so.
  static let pathological: [(name: String, text: @Sendable () -> String)] = [
    ("nested strong emphasis", { repeating("*a **a ", 1000) + "b" + repeating(" a** a*", 1000) }),
    ("emphasis closers without openers", { repeating("a_ ", 8000) }),
    ("emphasis openers without closers", { repeating("_a ", 8000) }),
    ("link closers without openers", { repeating("a]", 8000) }),
    ("link openers without closers", { repeating("[a", 8000) }),
    ("mismatched openers and closers", { repeating("*a_ ", 6000) }),
    ("openers and closers multiple of three", { "a**b" + repeating("c* ", 6000) }),
    ("link openers and emphasis closers", { repeating("[ a_", 6000) }),
    ("bracket and parenthesis", { repeating("[ (](", 8000) }),
    ("images of links", { repeating("![[]()", 8000) }),
    ("nested brackets", { repeating("[", 8000) + "a" + repeating("]", 8000) }),
    ("nested block quotes", { repeating("> ", 4000) + "a" }),
    ("nested lists", { (0..<150).map { repeating("  ", $0) + "* a\n" }.joined() }),
    ("U+0000", { repeating("abc\u{0}de\u{0}", 4000) }),
    ("runs of backticks", { (1..<250).map { "e" + repeating("`", $0) }.joined() }),
    ("unclosed comments", { "</" + repeating("<!--", 8000) }),
    ("unclosed links", { repeating("[a](<b", 8000) }),
    ("unclosed link titles", { repeating("[a](b", 8000) }),
    ("raw tags", { repeating("<b>a</b> ", 4000) }),
    ("tags without end", { repeating("<b a=", 8000) }),
    ("references", { (0..<2000).map { "[a\($0)]: u\n" }.joined() + repeating("[a1]", 2000) }),
    ("thematic breaks", { repeating("---\n", 8000) }),
    ("pipes", { repeating("|", 16000) }),
    ("pipes on lines", { repeating("|a|b\n", 8000) }),
    ("GFM table rows", { "|a|b|\n|-|-|\n" + repeating("|a|b|\n", 4000) }),
    ("GFM table of empty cells", { "|a|b|\n|-|-|\n" + repeating("|\n", 4000) }),
    ("colons", { repeating(":::\n", 4000) }),
    ("GFM tildes", { repeating("~~a", 6000) }),
    ("GFM addresses", { repeating("a@b.cn ", 6000) }),
    ("GFM colons of addresses", { repeating("http://", 6000) }),
    ("GFM footnote references", { repeating("[^1]", 6000) + "\n\n[^1]: a" }),
    ("GFM footnotes", { (0..<1500).map { "[^\($0)]\n\n[^\($0)]: a\n\n" }.joined() }),
    ("articles", { (1...8000).map { "第\($0)条 甲\n\n" }.joined() }),
    ("headings", { repeating("# 甲\n", 6000) }),
    ("stars beside Chinese punctuation", { repeating("**《甲》**乙", 3000) }),
    ("line breaks between Han", { repeating("甲\n", 6000) }),
    ("paragraphs", { repeating("甲\n\n", 8000) }),
    ("escapes", { repeating("\\~", 6000) }),
  ]

  /// A short text with something of each kind.
  static let everything =
    bodies.map(\.text).joined() + "|a|b|\n|-|-|\n|c|d|\n\n:::注意\n~~e~~ www.a.cn[^1] <b>\\~\u{0}\n:::\n\n[^1]: f\n"

  /// What is rendered once to be counted.
  static let all = bodies.map { body in (name: body.name, text: { @Sendable in body.text }) } + pathological

  private static func repeating(_ unit: String, _ count: Int) -> String { String(repeating: unit, count: count) }

  private static func repeated(_ text: String, bytes: Int) -> String {
    var result = ""
    while result.utf8.count < bytes { result += text }
    while result.utf8.count > bytes { result.removeLast() }
    return result
  }
}
