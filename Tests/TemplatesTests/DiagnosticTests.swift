import Diagnostics
import Templates
import Testing

@Suite struct DiagnosticTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let id: String
    /// The place the diagnostic must point at stands between « and ».
    let page: String
    var others: [String: String] = [:]
    var fix: String?

    var testDescription: String { "\(id): \(page)" }
  }

  private static let faults: [Fault] = [
    Fault(id: "template.syntax", page: "a «{{title»\nb"),
    Fault(id: "template.syntax", page: "a «{{ }}»"),
    Fault(id: "template.syntax", page: "«{{two words}}»"),
    Fault(id: "template.syntax", page: "«{{organ..name}}»"),
    Fault(id: "template.syntax", page: "«{{=<%=}}»"),
    Fault(id: "template.syntax", page: "«{{=a= b=}}»"),
    Fault(id: "template.syntax", page: "«{{{title}}»"),
    Fault(id: "template.syntax", page: "«{{»"),
    Fault(id: "template.unbalanced", page: "«{{#valid}}»a"),
    Fault(id: "template.unbalanced", page: "a«{{/valid}}»"),
    Fault(id: "template.unbalanced", page: "{{#valid}}{{#organ}}{{/«valid»}}"),
    Fault(id: "template.unknown-name", page: "{{«titel»}}", fix: "title"),
    Fault(id: "template.unknown-name", page: "{{#items}}{{«titel»}}{{/items}}", fix: "title"),
    Fault(id: "template.unknown-name", page: "{{ organ.«nmae» }}", fix: "name"),
    Fault(id: "template.unknown-name", page: "{{#«organs»}}{{/organs}}", fix: "organ"),
    Fault(id: "template.unknown-name", page: "{{^items}}{{«label»}}{{/items}}"),
    Fault(id: "template.wrong-type", page: "{{«items»}}"),
    Fault(id: "template.wrong-type", page: "{{«organ»}}"),
    Fault(id: "template.wrong-type", page: "{{{«valid»}}}"),
    Fault(id: "template.wrong-type", page: "{{«.»}}"),
    Fault(id: "template.wrong-type", page: "{{«title».length}}"),
    Fault(id: "template.wrong-type", page: "{{#«items».label}}{{/items.label}}"),
    Fault(id: "template.unescaped-text", page: "«{{{title}}}»", fix: "{{title}}"),
    Fault(id: "template.unescaped-text", page: "«{{& title}}»", fix: "{{title}}"),
    Fault(id: "template.unknown-partial", page: "{{> «hedaer» }}", others: ["header": ""], fix: "header"),
    Fault(id: "template.unknown-partial", page: "{{<«layuot»}}{{/layuot}}", others: ["layout": ""], fix: "layout"),
    Fault(
      id: "template.unknown-block", page: "{{<layout}}{{$«mian»}}x{{/mian}}{{/layout}}",
      others: ["layout": "{{>part}}", "part": "{{$main}}{{/main}}"], fix: "main"),
    Fault(
      id: "template.duplicate-block", page: "{{<layout}}{{$main}}x{{/main}}{{$«main»}}y{{/main}}{{/layout}}",
      others: ["layout": "{{$main}}{{/main}}"]),
    Fault(id: "template.text-in-parent", page: "{{<layout}}\n«lost\n»{{/layout}}", others: ["layout": "x"]),
    Fault(id: "template.text-in-parent", page: "{{<layout}}«{{title}}»{{/layout}}", others: ["layout": "x"]),
    Fault(id: "template.endless-include", page: "{{#valid}}{{>«page»}}{{/valid}}"),
    Fault(id: "template.endless-include", page: "{{#.}}{{>«page»}}{{/.}}"),
    Fault(id: "template.endless-include", page: "{{<«page»}}{{/page}}"),
    // Within the section the names are still found further out, so the same list is begun again for each item.
    Fault(id: "template.endless-include", page: "{{#items}}{{>«page»}}{{/items}}"),
    Fault(id: "template.endless-include", page: "{{#organ}}{{>«page»}}{{/organ}}"),
  ]

  private static let json = """
    {"title": "T", "valid": true, "organ": {"name": "N"}, "items": [{"label": "L"}]}
    """

  @Test(arguments: faults)
  func pointsAtTheFault(_ fault: Fault) throws {
    let bytes = Array(fault.page.replacing("«", with: "").replacing("»", with: "").utf8)
    let parts = fault.page.split(separator: "«", omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let marked = parts[1].split(separator: "»", omittingEmptySubsequences: false)[0].utf8.count
    var templates = fault.others
    templates["page"] = String(decoding: bytes, as: UTF8.self)
    let (text, diagnostics) = try render(templates, json: Self.json)
    let found = try #require(diagnostics.first)
    #expect(diagnostics.count == 1, "\(diagnostics)")
    #expect(found.id == fault.id)
    #expect(found.span == SourceSpan(path: "page.mustache", range: ByteRange(start, start + marked)))
    #expect(found.fixes.first?.replacement == fault.fix)
    #expect((text == nil) == (found.severity == .error))
  }

  @Test func reportsEverythingInEveryFileOnce() {
    let files = [
      TemplateFile(name: "a", path: "a", bytes: Array("{{x}}{{>p}}{{>p}}".utf8)),
      TemplateFile(name: "b", path: "b", bytes: Array("{{>p}}{{y}}".utf8)),
      TemplateFile(name: "p", path: "p", bytes: Array("{{z}}".utf8)),
      TemplateFile(name: "unused", path: "unused", bytes: Array("{{#s}}".utf8)),
    ]
    let shape = ModelShape("empty", [])
    let (library, diagnostics) = TemplateLibrary.compile(
      files, context: NoContext.model.shape, pages: [("a", shape), ("b", shape), ("c", shape)])
    #expect(library == nil)
    #expect(diagnostics.map { $0.span?.path } == [nil, "a", "b", "p", "unused"])
    #expect(diagnostics.map(\.id).first == "template.unknown-partial")
    #expect(diagnostics[3].notes.first?.span == SourceSpan(path: "a", range: ByteRange(5, 11)))
  }

  @Test func refusesWhatIsNotUTF8() {
    let file = TemplateFile(name: "page", path: "page", bytes: [0x61, 0xFF, 0x62])
    let (library, diagnostics) = TemplateLibrary.compile(
      [file], context: NoContext.model.shape, pages: [("page", .textItem)])
    #expect(library == nil)
    #expect(diagnostics.map(\.span) == [SourceSpan(path: "page", range: ByteRange(1, 2))])
  }

  @Test func listsItsKinds() {
    let ids = TemplatesDiagnostics.kinds.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(Self.faults.map(\.id)).isSubset(of: ids))
  }
}
