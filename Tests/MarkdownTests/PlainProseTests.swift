import TestSupport
import Testing

@testable import Markdown

/// Text read without libcmark against the same text read by it: the quick reader may decline, but not differ.
@Suite struct PlainProseTests {
  /// Ends a text for libcmark to read, and leaves nothing on the page.
  private static let forLibcmark = "\n\n<!-- -->\n"

  private func isRead(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { PlainProse($0) != nil } }

  private func expectSame(_ text: String) {
    let (quick, slow) = (render(text, baseOffset: 7), render(text + Self.forLibcmark, baseOffset: 7))
    #expect(quick.html == slow.html, "\(text.debugDescription)")
    #expect(quick.plainText == slow.plainText, "\(text.debugDescription)")
    #expect(quick.result.headings == slow.result.headings, "\(text.debugDescription)")
    #expect(quick.result.summary == slow.result.summary, "\(text.debugDescription)")
    #expect(quick.diagnostics.map(\.id) == slow.diagnostics.map(\.id), "\(text.debugDescription)")
    #expect(quick.diagnostics.map(\.span) == slow.diagnostics.map(\.span), "\(text.debugDescription)")
    #expect(render(text, .commonMark).html == libcmark(text), "\(text.debugDescription)")
  }

  @Test func readsOfficialText() {
    let text = """
      ## 第一章 总则

      第一条 为了规范“放管服”工作，根据《条例》(2019年修订)，制定本规定。

      　　（一）农产品批发市场、商场(超市)；
      ### 二、说明
      2017年5月8日起施行。

      1.本规定由市政府办公室解释。
      """
    #expect(isRead(text))
    expectSame(text)
  }

  @Test(arguments: [
    "甲*乙*", "甲_乙_", "甲`乙`", "甲\\", "甲&amp;", "[甲]", "甲 <b>", "甲!", "~~甲~~", "甲|乙", "a@b.cn", "http://a.cn",
    "www.a.cn", "甲\n乙", "甲\n===", "- 甲", "+ 甲", "= 甲", "1. 甲", "2) 甲", "3.", "> 甲", ":::", " 甲", "甲 ", "\t甲", "甲\r\n",
    "甲\u{0}", "\u{FEFF}甲", "甲\u{10FFFF}", "#甲", "####### 甲", "# 甲 #", "#", "# ", "#  甲",
  ])
  func declinesWhatMayBeMore(text: String) {
    #expect(!isRead(text))
  }

  @Test func neverDiffersFromLibcmark() {
    let pieces = [
      "# ", "## ", "#### ", "#", "\n", "\n", "\n\n", "\n\n", "\n\n", " ", "通知", "第三条 ", "第二章 ", "一、", "（二）", "1", "12",
      ".", ")", "-", "=", "+", ":", ">", "/", "w", "ww.", "http:", "a", "Ab c", "\"", "'", "“", "”", "，", "。",
      "\u{3000}",
      "\u{A0}", "é", "𠮷", "\u{10FFFE}", "\u{FEFF}", "\u{7F}", "\u{85}", "!", "\t", "\r\n", ";", "$", "%", "(", "{", "}",
      "^", "?",
    ]
    var random = SeededGenerator(seed: 20_190_515)
    var read = 0
    for _ in 0..<40_000 {
      let text = (0...Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      guard isRead(text) else { continue }
      read += 1
      expectSame(text)
    }
    #expect(read > 2_000)
  }
}
