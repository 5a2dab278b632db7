import Chronology
import Diagnostics
import Disclosure
import Rules
import Testing
import YAML

/// A small site to put questions to.
enum Example {
  static let settings = settings(adding: "")

  /// The site's settings with lines added to its `site.yml`.
  static func settings(adding lines: String) -> SiteSettings {
    let site = """
      网站名称: 示例局
      网址: https://example.gov.cn/
      主办机构: 示例局
      发布机构: [{代码: slj, 名称: 示例局}]
      \(lines)

      """
    var diagnostics: [Diagnostic] = []
    let settings = Array(site.utf8).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &diagnostics)
    }
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return settings
  }

  static let rules = RuleSet(settings)

  /// An entry nothing is wrong with; `fields` replace the lines with the same label or are added.
  static func entry(_ fields: [String: String] = [:], body: String = "正文。") -> String {
    let lines = [
      ("标题", "关于开展2017年科技活动周的通知"), ("索引号", "000000000/2017-00001"), ("发布机构", "示例局"),
      ("成文日期", "2017-05-08"), ("发布日期", "2017-05-12"), ("主题分类", "科技、教育/科技"), ("体裁分类", "通知"),
      ("公开方式", "主动公开"), ("有效性", "有效"), ("审查", "{审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}"),
    ]
    return text(lines, fields, body)
  }

  static func page(_ title: String, _ fields: [String: String] = [:], body: String = "正文。") -> String {
    text([("标题", title)], fields, body)
  }

  private static func text(_ lines: [(String, String)], _ fields: [String: String], _ body: String) -> String {
    let kept = lines.map { (label, value) in "\(label): \(fields[label] ?? value)" }
    let known = Set(lines.map(\.0))
    let added = fields.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "---\n" + (kept + added).joined(separator: "\n") + "\n---\n" + body + "\n"
  }

  static func read(_ text: String, path: String = "content/catalog/a.md") throws -> Document {
    var diagnostics: [Diagnostic] = []
    let place = try #require(
      DocumentPlace(path: String(path.dropFirst("content/".count)), organs: settings.organs))
    let document = Array(text.utf8).withUnsafeBufferPointer {
      DocumentReader(settings, drafts: false).read($0, path: path, place: place, &diagnostics)
    }
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return try #require(document)
  }

  /// What the rules say of one document.
  static func check(_ text: String, path: String = "content/catalog/a.md") throws -> [Diagnostic] {
    let document = try read(text, path: path)
    var diagnostics: [Diagnostic] = []
    Array(text.utf8).withUnsafeBufferPointer { rules.check(document, bytes: $0, &diagnostics) }
    return diagnostics
  }

  /// What the rules say of documents together.
  static func check(_ files: [String: String], today: CivilDate? = nil) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let documents = try files.sorted { $0.key < $1.key }.map { try read($0.value, path: $0.key) }
    let catalog = Catalog(settings, documents, today: today, &diagnostics)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    rules.check(catalog, today: today, &diagnostics)
    return diagnostics
  }

  static func checkAttachment(_ bytes: [UInt8], path: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    rules.check(PublishedAttachment(path: path, bytes: bytes), &diagnostics)
    return diagnostics
  }

  /// What a guide has to say beside the contact details.
  static let guideText = "信息的分类、编排体系和获取方式见下。"

  /// A document of each fixed column, the guide complete.
  static let fullSite = [
    "content/guide/index.md": page(
      "指南",
      ["联系方式": "{机构: 办公室, 地址: 示例路1号, 办公时间: 工作日, 电话: 0632-0000000, 传真: 0632-0000001, 电子邮箱: a@example.gov.cn}"]),
    "content/rules/a.md": page("制度"),
    "content/catalog/a.md": entry(),
    "content/reports/2016.md": page("2016年度报告", ["年度": "2016", "发布日期": "2017-03-01"]),
  ]
}

extension Diagnostic {
  /// Everything it says, as a printer without source texts would show it.
  var allText: String {
    let texts = [message] + notes.map(\.message) + fixes.map(\.message)
    return (texts.flatMap { [$0.zh, $0.en] } + fixes.compactMap(\.replacement)).joined(separator: "\n")
  }

  /// The bytes it points at.
  func quoted(in text: String) -> String {
    guard let range = span?.range else { return "" }
    return String(decoding: Array(text.utf8)[range.lowerBound..<range.upperBound], as: UTF8.self)
  }
}
