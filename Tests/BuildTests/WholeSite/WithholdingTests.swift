import Build
import Bytes
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Search

/// Random sites with a canary wherever something is kept back: it must come out nowhere.
@Suite struct WithholdingTests {
  /// Letters that no page, index or message has of its own.
  private static let canary = "zqxjkvbwcanary"
  /// Stands in what is published, to show that what is looked through can be read.
  private static let control = "zqxjkvbwpublic"

  private enum Way: CaseIterable {
    case withheld, draft, onApplication, unreviewed, undecided, markInBody, markInFrontMatter, brokenFrontMatter

    /// Whether the site is published all the same.
    var isNoError: Bool { self == .withheld || self == .draft || self == .onApplication }
  }

  /// Where a canary may stand.
  private enum Place: CaseIterable {
    case title, summary, keyword, reviewer, relation, unknownTerm, badDate, unknownKey
    case body, heading, table, tableBlock, code, link, attachment, attachmentName, fileName
  }

  @Test func nothingWithheldIsPublished() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      let ways = (0..<3).map { _ in Way.allCases.filter(\.isNoError).randomElement(using: &random) ?? .withheld }
      try SampleSite.with(Self.site(ways, errors: false, &random)) { site in
        let outcome = try site.build()
        #expect(outcome.summary.errors == 0, "\(outcome.diagnostics.map(\.message.zh))")
        try Self.expectSilence(outcome, site)
        let search = try site.tree().filter { $0.key.hasPrefix("search/") }.map { Self.unwired($0.value) }
        #expect(search.contains { $0.contains(Self.control) })
        #expect(!search.contains { $0.contains(Self.canary) })
      }
    }
  }

  @Test func nothingWithheldIsPrinted() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let ways = (0..<3).map { _ in Way.allCases.randomElement(using: &random) ?? .withheld }
      try SampleSite.with(Self.site(ways, errors: true, &random)) { site in
        try Self.expectSilence(try site.build(), site)
      }
    }
  }

  private static func site(_ ways: [Way], errors: Bool, _ random: inout SeededGenerator) -> String {
    var open = SampleEntry(1)
    open.body = "公开的正文\(control)。"
    open.extra = "关联: [{关系: 依据, 文件: 000000000/2017-00002}]"
    return open.at("2017/open.md")
      + ways.enumerated().map { entry($0 + 2, $1, errors: errors, &random) }.joined()
  }

  private static func entry(_ ordinal: Int, _ way: Way, errors: Bool, _ random: inout SeededGenerator) -> String {
    let isFaulty: Set<Place> = [.relation, .unknownTerm, .badDate, .unknownKey]
    // Of an entry on application the front matter is public.
    let isPublic: Set<Place> = [
      .title, .summary, .keyword, .reviewer, .relation, .unknownTerm, .badDate, .unknownKey, .fileName,
    ]
    var places = Set(Place.allCases.filter { _ in Bool.random(using: &random) })
    if !errors { places.subtract(isFaulty) }
    if way == .onApplication { places.subtract(isPublic) }
    func word(_ place: Place) -> String { places.contains(place) ? canary : "甲" }
    var lines = [
      "标题: \(word(.title))第\(ordinal)号", "索引号: 000000000/2017-0000\(ordinal)", "发布机构: 示例局", "成文日期: 2017-05-08",
      "发布日期: 2017-05-12", "主题分类: 科技、教育/科技", "体裁分类: 通知", "有效性: 有效", "内容概述: \(word(.summary))的概述",
      "关键词: [\(word(.keyword))]", "附件: [{文件: kept-\(ordinal).csv, 名称: \(word(.attachmentName))}]",
    ]
    if way != .undecided {
      lines.append("公开方式: \(way == .withheld ? "不予公开" : way == .onApplication ? "依申请公开" : "主动公开")")
    }
    if way != .unreviewed { lines.append("审查: {审查人: \(word(.reviewer)), 日期: 2017-05-10, 结论: 同意}") }
    if way == .withheld || way == .onApplication { lines.append("不予公开理由: 属于国家秘密") }
    if way == .draft { lines.append("草稿: 是") }
    if way == .markInFrontMatter { lines.append("密级: 机密") }
    if way == .brokenFrontMatter { lines.append("备注: [\(canary)") }
    if places.contains(.relation) { lines.append("关联: [{关系: 依据, 文件: \(canary)}, {关系: \(canary), 文件: 1}]") }
    if places.contains(.unknownTerm) { lines.append("责任科室: \(canary)") }
    if places.contains(.badDate) { lines.append("生效日期: \(canary)") }
    if places.contains(.unknownKey) { lines.append("\(canary): 甲") }
    let body = """
      \(way == .markInBody ? "机密★1年\n\n" : "")\(word(.body))，申请人电话13800138000。

      ### \(word(.heading))

      | 姓名 | 残疾等级 |
      |---|---|
      | 张三 | \(word(.table)) |

      ```table
      标题: \(word(.tableBlock))
      ---
      甲,乙
      ```

      ```
      \(word(.code))
      ```

      [\(word(.link))](\(word(.link)).md) <b>\(word(.body))</b> [^\(word(.body))]
      """
    let name = places.contains(.fileName) ? canary : "kept"
    return "-- content/catalog/2017/\(name)-\(ordinal).md --\n---\n\(lines.joined(separator: "\n"))\n---\n\(body)\n"
      + "-- content/catalog/2017/kept-\(ordinal).csv --\n姓名,内容\n张三,\(word(.attachment))\n"
  }

  /// The text of a search file, in which characters have changed places, put right.
  private static func unwired(_ bytes: Data) -> String {
    var text = ByteBuffer()
    Array(String(decoding: bytes, as: UTF8.self).utf16).withUnsafeBufferPointer {
      WireText.shared.append(units: $0, to: &text)
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Nothing in the output, beside it, or in what is printed has the canary. Messages name files, which may be called
  /// anything.
  private static func expectSilence(_ outcome: BuildOutcome, _ site: SampleSite) throws {
    for (path, bytes) in try site.tree("") where !path.hasPrefix("content/") {
      #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(path)")
      #expect(!path.contains(canary))
    }
    for language in [Language.zh, .en] {
      let printed = [
        DiagnosticPrinter(language: language, sources: outcome.sources).text(outcome.diagnostics),
        DiagnosticPrinter(language: language, sources: outcome.sources).json(outcome.diagnostics, outcome.summary),
        DiagnosticPrinter(language: language, sources: outcome.sources).sarif(outcome.diagnostics, tool: "gongkai 1.0"),
        DiagnosticPrinter(language: language, sources: outcome.sources).gitHub(outcome.diagnostics),
        DiagnosticPrinter(language: language, sources: outcome.sources).gitLab(outcome.diagnostics),
      ]
      for text in printed {
        let words = text.replacing("/\(canary)-", with: "").replacing("%2F\(canary)-", with: "")
        let line = words.split(separator: "\n").first { $0.contains(canary) }
        #expect(line == nil)
      }
    }
  }
}
