import Diagnostics
import Testing

@testable import Markdown

@Suite struct LinkTests {
  @Test func replacesDestinations() {
    let rendering = render("见[办法](#004315678/2017-00012)。")
    #expect(rendering.html == "<p>见<a href=\"../d/004315678-2017-00012.html\">办法</a>。</p>\n")
    #expect(rendering.result.links.map(\.destination) == ["#004315678/2017-00012"])
  }

  @Test func listsLinksWithTheirPlaces() {
    let source = "*[甲](a.md)* ![图](b.png)\n<https://a.cn> www.b.cn 见[丙][r] www.b.cn\n\n[r]: c.md \"题\"\n"
    let rendering = render(source, baseOffset: 30)
    let links = rendering.result.links
    #expect(
      links.map(\.destination) == ["a.md", "b.png", "https://a.cn", "http://www.b.cn", "c.md", "http://www.b.cn"])
    #expect(links.map(\.isImage) == [false, true, false, false, false, false])
    #expect(
      links.map { rendering.text($0.span.range) }
        == ["[甲](a.md)", "![图](b.png)", "<https://a.cn>", "www.b.cn", "[丙][r]", "www.b.cn"])
    #expect(links[3].span.range.lowerBound < links[5].span.range.lowerBound)
  }

  /// Renders what it is asked for.
  private struct RenderingLinks: LinkResolver {
    func resolve(_ destination: String, isImage: Bool) -> LinkResolution { .replace(render("**\(destination)**").html) }
  }

  @Test func aResolverMayRenderToo() {
    var diagnostics: [Diagnostic] = []
    let source = Array("[a](b) **c** [d](e)".utf8)
    let result = source.withUnsafeBufferPointer {
      MarkdownRenderer().render($0, path: "a.md", baseOffset: 0, links: RenderingLinks(), diagnostics: &diagnostics)
    }
    let html = String(decoding: result.html, as: UTF8.self)
    #expect(html.contains("%3Cstrong%3Eb%3C/strong%3E") && html.contains("%3Cstrong%3Ee%3C/strong%3E"))
    #expect(html.contains("<strong>c</strong>"))
  }

  @Test func leavesOutMarksInDestinations() {
    let rendering = render("[甲](</乙**《丙》**丁> '戊**《己》**庚')")
    #expect(rendering.result.links.first?.destination == "/乙**《丙》**丁")
    #expect(rendering.html.contains("title=\"戊**《己》**庚\""))
  }

  @Test(arguments: [
    ("请访问http://www.gov.cn/，或拨打电话", "请访问<a href=\"http://www.gov.cn/\">http://www.gov.cn/</a>，或拨打电话"),
    ("见www.gov.cn。", "见<a href=\"http://www.gov.cn\">www.gov.cn</a>。"),
    ("邮箱：xxgk@a.gov.cn；", "邮箱：<a href=\"mailto:xxgk@a.gov.cn\">xxgk@a.gov.cn</a>；"),
    ("（https://a.cn/b?c=d&e=f）", "（<a href=\"https://a.cn/b?c=d&amp;e=f\">https://a.cn/b?c=d&amp;e=f</a>）"),
    ("www\\.gov.cn", "www.gov.cn"),
    ("`www.gov.cn`", "<code>www.gov.cn</code>"),
    ("[见 www.gov.cn](a.md)", "<a href=\"a.md\">见 www.gov.cn</a>"),
    ("a\\@b.cn", "a@b.cn"),
    ("~~《甲》~~已废止", "<del>《甲》</del>已废止"),
    ("\\~~甲~~ `~~乙~~`", "~~甲~~ <code>~~乙~~</code>"),
  ])
  func findsAddressesInChineseText(markdown: String, html: String) {
    #expect(render(markdown).html == "<p>\(html)</p>\n")
  }
}
