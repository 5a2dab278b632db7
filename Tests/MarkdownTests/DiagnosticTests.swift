import Diagnostics
import Testing

@testable import Markdown

@Suite struct MarkdownDiagnosticTests {
  /// The identifiers reported, each with the source it points at.
  private func found(_ markdown: String, _ options: MarkdownOptions = .init()) -> [String] {
    let rendering = render(markdown, options, baseOffset: 7)
    return rendering.diagnostics.sorted().map { "\($0.id): \(rendering.text($0.span) ?? "")" }
  }

  @Test(arguments: [
    ("甲<b>乙</b>", ["markdown.raw-html: <b>", "markdown.raw-html: </b>"]),
    ("甲\n\n<div>\n乙\n</div>\n", ["markdown.raw-html: <div>\n乙\n</div>"]),
    ("<script>\n甲\n</script>\n乙", ["markdown.raw-html: <script>\n甲\n</script>"]),
    ("甲<!-- 注 -->\n\n<!--\n注\n-->\n", []),
    ("<!-- a --> <b> <!-- c -->\n", ["markdown.raw-html: <!-- a --> <b> <!-- c -->"]),
    (
      "[点](javascript:x) ![图](VBScript:y) <data:text/html,z>",
      [
        "markdown.unsafe-link: [点](javascript:x)", "markdown.unsafe-link: ![图](VBScript:y)",
        "markdown.unsafe-link: <data:text/html,z>",
      ]
    ),
    ("![图](data:image/png;base64,x)", []),
    ("**《甲》**乙见[文](missing.md)。", ["markdown.broken-link: [文](missing.md)"]),
    ("\u{FEFF}甲[文](missing.md)", ["markdown.broken-link: [文](missing.md)"]),
    ("甲\\\n乙[文](missing.md)", ["markdown.broken-link: [文](missing.md)"]),
    ("甲\u{0}\u{0}乙[文\u{0}](missing.md)\u{0}", ["markdown.broken-link: [文\u{0}](missing.md)"]),
    ("> 甲\n乙[文\n> 字](missing.md)", ["markdown.broken-link: [文\n> 字](missing.md)"]),
    ("- 甲\n\n  `a\n  b` [文](missing.md)", ["markdown.broken-link: [文](missing.md)"]),
    ("[r]: x\n甲[文](missing.md)", ["markdown.broken-link: [文](missing.md)"]),
    ("甲[文][r]\n\n[r]: missing.md", ["markdown.broken-link: [文][r]"]),
    (
      "### 甲 [文](missing.md) ###",
      ["markdown.heading-skip: ### 甲 [文](missing.md) ###", "markdown.broken-link: [文](missing.md)"]
    ),
    ("| 甲 | 乙 |\n|---|---|\n| **《丙》**\\| | [文](missing.md) |", ["markdown.broken-link: [文](missing.md)"]),
    ("甲[^1]\n\n[^1]: 见[文](missing.md)", ["markdown.broken-link: [文](missing.md)"]),
    ("[](a.md) [甲]()", ["markdown.empty-link: [](a.md)", "markdown.empty-link: [甲]()"]),
    ("![](a.png)", ["markdown.missing-alt: ![](a.png)"]),
    ("# 甲\n\n### 乙\n", ["markdown.heading-skip: ### 乙"]),
    ("# 甲\n\n## 乙\n\n# 丙\n", []),
    (":::注意\n甲\n", ["markdown.unclosed-container: :::注意"]),
    ("- :::注意\n  甲\n\n乙\n", ["markdown.unclosed-container: :::注意"]),
    ("甲\n\n:::\n", ["markdown.unclosed-container: :::"]),
    (":::注\n甲\n:::\n", ["markdown.unknown-container: :::注"]),
    ("| 甲 |\n|---|\n| 乙 | 丙 | 丁 |", ["markdown.surplus-cells: 丙 | 丁"]),
    ("| 甲 |\n|---|\n| 乙 | | |", []),
    ("| 甲 | 乙 |\n| 丙 | 丁 |\n", ["markdown.mistaken-table: | 甲 | 乙 |"]),
    ("| 甲 | 乙 |\r\n|---|\r\n| 丙 | 丁 |\r\n", ["markdown.mistaken-table: |---|"]),
    ("文\n\n| 甲 | 乙 |\n---\n", ["markdown.mistaken-table: ---"]),
    ("甲 | 乙\n---|---|---\n丙 | 丁\n", ["markdown.mistaken-table: ---|---|---"]),
    ("| 甲 | 乙 |\n\n|---|---|\n| 丙 | 丁 |\n", ["markdown.mistaken-table: |---|---|"]),
    ("表如下：\n| 甲 | 乙 | \n| 丙 | 丁 |\n", ["markdown.mistaken-table: | 甲 | 乙 | "]),
    ("- 项\n\n  | 甲 | 乙 |\n  |---|\n", ["markdown.mistaken-table: |---|"]),
    ("| 甲 | 乙 |\n|---|---|\n\n| 丙 | 丁 |\n| 戊 | 己 |\n", ["markdown.mistaken-table: | 丙 | 丁 |"]),
    ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n| 戊 | 己 |\n", []),
    ("首页 | 指南\n制度 | 目录\n", []),
    ("|甲|\n|乙|\n", []),
    ("```\n| 甲 | 乙 |\n| 丙 | 丁 |\n```\n", []),
    ("甲|\n- 乙\n\n|-|-\n", []),
    ("```table\n甲,乙\n丙\n```", ["markdown.broken-table: 丙"]),
    ("```table\n<,乙\n^,丙\n```", ["markdown.broken-table: <", "markdown.broken-table: ^"]),
    ("```table\n甲,乙,丙\n丁,戊,<\n己,庚,^\n```", ["markdown.broken-table: 戊"]),
    ("> ```table\n> 标提: 甲\n> 表头行: 二\n> ---\n> 甲\n> ```", ["markdown.broken-table: 标提", "markdown.broken-table: 二"]),
    ("```table\n```", ["markdown.broken-table: ```table"]),
    ("甲[^x]。\n\n[^y]: 乙\n", ["markdown.unknown-footnote: [^x]", "markdown.unused-footnote: [^y]:"]),
  ])
  func pointsAtTheSource(markdown: String, expected: [String]) {
    #expect(found(markdown) == expected)
  }

  @Test func carriesTheResolversFixes() {
    let rendering = render("[文](missing.md)")
    #expect(rendering.diagnostics.first?.fixes == [.didYouMean("found.md")])
    #expect(rendering.html.contains("href=\"missing.md\""))
  }

  @Test func leavesOutWhatItReports() {
    #expect(render("甲<b>乙</b><!-- 丙 -->\n\n<div>\n丁\n</div>\n").html == "<p>甲乙</p>\n")
    #expect(render("[点](javascript:x)").html == "<p><a href=\"\">点</a></p>\n")
  }

  @Test func everyKindIsListedOnce() {
    let ids = MarkdownDiagnostics.kinds.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("markdown.") })
  }

  @Test func aPastedWebPageIsNotListedTagByTag() {
    let result = render(String(repeating: "<b>甲</b>\n", count: 200))
    #expect(result.diagnostics.count == 100)
    #expect(result.diagnostics.dropLast().allSatisfy { $0.notes.isEmpty })
    #expect(result.diagnostics.last?.notes.map(\.message.en) == ["there are 300 more of these in the file, not listed"])
  }
}
