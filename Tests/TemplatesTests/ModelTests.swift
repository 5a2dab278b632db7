import Bytes
import Dispatch
import Synchronization
import Templates
import Testing

private struct Attachment: TemplateModel {
  let name: String
  let size: Int

  static let model = Model<Attachment>(
    "attachment",
    [
      .text("name", zh: "文件名", en: "file name") { $0.name },
      .number("size", zh: "字节数", en: "size in bytes") { $0.size },
    ])
}

private struct Term: TemplateModel {
  let name: String
  var children: [Term] = []

  static let model = Model<Term>(
    "term",
    [
      .text("name", zh: "名称", en: "name") { $0.name },
      .list("children", of: Term.self, zh: "下级", en: "narrower terms") { $0.children },
    ])
}

private struct Entry: TemplateModel {
  var title: String?
  var body: [UInt8]?
  var isValid = false
  var keywords: [String] = []
  var attachments: [Attachment] = []
  var term: Term?

  static let model = Model<Entry>(
    "entry",
    [
      .text("title", zh: "标题", en: "title") { $0.title },
      .html("body", zh: "正文", en: "body") { $0.body },
      .flag("valid", zh: "有效", en: "in force") { $0.isValid },
      .texts("keywords", zh: "关键词", en: "keywords") { $0.keywords },
      .list("attachments", of: Attachment.self, zh: "附件", en: "attachments") { $0.attachments },
      .object("term", of: Term.self, zh: "主题", en: "theme") { $0.term },
    ])
}

@Suite struct ModelTests {
  private let template = """
    {{title}}|{{body}}|{{#valid}}有效{{/valid}}{{^valid}}失效{{/valid}}|{{#keywords}}<{{.}}>{{/keywords}}|\
    {{#attachments}}{{name}} {{size}} of {{title}};{{/attachments}}|{{term.name}}{{^term}}none{{/term}}
    """

  @Test func rendersATypedModel() {
    let entry = Entry(
      title: "通知", body: Array("<p>".utf8), isValid: true, keywords: ["科技", "a&b"],
      attachments: [Attachment(name: "表", size: 3), Attachment(name: "图", size: 0)], term: Term(name: "教育"))
    let (text, diagnostics) = render(["page": template], entry)
    #expect(text == "通知|<p>|有效|<科技><a&amp;b>|表 3 of 通知;图 0 of 通知;|教育")
    #expect(diagnostics.isEmpty)
  }

  @Test func absentValuesPrintNothing() {
    #expect(render(["page": template], Entry()).text == "||失效|||none")
  }

  @Test func modelsThatContainThemselvesFollowTheirData() {
    let tree = Term(name: "a", children: [Term(name: "b", children: [Term(name: "c")]), Term(name: "d")])
    let templates = ["page": "{{>node}}", "node": "{{name}}({{#children}}{{>node}}{{/children}})"]
    #expect(render(templates, tree).text == "a(b(c())d())")
  }

  @Test func depthOfDataIsNotBoundByTheStack() throws {
    // Values this deep would overflow the stack when they are released, so each level makes the next.
    struct Level: TemplateModel {
      let depth: Int

      static let model = Model<Level>(
        "level",
        [
          .list("next", of: Level.self, zh: "下一层", en: "next level") {
            $0.depth == 0 ? [] : [Level(depth: $0.depth - 1)]
          }
        ])
    }
    let templates = ["page": "{{>level}}", "level": "[{{#next}}{{>level}}{{/next}}]"]
    let text = try #require(render(templates, Level(depth: 50_000)).text)
    #expect(text == String(repeating: "[", count: 50_001) + String(repeating: "]", count: 50_001))
  }

  @Test func aRecursivePartialSeesWhatEnclosesIt() {
    let entry = Entry(title: "T", term: Term(name: "a", children: [Term(name: "b", children: [Term(name: "c")])]))
    let templates = [
      "page": "{{#term}}{{>node}}{{/term}}",
      "node": "{{name}} of {{title}}{{#name}}={{.}}{{/name}};{{#children}}{{>node}}{{/children}}",
    ]
    #expect(render(templates, entry).text == "a of T=a;b of T=b;c of T=c;")
  }

  @Test func emptyAndZeroAreFalse() {
    let page = "{{#attachments}}{{#size}}{{.}}{{/size}}{{^size}}-{{/size}}{{^name}}?{{/name}}{{/attachments}}"
    let entry = Entry(attachments: [Attachment(name: "", size: 0), Attachment(name: "x", size: 2)])
    #expect(render(["page": page], entry).text == "-?2")
  }

  @Test func threadsShareATemplate() throws {
    let file = TemplateFile(name: "page", path: "page", bytes: Array(template.utf8))
    let (library, _) = TemplateLibrary.compile(
      [file], context: NoContext.model.shape, pages: [("page", Entry.model.shape)])
    let compiled = try #require(library?.template("page"))
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      var buffer = ByteBuffer()
      let context = TemplateContext(NoContext())
      for round in 0..<200 {
        buffer.removeAll()
        compiled.render(Entry(title: "\(worker)-\(round)", keywords: ["k"]), in: context, into: &buffer)
        let isRight = buffer.bytes.elementsEqual("\(worker)-\(round)||失效|<k>||none".utf8)
        if !isRight { wrong.add(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
