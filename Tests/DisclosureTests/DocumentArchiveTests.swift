import Archive
@testable import Disclosure
import Diagnostics
import Testing

/// Documents kept between builds come back as they were, every field of them.
@Suite struct DocumentArchiveTests {
  private static let text = """
    ---
    标题: 标题
    索引号: 000000000/2017-00001
    发布机构: 示例局
    责任科室: 办公室
    发文字号: 甲〔2017〕1号
    成文日期: 2017-05-08
    发布日期: 2017-05-12
    生效日期: 2017-06-01
    废止日期: 2020-06-01
    有效期至: 2020-05-31
    主题分类: 科技、教育/科技
    体裁分类: 通知
    法定主动公开内容: [法规规章规范性文件]
    服务对象: [面向公民]
    公开方式: 主动公开
    不予公开理由: 属于四类过程性信息
    有效性: 有效
    内容概述: 概述
    关键词: [甲, 乙]
    审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}
    关联: [{关系: 废止, 文件: 000000000/2016-00001}]
    附件: [{文件: a.csv, 名称: 表}]
    更新记录: [{日期: 2018-01-02, 说明: 更正}]
    年度: 2017
    统计期限: {起: 2017-01-01, 止: 2017-12-31}
    联系方式: {机构: 办公室, 地址: 某路, 邮编: 100000, 电话: 1, 传真: 2, 电子邮箱: a@b.cn, 办公时间: 白天}
    网址名: name
    草稿: 是
    个人信息例外: [{内容: 王某, 理由: 公示, 批准人: 李某, 文件: a.csv}]
    语种: zh-CN
    ---
    正文。
    """

  private func document(_ text: String) -> (document: Document?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let bytes = Array(text.utf8)
    let document = bytes.withUnsafeBufferPointer {
      DocumentReader(DocumentReaderTests.settings, drafts: true).read(
        $0, path: "content/catalog/a.md", place: DocumentPlace(.entry, organ: 1), &diagnostics)
    }
    return (document, diagnostics)
  }

  private func archived(_ document: Document) -> [UInt8] {
    var writer = ByteWriter()
    document.write(to: &writer)
    return writer.bytes
  }

  @Test func everyFieldComesBack() throws {
    let (found, diagnostics) = document(Self.text)
    let document = try #require(found)
    #expect(diagnostics.map(\.message.zh) == [])
    let copy = try #require(Bytes(archived(document)).document)
    #expect("\(copy.facts)" == "\(document.facts)")
    #expect(copy.indexNumber == document.indexNumber)
    #expect("\(copy.decoded.metadata)" == "\(document.decoded.metadata)")
    #expect(copy.fingerprints == document.fingerprints)
    #expect(
      [copy.path, "\(copy.kind)", "\(copy.publication)"] == [
        document.path, "\(document.kind)", "\(document.publication)",
      ])
    #expect(copy.organ == document.organ && copy.body == document.body)
  }

  /// A field that the text above leaves empty would not be tested: whoever adds one adds it there too.
  @Test func theTextFillsEveryField() throws {
    let document = try #require(document(Self.text).document)
    for child in Mirror(reflecting: document.decoded.metadata).children where child.label != "statistics" {
      let description = "\(child.value)"
      #expect(
        description != "nil" && description != "[]" && description != "" && description != "false",
        "\(child.label ?? "")")
    }
  }

  /// Whatever is edited in the front matter, other pages learn of it.
  @Test func everyLineCounts() throws {
    let whole = try #require(document(Self.text).document).fingerprints.metadata
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated().dropFirst().dropLast(2) {
      var others = lines
      others.remove(at: number)
      let changed = document(others.joined(separator: "\n")).document?.fingerprints.metadata
      #expect(changed != whole, "\(line)")
    }
    let moved = try #require(document(Self.text.replacing("正文。", with: "别的正文。")).document).fingerprints
    #expect(moved.metadata == whole)
  }

  /// What every document is asked for stands in both places, and says the same.
  @Test func factsAreThoseOfTheDocument() throws {
    let document = try #require(document(Self.text).document)
    let facts = document.facts
    #expect([facts.date, facts.dateEnded] == [document.date, document.dateEnded])
    #expect(
      [facts.publisher, facts.theme, facts.genre, facts.statutory, facts.validity, facts.department] == [
        document.publisher, document.theme, document.genre, document.statutory.first, document.validity,
        document.department,
      ])
    #expect(facts.reportYear == document.reportYear)
    #expect(facts.hasRelations && facts.hasChanges && facts.mayHaveAttachments && facts.takesEffect)
    #expect(facts.hasPersonalDataExceptions && !facts.hasSeveralCategories && !facts.isTitledExplanation)
  }

  @Test(arguments: ["某办法的解读", "一图读懂", "一图读懂某办法"]) func explanationsAreKnownByTheirTitles(title: String) throws {
    let text = Self.text.replacing("标题: 标题", with: "标题: \(title)")
    #expect(try #require(document(text).document).facts.isTitledExplanation)
  }

  @Test func damagedBytesAreRefused() throws {
    let bytes = archived(try #require(document(Self.text).document))
    for count in 0..<bytes.count { #expect(Bytes(Array(bytes[..<count])).document == nil, "\(count) bytes") }
  }
}

/// Bytes that stay where they are.
private final class Bytes: ByteStore {
  // Never changed, and given back when nobody has this any more.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
  }

  deinit { bytes.deallocate() }

  /// Which they are all of.
  var document: Document? {
    var reader = ByteReader(bytes)
    let document = Document(&reader, of: self)
    return reader.isFinished ? document : nil
  }
}
