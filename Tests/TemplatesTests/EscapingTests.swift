import Bytes
import Templates
import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    ("", ""),
    ("&", "&amp;"),
    (#"<a href="x" title='y'>&amp;</a>"#, "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;"),
    ("政府信息公开<指南>", "政府信息公开&lt;指南&gt;"),
    ("|~^{}`", "|~^{}`"),
  ])
  func escapesTheFiveMarkupCharacters(_ text: String, _ expected: String) {
    let item = TemplateObjects.item(.text(text), shape: .textItem)
    #expect(render(["page": "[{{.}}]"], item).text == "[\(expected)]")
  }

  /// Bytes are looked at by eights: each place in them, and each number of bytes left over.
  @Test(arguments: ["a", "9", "文"], ["&", "<", ">", "\"", "'", "=", "%", "?", ";"])
  func escapesAtEveryPlace(_ filler: String, _ character: String) {
    let references = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    for count in 0...20 {
      for place in 0...count {
        var parts = [String](repeating: filler, count: count)
        parts.insert(character, at: place)
        parts.append(character)
        #expect(parts.joined().htmlEscaped == parts.map { references[$0] ?? $0 }.joined())
      }
    }
  }

  @Test func printsMarkupAsItStands() {
    let shape = ModelShape.item(.html)
    let bytes = Array("<p>a&amp;b</p>".utf8)
    let (text, diagnostics) = render(["page": "{{.}}{{{.}}}"], TemplateObjects.item(.html(bytes), shape: shape))
    #expect(text == "<p>a&amp;b</p><p>a&amp;b</p>")
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [0, 7, -42, Int.max, Int.min])
  func printsNumbers(_ number: Int) {
    #expect(render(["page": "{{.}}"], TemplateObjects.item(.number(number), shape: .item(.number))).text == "\(number)")
  }
}
