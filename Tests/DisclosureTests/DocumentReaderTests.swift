import Chronology
import Diagnostics
import Taxonomy
import Testing
import YAML

@testable import Disclosure

@Suite struct DocumentReaderTests {
  static let settings: SiteSettings = {
    let site =
      "网站名称: 示例局\n网址: https://example.gov.cn\n主办机构: 示例局\n发布机构: [{代码: slj, 名称: 示例局, 别名: [本局]}]\n责任科室: [{代码: bgs, 名称: 办公室}]\n分类词表: {体裁分类: [{代码: law, 名称: 法律}]}\n"
    var diagnostics: [Diagnostic] = []
    let settings = Array(site.utf8).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &diagnostics)
    }
    #expect(diagnostics.isEmpty)
    return settings
  }()

  static let entry = """
    ---
    标题: 关于开展2017年科技活动周的通知
    索引号: 000000000/2017-00001
    发布机构: 本局
    成文日期: 2017-05-08
    发布日期: 2017-05-12
    主题分类: 科技、教育/科技
    体裁分类: 通知
    公开方式: 主动公开
    有效性: 有效
    审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}
    ---
    正文。

    """

  private func read(_ bytes: [UInt8], _ kind: DocumentKind = .entry) -> (document: Document?, diagnostics: [Diagnostic])
  {
    var diagnostics: [Diagnostic] = []
    let document = bytes.withUnsafeBufferPointer {
      DocumentReader(Self.settings, drafts: false).read(
        $0, path: "content/catalog/a.md", place: DocumentPlace(kind), &diagnostics)
    }
    return (document, diagnostics)
  }

  @Test func decodesAnEntry() throws {
    let (found, diagnostics) = read(Array(Self.entry.utf8))
    let document = try #require(found)
    #expect(diagnostics.isEmpty)
    #expect(document.title == "关于开展2017年科技活动周的通知")
    #expect(document.datePublished == CivilDate("2017-05-12"))
    #expect(document.publisher == 0)
    #expect(document.disclosure == .active)
    #expect(document.review?.reviewer == "王某")
    #expect(document.publication == .full)
    let body = try #require(document.body)
    #expect(String(decoding: Array(Self.entry.utf8)[body.lowerBound..<body.upperBound], as: UTF8.self) == "正文。\n")
  }

  @Test func acceptsByteOrderMarkAndCRLF() {
    let text = "\u{FEFF}" + Self.entry.replacing("\n", with: "\r\n")
    let result = read(Array(text.utf8))
    #expect(result.diagnostics.isEmpty)
    #expect(result.document?.genre != nil)
  }

  @Test(arguments: [
    ("公开方式: 主动公开", "公开方式: 不予公开", Publication.withheld),
    ("公开方式: 主动公开", "公开方式: 依申请公开", .listed),
    ("公开方式: 主动公开", "公开方式: 主动公开\n草稿: 是", .withheld),
    ("公开方式: 主动公开", "公开方式: 主动公升", .withheld),
    ("审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}", "关键词: [a]", .withheld),
  ])
  func onlyReviewedActiveDisclosureKeepsItsBody(from: String, to: String, publication: Publication) throws {
    let document = try #require(read(Array(Self.entry.replacing(from, with: to).utf8)).document)
    #expect(document.publication == publication)
    #expect(document.body == nil)
  }

  @Test(arguments: [
    ("标题: 关于开展2017年科技活动周的通知\n", "", ["front-matter.missing-field"]),
    ("有效性: 有效", "有效行: 有效", ["front-matter.missing-field", "front-matter.unknown-key"]),
    ("体裁分类: 通知", "体裁分类: 通知书", ["taxonomy.unknown-term"]),
    ("成文日期: 2017-05-08", "成文日期: 2017-02-30", ["front-matter.impossible-date"]),
    ("审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}", "审查: {审查人: 王某}", ["review.missing"]),
    ("审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}\n", "", ["review.missing"]),
    ("---\n正文", "正文", ["front-matter.unclosed"]),
    ("---\n标题", "标题", ["front-matter.missing"]),
  ])
  func reportsFaults(from: String, to: String, ids: [String]) {
    let diagnostics = read(Array(Self.entry.replacing(from, with: to).utf8)).diagnostics
    #expect(diagnostics.map(\.id).sorted() == ids)
    #expect(diagnostics.allSatisfy { $0.span != nil })
  }

  @Test func namesGB18030() {
    let gbk: [UInt8] = Array("---\n".utf8) + [0xB1, 0xEA, 0xCC, 0xE2] + Array(": a\n---\n".utf8)
    #expect(read(gbk).diagnostics.map(\.id) == ["source.gb18030"])
    #expect(read([0x2D, 0xFF, 0x00, 0xFE]).diagnostics.map(\.id) == ["source.not-utf8"])
  }

  @Test func refusesAHugeFile() {
    let huge = [UInt8](repeating: UInt8(ascii: "a"), count: SourceCheck.maximumBytes + 1)
    #expect(read(huge).diagnostics.map(\.id) == ["source.too-large"])
  }

  /// Wherever a byte is changed, in Chinese text with all else that occurs in it.
  @Test func tellsWhatIsUTF8() {
    let text = Array("政府信息公开“条例”〔2019〕7号，한국 ascii text é 𠀀 \u{FFFD}\u{800}\u{D7FF}第一条第二条第三条第四条第五条".utf8)
    var accepted = 0
    for position in text.indices {
      for byte in [0x00, 0x7F, 0x80, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF4, 0xFF] as [UInt8] {
        var changed = text
        changed[position] = byte
        var diagnostics: [Diagnostic] = []
        let isAccepted = changed.withUnsafeBufferPointer { SourceCheck.accepts($0, path: "a.md", &diagnostics) }
        #expect(isAccepted == (String(validating: changed, as: UTF8.self) != nil), "\(byte) at \(position)")
        if isAccepted { accepted += 1 }
      }
    }
    #expect(accepted > 0)
  }

  @Test func registryNamesAreUnique() {
    let names = DocumentField.table.fields.flatMap(\.names)
    #expect(names.count == Set(names).count)
    #expect(DocumentField.title.field.key == "title")
    #expect(DocumentField.draft.field.key == "draft")
  }
}
