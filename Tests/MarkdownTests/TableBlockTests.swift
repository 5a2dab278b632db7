import Testing

@testable import Markdown

@Suite struct TableBlockTests {
  /// Tags without line feeds between them.
  private func html(_ markdown: String) -> String { render(markdown).html.replacing("\n", with: "") }

  @Test func mergesCells() {
    let table = "```table\n表头行: 2\n---\n项目,本年数量,<\n^,自然人,法人\n新收,12,3\n```\n"
    #expect(
      html(table)
        == "<table><thead><tr><th scope=\"col\" rowspan=\"2\">项目</th>"
        + "<th scope=\"colgroup\" colspan=\"2\">本年数量</th></tr>"
        + "<tr><th scope=\"col\">自然人</th><th scope=\"col\">法人</th></tr></thead>"
        + "<tbody><tr><td>新收</td><td>12</td><td>3</td></tr></tbody></table>")
  }

  @Test func mergesRectangles() {
    let table = "```table\n表头行: 0\n---\n甲,<,乙\n^,^,丙\n```\n"
    #expect(
      html(table)
        == "<table><tbody><tr><td colspan=\"2\" rowspan=\"2\">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table>")
  }

  @Test func hasCaptionUnitAndRowHeads() {
    let table = "```table\n标题: *收支*情况\n单位：万元\n表头列: 1\n对齐: 左 右\n---\n项目,数额\n收入,\"1,234\"\n```\n"
    #expect(
      html(table)
        == "<table><caption><em>收支</em>情况<span class=\"unit\">单位：万元</span></caption><thead><tr>"
        + "<th scope=\"col\" class=\"align-left\">项目</th><th scope=\"col\" class=\"align-right\">数额</th></tr></thead>"
        + "<tbody><tr><th scope=\"row\" class=\"align-left\">收入</th>"
        + "<td class=\"align-right\">1,234</td></tr></tbody></table>"
    )
  }

  @Test func cellsAreMarkdown() {
    let table = "```table\n甲,\"说\"\"好\"\"\",\\<\n**《乙》**丙,[丁][r],`a`\n```\n\n[r]: x.md\n"
    let html = html(table)
    #expect(html.contains("<th scope=\"col\">说&quot;好&quot;</th><th scope=\"col\">&lt;</th>"))
    #expect(html.contains("<td><strong>《乙》</strong>丙</td><td><a href=\"x.md\">丁</a></td><td><code>a</code></td>"))
  }

  @Test func pipeRowsAreReadToo() {
    #expect(html("```table\n| 甲, 乙 | < |\n| 丙 | 丁\\|戊 |\n```\n").contains("colspan=\"2\">甲, 乙</th>"))
    #expect(html("```table\n| 甲 |\n| 丁\\|戊 |\n```\n").contains("<td>丁|戊</td>"))
  }

  @Test func endsWithItsContainer() {
    #expect(html("> ```table\n> 甲\n乙\n").hasSuffix("</table></blockquote><p>乙</p>"))
    #expect(html("- ```table\n  甲\n```\n乙\n").hasSuffix("</table></li></ul><pre><code>乙</code></pre>"))
  }

  @Test func standsInLists() {
    #expect(html("1. 甲\n   ```table\n   乙,丙\n   ```\n2. 丁\n").contains("<li>甲<table>"))
    #expect(html("- ```table\n  乙\n  丙\n  ```\n").hasPrefix("<ul><li><table><thead>"))
  }
}
