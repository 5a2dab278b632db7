import Build
import Chronology
import Disclosure
import Foundation
import Scaffold
import Testing

@Suite struct ScaffoldTests {
  private static let today = CivilDate(year: 2026, month: 1, day: 1)!  // a day of the calendar

  private static let office = Office(
    name: "示例区民政局", baseURL: "https://www.example.gov.cn/zfxxgk", code: "000000000", siteCode: "0000000000",
    departments: ["办公室", "社会救助科"],
    contact: [
      .office: "示例区民政局办公室", .address: "示例路1号", .postcode: "277300", .phone: "0632-0000000", .fax: "0632-0000001",
      .email: "mzj@example.gov.cn", .hours: "工作日 8:30—12:00，13:30—17:30",
    ])

  /// A new site in a folder of its own.
  private func with<Result>(_ office: Office, _ body: (SampleSite) throws -> Result) throws -> Result {
    try SampleSite.with("-- site.yml (absent) --\n-- content/guide/index.md (absent) --\n") { site in
      let files = SiteScaffold(office, today: Self.today).files
      try NewFile.write(files.map { NewFile($0.path, $0.text, isExecutable: $0.isExecutable) }, below: site.folder)
      return try body(site)
    }
  }

  /// What an editor does with a draft that is finished.
  private func finish(_ path: String, in site: SampleSite) throws {
    let lines = try site.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    try site.write(lines.filter { !$0.hasPrefix("草稿: ") }.joined(separator: "\n"), to: path)
  }

  @Test func aNewSiteHasNoErrorAndPublishesNoDraft() throws {
    try with(Self.office) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(Set(outcome.diagnostics.map(\.id)) == ["column.empty"])
      #expect(outcome.summary.published == 0)
      #expect(site.exists("public/index.html"))
      #expect(!site.exists("public/guide/index.html"))
    }
  }

  @Test func anOfficeThatKnowsOnlyItsNameGetsASiteWithoutErrors() throws {
    let office = Office(
      name: "示例局", baseURL: "https://www.example.gov.cn/", code: "000000000", siteCode: nil, departments: ["办公室"],
      contact: [:])
    let outcome = try with(office) { try $0.build() }
    #expect(outcome.summary.errors == 0)
  }

  @Test(arguments: ["000000000", "A-B", "113704040042280014"])
  func anyCodeGivesASiteWithoutErrors(_ code: String) throws {
    var office = Self.office
    office.code = code
    let outcome = try with(office) { try $0.build() }
    #expect(outcome.summary.errors == 0)
  }

  @Test func theDraftsAreCompleteOnceTheyAreNoDrafts() throws {
    try with(Self.office) { site in
      for path in ["content/guide/index.md", "content/apply/index.md", "content/rules/review.md"] {
        try finish(path, in: site)
      }
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(!outcome.diagnostics.map(\.id).contains("guide.contact-missing"))
      #expect(outcome.summary.published == 3)
      let guide = try site.text("public/guide/index.html")
      for value in Self.office.contact.values { #expect(guide.contains(value)) }
      #expect(!guide.contains("{{"))
    }
  }

  @Test func namesThatMeanSomethingToYAMLAreKept() throws {
    for name in ["甲: 乙局", "\"某\"局", "- 局", "某局 #1", "{局}", "局\\n", "123"] {
      var office = Self.office
      office.name = name
      office.contact[.address] = name
      let (errors, settings) = try with(office) { site in
        (try site.build().summary.errors, try SiteListing(source: site.folder).settings)
      }
      #expect(errors == 0)
      #expect(settings.siteName == name)
      #expect(settings.contact?.address == name)
    }
  }

  @Test func nothingIsOverwritten() throws {
    try SampleSite.with("-- content/apply/index.md --\n原有的\n") { site in
      let before = try site.tree("")
      let files = SiteScaffold(Self.office, today: Self.today).files
      #expect(throws: MachineFailure.self) {
        try NewFile.write(files.map { NewFile($0.path, $0.text) }, below: site.folder)
      }
      #expect(try site.tree("") == before)
    }
  }

  @Test func aNewEntryIsADraftUntilItsCommentsAreFilledIn() throws {
    try SampleSite.with(SampleEntry(7).at("2017/a.md")) { site in
      let listing = try SiteListing(source: site.folder)
      let day = try #require(CivilDate(year: 2017, month: 6, day: 1))
      let number = try #require(IndexNumberIssuer(listing.settings).next(on: day, taken: listing.indexNumbers))
      #expect(number == "000000000/2017-00008")
      let file = DocumentDraft(
        .entry, title: "关于某事的通知",
        values: [.genre: "通知", .keywords: "甲；乙", .dateCreated: day.description, .datePublished: day.description]
      )
      .entry(indexNumber: number, publisher: "示例局", year: 2017)
      try NewFile.write([NewFile(file.path, file.text)], below: site.folder)
      #expect(try site.build().summary.errors == 0)
      #expect(!site.exists("public/d/000000000-2017-00008.html"))

      try finish(file.path, in: site)
      #expect(Set(SampleSite.ids(try site.check())) == ["front-matter.missing-field", "review.missing"])

      // The comments are the lines to fill in; the registry's own examples fill them.
      let filled = try site.text(file.path).replacing("# 主题分类: ", with: "主题分类: ").replacing("# 审查: ", with: "审查: ")
      try site.write(filled, to: file.path)
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/d/000000000-2017-00008.html")
      #expect(page.contains("关于某事的通知"))
      #expect(page.contains("甲、乙"))
    }
  }

  @Test func anOrgansEntryHasItsCodeItsNameAndItsFolder() throws {
    let settings = """
      网站名称: 示例县
      网址: https://www.example.gov.cn/
      主办机构: 示例局
      索引号: {机构代码: "000014349"}
      发布机构: [{代码: xzf, 名称: 示例局}]
      行政机关: [{代码: kjj, 名称: 示例县科学技术局, 机构代码: "014416330"}, {代码: jyj, 名称: 示例县教育局}]

      """
    try SampleSite.with("-- content/jyj/catalog/2017/a.md --\n\(SampleEntry(7).text)") { site in
      try site.write(settings, to: "site.yml")
      let day = try #require(CivilDate(year: 2017, month: 6, day: 1))
      let listing = try SiteListing(source: site.folder)
      #expect(listing.nextIndexNumber(of: nil, on: day) == "000014349/2017-00001")
      #expect(listing.nextIndexNumber(of: 1, on: day) == "000000000/2017-00008", "goes on with the code in use")
      let number = try #require(listing.nextIndexNumber(of: 0, on: day))
      #expect(number == "014416330/2017-00001")
      let organ = listing.settings.organs[0]
      let file = DocumentDraft(.entry, of: organ, title: "关于某事的通知")
        .entry(indexNumber: number, publisher: listing.settings.organization, year: 2017)
      #expect(file.path == "content/kjj/catalog/2017/014416330-2017-00001.md")
      #expect(file.text.contains("\n发布机构: 示例县科学技术局\n"))
      #expect(DocumentDraft(.rule, of: organ, title: "甲").page(name: "a").path == "content/kjj/rules/a.md")
    }
  }

  @Test func theSnippetsWriteFieldsThatExist() throws {
    let files = SiteScaffold(Self.office, today: Self.today).files
    let snippets = try #require(files.first { $0.path == ".vscode/gongkai.code-snippets" })
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(snippets.text.utf8)) as? [String: [String: Any]])
    let lines = object.values.flatMap { $0["body"] as? [String] ?? [] }.filter { $0.contains(": ") }
    #expect(lines.count > 12)
    for line in lines {
      let name = String(line.prefix { $0 != ":" })
      #expect(DocumentField.table.ordinal(of: name) != nil, "\(name)")
    }
  }
}
