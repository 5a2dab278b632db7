import Bytes
import Synchronization
import Templates
import TestSupport
import Testing

private final class Reads: Sendable {
  let count = Atomic(0)
}

private struct Part: TemplateModel {
  let name: String

  static let model = Model<Part>("part", [.text("name", zh: "名称", en: "name") { $0.name }])
}

private struct Shared: TemplateModel {
  let reads = Reads()
  var parts = [Part(name: "a"), Part(name: "<b>")]

  static let model = Model<Shared>(
    "shared",
    [
      .text("owner", zh: "主人", en: "owner") { shared in
        shared.reads.count.add(1, ordering: .relaxed)
        return "县政府"
      },
      .list("parts", of: Part.self, zh: "部分", en: "parts") { $0.parts },
      .object("first", of: Part.self, zh: "第一个", en: "the first one") { $0.parts.first },
      .text("title", zh: "标题", en: "title") { _ in "shared" },
    ])
}

/// An item that several pages have.
private struct Row: TemplateModel {
  let number: Int
  let reads: Reads

  static let model = Model<Row>(
    "row", identity: { $0.number },
    [
      .text("name", zh: "名称", en: "name") { row in
        row.reads.count.add(1, ordering: .relaxed)
        return "第\(row.number)行"
      },
      .list("cells", of: Part.self, zh: "格", en: "cells") { row in
        (0..<(row.number % 3)).map { Part(name: "\(row.number)-\($0)") }
      },
    ])
}

private struct Page: TemplateModel {
  var title: String?
  var parts: [Part] = []
  var rows: [Row] = []

  static let model = Model<Page>(
    "page",
    [
      .text("title", zh: "标题", en: "title") { $0.title },
      .list("own", of: Part.self, zh: "自己的部分", en: "parts of its own") { $0.parts },
      .list("rows", of: Row.self, zh: "行", en: "rows") { $0.rows },
    ])
}

@Suite struct ContextTests {
  private let reads = Reads()
  private let pages: [Page]

  init() {
    let rows = [1, 2, 5, 1, 1 + 2_048, 4].map { [reads] in Row(number: $0, reads: reads) }
    pages = [
      Page(title: "一", rows: Array(rows[..<3])), Page(title: nil, parts: [Part(name: "x"), Part(name: "y")]),
      Page(title: "三", parts: [Part(name: "z")], rows: Array(rows[2...])), Page(title: "四", rows: rows),
    ]
  }

  /// Several pages in one context, against each in a context of its own.
  private func expectSame(_ text: String) throws {
    let file = TemplateFile(name: "page", path: "page", bytes: Array(text.utf8))
    let (library, diagnostics) = TemplateLibrary.compile(
      [file], context: Shared.model.shape, pages: [("page", Page.model.shape)])
    let template = try #require(library?.template("page"), "\(diagnostics)")
    let together = TemplateContext(Shared())
    for page in pages + pages {
      var shared = ByteBuffer()
      var alone = ByteBuffer()
      shared.append(0x21)
      alone.append(0x21)
      template.render(page, in: together, into: &shared)
      template.render(page, in: TemplateContext(Shared()), into: &alone)
      #expect(Array(shared.bytes) == Array(alone.bytes))
    }
  }

  @Test(arguments: [
    "{{owner}}",
    "<{{owner}}|{{title}}|{{owner}}>",
    "{{#title}}{{owner}}{{/title}}{{^title}}-{{owner}}-{{/title}}.",
    "{{#parts}}{{name}}{{owner}};{{/parts}}{{title}}{{#parts}}{{title}}{{name}}{{/parts}}",
    "{{#own}}{{name}}{{#parts}}{{name}}{{/parts}}{{owner}}{{/own}}{{#own}}{{owner}}{{/own}}",
    "{{#own}}{{#parts}}{{#owner}}{{.}}{{name}}{{/owner}}{{/parts}}{{name}}{{/own}}",
    "{{#first}}{{name}}{{title}}{{/first}}{{#first}}{{name}}{{/first}}{{first.name}}",
    "{{#title}}{{#first}}{{name}}{{/first}}{{/title}}{{#own}}{{#first}}{{owner}}{{/first}}{{/own}}{{^own}}{{owner}}{{/own}}",
    "{{^parts}}none{{/parts}}{{^first}}{{title}}{{/first}}{{#parts}}{{#own}}{{name}}{{/own}}{{/parts}}",
    "{{#rows}}{{name}}{{owner}}{{first.name}};{{/rows}}{{#rows}}<{{name}}>{{/rows}}",
    "{{#rows}}{{title}}{{#cells}}{{name}}{{/cells}}{{/rows}}{{#rows}}{{#cells}}{{name}}{{^own}}-{{/own}}{{/cells}}{{/rows}}",
    "{{#own}}{{#rows}}{{#cells}}{{name}}{{#parts}}{{name}}{{/parts}}{{/cells}}{{/rows}}{{/own}}{{#rows}}.{{/rows}}",
  ])
  func pagesOfOneContextAreAsByThemselves(_ text: String) throws { try expectSame(text) }

  @Test func randomTemplates() throws {
    var random = SeededGenerator(seed: 1)
    func text(depth: Int, names: [String]) -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let name = names.randomElement(using: &random) ?? "owner"
        switch Int.random(in: 0...(depth > 0 ? 4 : 1), using: &random) {
        case 0: return "{{\(["owner", "title"].randomElement(using: &random) ?? "owner")}}"
        case 1: return "text "
        case 2: return "{{^\(name)}}\(text(depth: depth - 1, names: names)){{/\(name)}}"
        default: return "{{#\(name)}}\(text(depth: depth - 1, names: names)){{/\(name)}}"
        }
      }.joined()
    }
    for _ in 0..<300 { try expectSame(text(depth: 4, names: ["owner", "title", "parts", "own", "first", "rows"])) }
  }

  @Test func whatFollowsFromTheContextAloneIsReadOnce() throws {
    let text = "{{owner}}{{#title}}{{.}}{{/title}}{{#parts}}{{owner}}{{/parts}}"
    let (library, _) = TemplateLibrary.compile(
      [TemplateFile(name: "page", path: "page", bytes: Array(text.utf8))], context: Shared.model.shape,
      pages: [("page", Page.model.shape)])
    let template = try #require(library?.template("page"))
    let shared = Shared()
    let context = TemplateContext(shared)
    var buffer = ByteBuffer()
    for page in pages { template.render(page, in: context, into: &buffer) }
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "县政府一县政府县政府县政府县政府县政府县政府三县政府县政府县政府四县政府县政府")
    #expect(shared.reads.count.load(ordering: .relaxed) == 3)
  }

  @Test func itemsOfSeveralListsAreReadOnce() throws {
    let text = "{{#rows}}{{name}}{{owner}}{{/rows}}{{#rows}}{{name}}{{title}}{{/rows}}"
    let (library, _) = TemplateLibrary.compile(
      [TemplateFile(name: "page", path: "page", bytes: Array(text.utf8))], context: Shared.model.shape,
      pages: [("page", Page.model.shape)])
    let template = try #require(library?.template("page"))
    var buffer = ByteBuffer()
    let context = TemplateContext(Shared())
    for title in ["甲", "乙"] {
      template.render(Page(title: title, rows: [Row(number: 7, reads: reads)]), in: context, into: &buffer)
    }
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "第7行县政府第7行甲第7行县政府第7行乙")
    #expect(reads.count.load(ordering: .relaxed) == 3)
  }

  @Test func pagesNamesComeFirst() {
    #expect(render(["page": "{{title}}"], TemplateObjects([Page(title: "own")]), in: Shared()).text == "own")
  }
}
