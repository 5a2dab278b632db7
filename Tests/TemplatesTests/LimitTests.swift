import Templates
import Testing

@Suite struct LimitTests {
  private let item = TemplateObjects.item(.text("x"), shape: .textItem)

  @Test func tenThousandLevelsOfSectionsAreRefused() {
    let page = String(repeating: "{{#.}}", count: 10_000) + String(repeating: "{{/.}}", count: 10_000)
    #expect(render(["page": page], item).diagnostics.map(\.id).contains("template.too-large"))
  }

  @Test func aHundredLevelsAreNot() {
    let page = String(repeating: "{{#.}}", count: 100) + "y" + String(repeating: "{{/.}}", count: 100)
    #expect(render(["page": page], item).text == "y")
  }

  @Test func includesThatDoubleEachOtherAreRefused() {
    var templates = ["page": "{{>p0}}"]
    for i in 0..<40 { templates["p\(i)"] = "{{>p\(i + 1)}}{{>p\(i + 1)}}" }
    templates["p40"] = ""
    #expect(render(templates, item).diagnostics.map(\.id) == ["template.too-large"])
  }

  @Test func longChainsOfIncludesAreRefused() {
    var templates = ["page": "{{>p0}}"]
    for i in 0..<5_000 { templates["p\(i)"] = "{{>p\(i + 1)}}" }
    templates["p5000"] = ""
    #expect(render(templates, item).diagnostics.map(\.id) == ["template.too-large"])
  }

  @Test(arguments: ["{{.}}", "{{#.}}{{/.}}", "  {{! note }}\n", " ", "{ ", "文\n"])
  func aMegabyteIsCompiledAndRendered(_ piece: String) {
    let count = 1_000_000 / piece.utf8.count
    let (text, diagnostics) = render(["page": String(repeating: piece, count: count)], item)
    let each = ["{{.}}": "x", "{{#.}}{{/.}}": "", "  {{! note }}\n": ""][piece] ?? piece
    #expect(diagnostics.isEmpty)
    #expect(text?.utf8.count == each.utf8.count * count)
  }

  @Test func aMegabyteOfUnclosedTagsIsOneMistakeEach() {
    let page = String(repeating: "{{", count: 500_000)
    #expect(render(["page": page], item).diagnostics.map(\.id) == ["template.syntax"])
  }
}
