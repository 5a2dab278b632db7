import Testing

@testable import Markdown

@Suite struct CommonMarkTests {
  static let examples = SpecExamples.load("commonmark-0.30.txt")

  @Test func writesWhatLibcmarkWrites() {
    for example in Self.examples {
      #expect(render(example.markdown, .commonMark).html == libcmark(example.markdown), "\(example)")
    }
  }

  @Test func passesTheSpecification() {
    for example in Self.examples where !libcmark(example.markdown).contains("<!-- raw HTML omitted -->") {
      let hasUnsafeLink = example.html.contains("javascript:") || example.html.contains("data:")
      if !hasUnsafeLink { #expect(render(example.markdown, .commonMark).html == example.html, "\(example)") }
    }
  }

  @Test func chineseTypographyChangesNoExample() {
    for example in Self.examples {
      #expect(render(example.markdown, .typography).html == libcmark(example.markdown), "\(example)")
    }
  }

  @Test(arguments: [
    "", "\n", "# a\nb\n===\n- x\n\n  y\n3. z\n", "a\\\nb  \nc", "```c x\n<&>\"'\n```\n",
    "![a *b* `c` <i> \n d](x \"t\")",
    "[a](b \"\") ![c](d '')", "[a](<b c'&\"> 't\"')", "\u{FEFF}a", "\u{FEFF}\u{FEFF}a", "a\u{0}b",
    "<data:image/png;x> <data:text/html> [x](FILE:y)", "    a\n\n\n  b",
    "<!-- a -->\n\n<div>\n\nb <b>c</b>\n", "&copy; &#0; &nosuch;", "1) a\n2) b", "- a\n- b\n\n\n- c",
    "``` language-x\n```",
  ])
  func agreesWithLibcmark(markdown: String) {
    #expect(render(markdown, .commonMark).html == libcmark(markdown))
  }

  @Test func carriesBytesThatAreNotUTF8() {
    let source: [UInt8] = [0x61, 0xFF, 0x2A, 0xE4, 0xB8, 0x2A, 0x2A, 0xF4, 0x8F, 0x0A, 0x80, 0x0A]
    #expect(Array(render(source, .commonMark).html.utf8) == Array(libcmark(source).utf8))
    #expect(render(source, .typography).result.html.contains(0xFF))
  }
}
