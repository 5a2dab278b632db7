import Diagnostics
import Testing

@testable import Rules

@Suite struct SecrecyRuleTests {
  private func marks(_ text: String) -> [Diagnostic] {
    Array(text.utf8).withUnsafeBufferPointer { Example.rules.secrecyMarks(in: $0, path: "content/catalog/a.md") }
  }

  @Test(arguments: ["机密★1年\n\n关于示例的通知", "正文。\n\n密级：秘密\n", "秘密\n\n关于示例的通知"])
  func findsMarksInBodies(body: String) throws {
    let text = Example.entry(["内容概述": String(repeating: "长", count: 300)], body: body)
    let mark = try #require(marks(text).first)
    #expect(mark.kind == .secrecyMark)
    #expect(mark.kind.isGate)
    #expect(mark.severity == .error)
    #expect(["机密★1年", "秘密"].contains(mark.quoted(in: text)))
  }

  @Test func namesTheLine() throws {
    let mark = try #require(marks("---\n标题: 甲\n---\n一\n\n机密★1年\n").first)
    #expect(mark.message.zh.contains("第 6 行"))
  }

  @Test func findsMarksInFrontMatterAndInFilesWithout() {
    #expect(marks("---\n标题: 甲\n密级: 机密\n---\n正文。\n").map(\.id) == ["secrecy.mark"])
    #expect(marks("\u{FEFF}---\r\n标题: 甲\r\n---\r\n秘密\r\n").map(\.id) == ["secrecy.mark"])
    #expect(marks("绝密★长期\n").map(\.id) == ["secrecy.mark"])
    #expect(marks("---\n标题: 没有结束\n机密★1年\n").map(\.id) == ["secrecy.mark"])
  }

  @Test(arguments: ["国家秘密的密级分为绝密、机密、秘密三级。", "涉及商业秘密的，不得公开。", "", "---"])
  func leavesWordsAlone(body: String) {
    #expect(marks(Example.entry(body: body)).isEmpty)
  }
}

@Suite struct PersonalDataRuleTests {
  static let number = "13800138000"

  @Test func findsNumbersInBodiesAndFrontMatter() throws {
    for text in [Example.entry(body: "联系人电话 \(Self.number)。"), Example.entry(["内容概述": "咨询\(Self.number)"])] {
      let found = try Example.check(text)
      #expect(found.map(\.id) == ["personal-data.found"])
      #expect(found.first?.quoted(in: text) == Self.number)
      #expect(found.first?.kind.isGate == true)
    }
  }

  @Test func neverPrintsTheNumberItself() throws {
    let found = try Example.check(Example.entry(body: "电话 \(Self.number)、身份证号 11010519491231002X"))
    #expect(found.count == 2)
    for diagnostic in found {
      #expect(!diagnostic.allText.contains(Self.number))
      #expect(!diagnostic.allText.contains("11010519491231002X"))
    }
    #expect(found.contains { $0.message.zh.contains("138****8000") })
  }

  @Test(arguments: ["索引号", "发文字号"])
  func noOtherRulePrintsItEither(field: String) throws {
    let found = try Example.check(Example.entry([field: "11010519491231002X"]))
    #expect(found.count == 2)
    #expect(found.allSatisfy { !$0.allText.contains("11010519491231002X") })
  }

  @Test func onlyWarnsOfNumbersWithoutACheckDigit() throws {
    let found = try Example.check(Example.entry(body: "身份证号：110105491231002"))
    #expect(found.map(\.id) == ["personal-data.suspected"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "热线12345，电话0632-7711925。", "索引号000014349/2017-00110", "电话138****8000", "统一社会信用代码11370322004222241N",
  ])
  func leavesPublicNumbersAlone(body: String) throws {
    #expect(try Example.check(Example.entry(body: body)).isEmpty)
  }

  @Test func allowsTheOfficeInTheContactFieldAlone() throws {
    let contact = ["联系方式": "{机构: 办公室, 地址: 示例区示例街道示例小区2号楼1单元301室, 电话: \"\(Self.number)\"}"]
    #expect(
      try Example.check(Example.page("指南", contact, body: Example.guideText), path: "content/guide/index.md").isEmpty)
    let outside = try Example.check(
      Example.page("指南", contact, body: Example.guideText + "手机 \(Self.number)"), path: "content/guide/index.md")
    #expect(outside.map(\.id) == ["personal-data.found"])
    let identity = try Example.check(
      Example.page("指南", ["联系方式": "{机构: 11010519491231002X}"], body: Example.guideText), path: "content/guide/index.md")
    #expect(identity.map(\.id) == ["personal-data.found"])
  }

  @Test func looksOnlyAtWhatReadersGet() throws {
    let body = "电话 \(Self.number)"
    let reason = ["不予公开理由": "属于四类过程性信息"]
    let listed = reason.merging(["公开方式": "依申请公开"]) { $1 }
    #expect(try Example.check(Example.entry(listed, body: body)).isEmpty)
    #expect(try Example.check(Example.entry(reason.merging(["公开方式": "不予公开"]) { $1 }, body: body)).isEmpty)
    let inFields = Example.entry(listed.merging(["内容概述": body]) { $1 })
    #expect(try Example.check(inFields).map(\.id) == ["personal-data.found"])
  }

  @Test func countsWhatItDoesNotList() throws {
    let rows = String(repeating: "电话 \(Self.number)\n", count: PersonalDataRule.most + 5)
    let found = try Example.check(Example.entry(body: rows))
    #expect(found.count == PersonalDataRule.most)
    #expect(found.last?.notes.first?.message.en.hasPrefix("5 more") == true)
    let few = String(repeating: "电话 \(Self.number)\n", count: PersonalDataRule.most)
    #expect(try Example.check(Example.entry(body: few)).allSatisfy { $0.notes.isEmpty })
  }
}

@Suite struct AttachmentRuleTests {
  private func ids(_ text: String, _ name: String) -> [String] {
    Example.checkAttachment(Array(text.utf8), path: "content/catalog/a/\(name)").map(\.id)
  }

  @Test(arguments: ["名单.csv", "名单.TXT", "名单.html"])
  func readsTexts(name: String) throws {
    #expect(ids("姓名,电话\n王*,13800138000\n", name) == ["personal-data.found"])
    #expect(ids("机密★1年\n正文\n", name) == ["secrecy.mark"])
    #expect(ids("姓名,电话\n王*,138****8000\n", name).isEmpty)
  }

  @Test func readsWordFilesByTheirText() throws {
    let archive = StoredArchive("word/document.xml", Self.document("电话 13800138000"))
    let found = Example.checkAttachment(archive.bytes, path: "content/catalog/a/名单.docx")
    #expect(found.map(\.id) == ["personal-data.found"])
    #expect(found.first?.span?.range == ByteRange(0, 0))
    #expect(found.first?.fixes.first?.replacement == nil)
    let clean = StoredArchive("word/document.xml", Self.document("电话 0632-7711925"))
    #expect(Example.checkAttachment(clean.bytes, path: "content/catalog/a/名单.docx").isEmpty)
  }

  @Test func saysWhatItCouldNotRead() {
    #expect(ids("不是压缩包", "名单.docx") == ["attachment.unreadable"])
    #expect(ids("PK\u{3}\u{4}", "名单.xlsx") == ["attachment.unreadable"])
    #expect(ids("%PDF-1.4", "图纸.pdf") == ["attachment.not-inspected"])
    #expect(ids("没有扩展名", "图纸") == ["attachment.not-inspected"])
  }

  @Test func findsNumbersInLegacyEncodings() {
    // 电话 in GB18030.
    let bytes = [0xB5, 0xE7, 0xBB, 0xB0] + Array(",13800138000\n".utf8)
    let found = Example.checkAttachment(bytes, path: "content/catalog/a/名单.csv").map(\.id)
    #expect(found == ["personal-data.found", "attachment.unreadable"])
  }

  private static func document(_ text: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>\
    <w:t>\(text)</w:t></w:r></w:p></w:body></w:document>
    """
  }
}
