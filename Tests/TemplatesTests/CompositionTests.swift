import Templates
import Testing

@Suite struct CompositionTests {
  private let none = TemplateObjects.item(.text("text"), shape: .textItem)

  @Test func aPageFillsALayoutThroughAnother() {
    let templates = [
      "page": "{{<document}}{{$main}}正文{{/main}}{{/document}}",
      "document": "{{<layout}}{{$title}}文件{{/title}}{{$main}}default{{/main}}{{/layout}}",
      "layout": "<title>{{$title}}{{/title}}</title><main>{{$main}}{{/main}}</main>{{$foot}}foot{{/foot}}",
    ]
    #expect(render(templates, none).text == "<title>文件</title><main>正文</main>foot")
  }

  @Test func blocksReachIntoPartials() {
    let templates = [
      "page": "{{<layout}}{{$title}}T{{/title}}{{/layout}}", "layout": "{{>head}}!", "head": "<{{$title}}-{{/title}}>",
    ]
    #expect(render(templates, none).text == "<T>!")
  }

  @Test func aBlockWithinItsOwnContentShowsItsDefault() {
    let templates = [
      "page": "{{<layout}}{{$a}}[{{$a}}inner{{/a}}]{{/a}}{{/layout}}", "layout": "{{$a}}outer{{/a}}",
    ]
    #expect(render(templates, none).text == "[inner]")
  }

  @Test func partialsAreIndentedWithTheirLines() {
    let templates = ["page": "<ul>\n  {{>list}}\n</ul>\n", "list": "<li>\n  {{>text}}\n</li>\n", "text": "{{.}}\n"]
    #expect(render(templates, none).text == "<ul>\n  <li>\n    text\n  </li>\n</ul>\n")
  }

  @Test func blocksMoveWithTheirIndentation() {
    let templates = [
      "page": "{{<layout}}\n    {{$main}}\n      <p>\n        {{.}}\n      </p>\n    {{/main}}\n{{/layout}}\n",
      "layout": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
    ]
    #expect(render(templates, none).text == "<main>\n  <p>\n    text\n  </p>\n</main>\n")
  }

  @Test func keepsWindowsLineEndings() {
    #expect(render(["page": "a\r\n{{#.}}\r\nb\r\n{{/.}}\r\nc\r\n"], none).text == "a\r\nb\r\nc\r\n")
  }

  @Test func leavesOutAByteOrderMark() {
    #expect(render(["page": "\u{FEFF}{{! first line }}\na"], none).text == "a")
  }

  @Test func delimitersEndWithTheirFile() {
    let templates = ["page": "{{=<% %>=}}<%.%>{{.}}<%>part%><%{.}%>", "part": "({{.}})"]
    #expect(render(templates, none).text == "text{{.}}(text)text")
  }
}
