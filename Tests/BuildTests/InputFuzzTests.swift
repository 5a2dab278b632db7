import Diagnostics
import Disclosure
import Foundation
import Site
import Templates
import TestSupport
import Testing

/// Front matter, `site.yml` and templates put together at random: nothing crashes or hangs, and whatever is reported
/// stands at a place in the file.
///
/// `GONGKAI_FUZZ_COUNT` sets how many of each (fewer unless set), `GONGKAI_FUZZ_SEED` where to start.
@Suite struct InputFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = Int(environment["GONGKAI_FUZZ_COUNT"] ?? "")
  private static let firstSeed = UInt64(environment["GONGKAI_FUZZ_SEED"] ?? "") ?? 0

  private static let yaml = [
    "\n", "\n", "\n", " ", "  ", "    ", "\t", ": ", ":", "：", "- ", ", ", "[", "]", "{", "}", "\"", "'", "|\n", ">\n",
    "#", "# 注",
    "&a ", "*a", "!!str ", "<<: ", "? ", "---\n", "...\n", "%YAML 1.1\n", "~", "null", "是", "true", "2017-05-08",
    "2017-02-30",
    "20170508", "1e999", "0x1F", "\u{FEFF}", "\u{0}", "\u{85}", "\u{2028}", "\u{10FFFF}", "😀", "é", "甲", "关于开展活动的通知",
    "主动公开", "依申请公开", "不予公开", "通知", "科技、教育/科技", "示例局", "000000000/2017-00001", "某科字〔2017〕1号", "错误", "关闭",
    "{审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}", "[{关系: 修改, 文件: 000000000/2017-00002}]", "{内容: 138****8000, 理由: 甲, 批准人: 乙}",
    "https://www.example.gov.cn/",
  ]
  private static let mustache = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{<", "{{$", "{{!", "{{&", "{{=<% %>=}}", "<% ", " %>", "\n",
    "  ", "甲",
    "<p>", "</p>", "\"", "title", "body", "fields", "value", "url", "isEnded", "site", ".", "page", "page.canonical",
    "nothing",
    "{{title}}", "{{{body}}}", "{{#fields}}", "{{/fields}}", "{{^url}}", "{{/url}}", "{{>partial}}", "{{<partial}}",
    "{{$main}}",
    "{{/main}}", "{{/partial}}", "{{#fields}}{{value}}{{/fields}}", "\u{0}", "\u{FEFF}", "\\",
  ]

  private static func keys(_ fields: [String]) -> [String] { fields.map { "\n\($0): " } }

  private static let siteSettings = {
    var diagnostics: [Diagnostic] = []
    return Array(SampleSite.settings.utf8).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &diagnostics)
    }
  }()

  @Test func frontMatter() throws {
    let fragments = Self.yaml + Self.keys(DocumentField.table.fields.flatMap { [$0.label, $0.key] })
    let reader = DocumentReader(Self.siteSettings, drafts: false)
    let place = try #require(DocumentPlace(path: "catalog/a.md", organs: []))
    Self.run(Self.count ?? 9_000, fragments, around: SampleEntry(1).text) { text, found in
      _ = reader.read(text, path: "content/catalog/a.md", place: place, &found)
    }
  }

  @Test func settings() {
    let fragments = Self.yaml + Self.keys(SettingField.table.fields.flatMap { [$0.label, $0.key] })
    Self.run(Self.count ?? 1_000, fragments, around: SampleSite.settings) { text, found in
      _ = SiteSettings.read(text, path: "site.yml", vocabularies: [], &found)
    }
  }

  @Test func templates() {
    let shape = PageTemplates.all[0].shape
    let page = "{{<partial}}{{$main}}<h1>{{title}}</h1>{{#page}}{{canonical}}{{/page}}{{/main}}{{/partial}}\n"
    Self.run(Self.count ?? 10_000, Self.mustache, around: page) { text, found in
      let files = [
        TemplateFile(name: "page", path: "page.mustache", bytes: Array(text)),
        TemplateFile(name: "partial", path: "page.mustache", bytes: Array(text.prefix(text.count / 2))),
      ]
      found += TemplateLibrary.compile(files, context: PageTemplates.context, pages: [("page", shape)]).diagnostics
    }
  }

  /// Half of the texts are fragments in a row, half are `sample` with fragments, other bytes and gaps in it.
  private static func text(_ seed: UInt64, _ fragments: [String], _ sample: [UInt8]) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var text = Bool.random(using: &random) ? sample : Array("---\n".utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...9, using: &random)))
      case 1: text.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 2: text.insert(contentsOf: text.prefix(60), at: place)
      default: text.insert(contentsOf: (fragments.randomElement(using: &random) ?? "").utf8, at: place)
      }
    }
    return text
  }

  private static func run(
    _ count: Int, _ fragments: [String], around sample: String,
    _ read: (UnsafeBufferPointer<UInt8>, inout [Diagnostic]) -> Void
  ) {
    for seed in firstSeed..<(firstSeed + UInt64(count)) {
      let text = text(seed, fragments, Array(sample.utf8))
      var found: [Diagnostic] = []
      let start = clock()
      text.withUnsafeBufferPointer { read($0, &found) }
      // Processor time, and so by night only.
      let isSlow = Self.count != nil && clock() - start > CLOCKS_PER_SEC
      let fault = isSlow ? "more than a second" : found.lazy.compactMap { Self.fault($0, in: text) }.first
      guard let fault else { continue }
      Issue.record("seed \(seed): \(fault) for \(String(decoding: text, as: UTF8.self).debugDescription)")
      return
    }
  }

  private static func fault(_ diagnostic: Diagnostic, in text: [UInt8]) -> String? {
    guard let span = diagnostic.span else { return "\(diagnostic.id) without a place" }
    guard !span.path.isEmpty, (0...text.count).contains(span.range.lowerBound),
      (span.range.lowerBound...text.count).contains(span.range.upperBound)
    else { return "\(diagnostic.id) at \(span.range)" }
    return diagnostic.message.zh.isEmpty || diagnostic.message.en.isEmpty ? "\(diagnostic.id) without words" : nil
  }
}
