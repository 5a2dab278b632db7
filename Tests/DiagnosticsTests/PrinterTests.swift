import Testing

@testable import Diagnostics

@Suite struct PrinterTests {
  static let kind = DiagnosticKind("front-matter.unknown-key", .error, zh: "未知字段", en: "unknown key")
  static let source = "---\n发文号: 峄科字〔2017〕12号\n---\n"

  static var diagnostic: Diagnostic {
    Diagnostic(
      kind, at: SourceSpan(path: "content/a.md", range: ByteRange(4, 13)),
      zh: "没有名为“发文号”的字段", en: "there is no field named “发文号”", fixes: [.didYouMean("发文字号")])
  }
  static let sources = SourceProvider { $0 == "content/a.md" ? Array(source.utf8) : nil }

  @Test func showsPlaceSentenceLineCaretAndFix() {
    #expect(
      DiagnosticPrinter(language: .zh, sources: Self.sources).text([Self.diagnostic]) == """
        content/a.md:2:1: 错误: 没有名为“发文号”的字段 [front-matter.unknown-key]
          2 | 发文号: 峄科字〔2017〕12号
            | ^^^^^^
            = 是否应为“发文字号”？

        """)
  }

  @Test func speaksEnglish() {
    let text = DiagnosticPrinter(language: .en, sources: Self.sources).text([Self.diagnostic])
    #expect(text.contains("error: there is no field named"))
    #expect(text.contains("did you mean"))
  }

  @Test func quotesNothingOfAWithheldFile() {
    let none = SourceProvider { _ in nil }
    #expect(
      DiagnosticPrinter(language: .zh, sources: none).text([Self.diagnostic])
        == "content/a.md: 错误: 没有名为“发文号”的字段 [front-matter.unknown-key]\n    = 是否应为“发文字号”？\n")
  }

  @Test func countsColumnsAsEditorsDo() {
    let text = SourceText(Array("a\n𠮷x".utf8))
    #expect(text.location(of: 6) == SourceText.Location(line: 2, column: 3))
    #expect(text.location(of: 99) == SourceText.Location(line: 2, column: 4))
  }

  @Test func ordersByPathThenOffset() {
    let at = { (path: String, offset: Int) in
      Diagnostic(Self.kind, at: SourceSpan(path: path, range: ByteRange(offset, offset)), zh: "", en: "")
    }
    let sorted = [at("b", 1), at("a", 9), at("a", 2)].sorted()
    #expect(sorted.map(\.span?.range.lowerBound) == [2, 9, 1])
  }

  @Test func escapesJSON() {
    #expect(JSONText.string("a\"\\\n\u{1}\u{2028}中") == #""a\"\\\n\u0001\u2028中""#)
  }

  @Test func writesTheContractsJSON() {
    let json = DiagnosticPrinter(language: .zh, sources: Self.sources).json(
      [Self.diagnostic], DiagnosticSummary([Self.diagnostic], documents: 1))
    #expect(
      json == """
        {"diagnostics":[{"id":"front-matter.unknown-key","severity":"error","path":"content/a.md","line":2,"column":1,\
        "end_line":2,"end_column":4,"byte_offset":4,"message":"没有名为“发文号”的字段","notes":[],"fixes":[{"message":"是否应为“发文字号”？",\
        "replacement":"发文字号","path":"content/a.md","line":2,"column":1,"end_line":2,"end_column":4,"byte_offset":4}]}],\
        "summary":{"errors":1,"warnings":0,"notes":0,"documents":1,"published":0,"withheld":0,"baselined":0}}

        """)
  }
}
