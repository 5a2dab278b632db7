import Diagnostics
import Testing

@testable import Site

@Suite struct PortalCheckTests {
  private func check(_ markup: String) -> [Diagnostic] {
    Array(markup.utf8).withUnsafeBufferPointer { PortalCheck.check($0, path: "portal/header.html") }
  }

  @Test(arguments: [
    "", "纯文字", "<p>a < b，1<2</p>", "<p><a href=\"/\">首页</a><br><img src='/logo.png' alt=\"\"></p>",
    "<nav><ul><li><a href=https://www.gov.cn/>中国政府网</a></ul></nav>".replacing("</ul>", with: "</li></ul>"),
    "<!-- <script> --><form action=\"/search\"><input name=q></form>", "<A HREF=\"#main\">正文</A>",
  ])
  func harmlessMarkupIsTaken(_ markup: String) {
    #expect(check(markup).map(\.message.zh) == [])
  }

  @Test(arguments: [
    "<script src=/a.js></script>", "<STYLE>p{}</STYLE>", "<p style='color:red'>红</p>", "<p onClick=go()>点</p>",
    "<img src=\"https://other.example/a.png\" alt=\"\">", "<img src=\"//other.example/a.png\" alt=\"\">",
    "<img src=\"logo.png\" alt=\"\">", "<a href=\"index.html\">首页</a>", "<a href=\"javascript:go()\">点</a>",
    "<a href=\"java&#115;cript:go()\">点</a>", "<iframe src=/x></iframe>", "<form action=https://other.example/></form>",
    "<div>没有结束", "</div>", "<p><b>错</p></b>", "<!-- 没有结束", "<!DOCTYPE html>", "<a href=\"/", "<h1>门户</h1>",
    "<img srcset=\"https://other.example/a.png 2x\" src=\"/a.png\" alt=\"\">",
  ])
  func harmfulMarkupIsRefused(_ markup: String) {
    #expect(Set(check(markup).map(\.id)) == ["portal.markup"])
  }

  @Test func theDiagnosticPointsAtTheAttribute() throws {
    let found = try #require(check("<p>\n<a href=\"/\" onclick=\"go()\">门户</a></p>").first)
    #expect(found.span?.range == ByteRange(16, 30))
  }
}
