import Build
import Diagnostics
import Foundation
import Testing

/// Exceptions, masking, and attachments that other programs read.
@Suite struct PersonalDataTests {
  private static let mobile = "13800138000"
  private static let identity = "11010519491231002X"
  private static let reason = "理由: 本人书面同意, 批准人: 王某"

  private static func entry(_ exceptions: String = "", body: String = "正文。", extra: String = "") -> SampleEntry {
    var entry = SampleEntry(1)
    entry.body = body
    entry.extra = (exceptions.isEmpty ? "" : "个人信息例外: [\(exceptions)]\n") + extra
    return entry
  }

  private func ids(_ text: String) throws -> [String] {
    try SampleSite.with(text) { SampleSite.ids(try $0.check()) }
  }

  // MARK: - Exceptions

  @Test(arguments: ["13800138000", "138****8000", "138-0013-8000", "\"13800138000\""])
  func exceptionsLetOneValueThrough(content: String) throws {
    let exception = "{内容: \(content), \(Self.reason)}"
    #expect(try ids(Self.entry(exception, body: "手机\(Self.mobile)。").at("a.md")).isEmpty)
    let both = Self.entry(exception, body: "手机\(Self.mobile)、13900139000。").at("a.md")
    #expect(try ids(both) == ["personal-data.found"])
  }

  @Test func exceptionsCoverIdentityNumbersToo() throws {
    let entry = Self.entry("{内容: \(Self.identity), \(Self.reason)}", body: "号码\(Self.identity)。")
    #expect(try ids(entry.at("a.md")).isEmpty)
  }

  @Test func unusedExceptionsAreWarnedOfUnquoted() throws {
    try SampleSite.with(Self.entry("{内容: \(Self.mobile), \(Self.reason)}").at("a.md")) { site in
      let outcome = try site.check()
      #expect(SampleSite.ids(outcome) == ["personal-data.unused-exception"])
      let printed = DiagnosticPrinter(language: .zh, sources: outcome.sources).text(outcome.diagnostics)
      #expect(!printed.contains(Self.mobile))
    }
  }

  @Test(arguments: ["{内容: 13800138000, 理由: 本人同意}", "{内容: 13800138000, 批准人: 王某}"])
  func exceptionsNeedAReasonAndAnApprover(exception: String) throws {
    let found = try ids(Self.entry(exception, body: "手机\(Self.mobile)。").at("a.md"))
    #expect(Set(found) == ["front-matter.missing-field", "personal-data.found"])
  }

  @Test func exceptionsAreNotPublished() throws {
    let entry = Self.entry("{内容: 138****8000, 理由: 金丝雀理由, 批准人: 金丝雀批准人}", body: "手机\(Self.mobile)。")
    try SampleSite.with(entry.at("a.md")) { site in
      #expect(try site.build().summary.errors == 0)
      for (path, bytes) in try site.tree() { #expect(bytes.range(of: Data("金丝雀".utf8)) == nil, "\(path)") }
    }
  }

  @Test func exceptionsForAttachmentsNameTheFile() throws {
    let files = "-- content/catalog/a/list.csv --\n姓名,手机\n某某,\(Self.mobile)\n"
    let named = Self.entry("{内容: \(Self.mobile), \(Self.reason), 文件: list.csv}")
    #expect(try ids(named.at("a/index.md") + files).isEmpty)
    let unnamed = Self.entry("{内容: \(Self.mobile), \(Self.reason)}")
    #expect(
      Set(try ids(unnamed.at("a/index.md") + files)) == ["personal-data.found", "personal-data.unused-exception"])
    let wrong = Self.entry("{内容: \(Self.mobile), \(Self.reason), 文件: lists.csv}")
    #expect(Set(try ids(wrong.at("a/index.md") + files)) == ["personal-data.found", "personal-data.unused-exception"])
  }

  @Test func allNamesOfAListCanBeExcepted() throws {
    let table = "| 姓名 | 低保金额 |\n|---|---|\n| 张三 | 1 |\n| 李四 | 2 |\n"
    #expect(try ids(Self.entry(body: table).at("a.md")) == ["personal-data.found", "personal-data.found"])
    #expect(try ids(Self.entry("{内容: 姓名, \(Self.reason)}", body: table).at("a.md")).isEmpty)
  }

  // MARK: - Masking

  @Test func masksWhatItCanPlace() throws {
    let body =
      "手机\(Self.mobile)、13900139000，身份证\(Self.identity)。\n\n| 姓名 | 残疾等级 |\n|---|---|\n| 张三 | 一级 |\n| 欧阳小明 | 二级 |"
    var entry = Self.entry(body: body, extra: "内容概述: 请拨打\(Self.mobile)咨询")
    entry.extra += "\n附件: [{文件: list.csv}, {文件: form.docx}]"
    let files =
      "-- content/catalog/a/list.csv --\n姓名,病种,手机\n\"张三\",甲,\(Self.mobile)\n-- content/catalog/a/form.docx --\nx\n"
    try SampleSite.with(entry.at("a/index.md") + files) { site in
      let masker = PersonalDataMasker(site.options)
      let plan = try masker.plan()
      #expect(plan.count == 8)
      #expect(plan.untouched == ["content/catalog/a/form.docx"])
      #expect(try masker.carryOut(plan).isEmpty)
      let text = try site.text("content/catalog/a/index.md")
      #expect(text.contains("内容概述: 请拨打138****8000咨询"))
      #expect(text.contains("手机138\\*\\*\\*\\*8000、139\\*\\*\\*\\*9000，身份证11"))
      #expect(text.contains("| 张\\* | 一级 |\n| 欧\\*\\*明 | 二级 |"))
      #expect(try site.text("content/catalog/a/list.csv") == "姓名,病种,手机\n\"张*\",甲,138****8000\n")
      #expect(try !SampleSite.ids(site.check()).contains("personal-data.found"))
      #expect(try masker.plan().count == 0)
      #expect(try site.tree("content/catalog/a").count == 3)
    }
  }

  @Test func masksByTheSitesRule() throws {
    let settings = "-- site.yml --\n\(SampleSite.settings)去标识化: 从宽\n"
    try SampleSite.with(settings + Self.entry(body: "身份证\(Self.identity)。").at("a.md")) { site in
      let masker = PersonalDataMasker(site.options)
      _ = try masker.carryOut(masker.plan())
      #expect(try site.text("content/catalog/a.md").contains("110105\(String(repeating: "\\*", count: 8))002X"))
    }
  }

  @Test func leavesFilesAloneThatChangedMeanwhile() throws {
    try SampleSite.with(Self.entry(body: "手机\(Self.mobile)。").at("a.md")) { site in
      let masker = PersonalDataMasker(site.options)
      let plan = try masker.plan()
      let changed = Self.entry(body: "改过，手机\(Self.mobile)。").text
      try site.write(changed, to: "content/catalog/a.md")
      #expect(try masker.carryOut(plan) == ["content/catalog/a.md"])
      #expect(try site.text("content/catalog/a.md") == changed)
    }
  }

  @Test func leavesFrontMatterAloneThatWouldChangeItsMeaning() throws {
    let entry = Self.entry(extra: "内容概述: 5号楼2单元301室")
    try SampleSite.with(entry.at("a.md")) { site in
      let plan = try PersonalDataMasker(site.options).plan()
      #expect(plan.count == 0)
      #expect(plan.unplaced.map(\.path) == ["content/catalog/a.md"])
    }
  }

  // MARK: - Attachments

  @Test func readsTextInLegacyEncodings() throws {
    let file = "-- content/catalog/a/list.csv (gb18030) --\n密级：秘密\n姓名,手机\n张三,\(Self.mobile)\n"
    #expect(Set(try ids(Self.entry().at("a/index.md") + file)) == ["personal-data.found", "secrecy.mark"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/pdftotext"), "needs poppler-utils"))
  func readsPDF() throws {
    for (shown, expected) in [
      ("Tel 13800138000", ["personal-data.found"]), ("Tel", []), ("", ["attachment.not-inspected"]),
    ] {
      let file = "-- content/catalog/a/a.pdf --\n\(Self.pdf(shown))"
      #expect(try ids(Self.entry().at("a/index.md") + file) == expected, "\(shown)")
    }
    #expect(
      try ids(Self.entry().at("a/index.md") + "-- content/catalog/a/a.pdf --\nno pdf\n") == ["attachment.unreadable"])
  }

  /// A PDF of one page that shows a line of text; readers rebuild the table of offsets it lacks.
  private static func pdf(_ text: String) -> String {
    let content = "BT /F1 12 Tf 72 720 Td (\(text)) Tj ET"
    return """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
      4 0 obj <</Length \(content.utf8.count)>> stream
      \(content)
      endstream endobj
      5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
      trailer <</Root 1 0 R>>
      %%EOF

      """
  }
}
