import Build
import Testing

/// Each page has an address of its own, inside the site.
@Suite struct AddressTests {
  private static func page(_ path: String, slug: String? = nil, extra: String = "") -> String {
    "-- content/\(path) --\n---\n标题: 说明\n\(slug.map { "网址名: \($0)\n" } ?? "")\(extra)---\n正文。\n"
  }

  private func identifiers(_ text: String) throws -> [String] {
    try SampleSite.with(text) { site in
      let outcome = try site.build()
      #expect(site.exists("public") == (outcome.summary.errors == 0))
      return SampleSite.ids(outcome)
    }
  }

  @Test(arguments: [
    page("pages/a.md") + page("pages/more/a.md"),
    page("pages/a.md") + page("pages/b.md", slug: "a"),
    page("rules/index/index.md"),
    page("rules/a.md", slug: "index"),
    page("guide/index.md", extra: "附件: [{文件: index.html}]\n") + "-- content/guide/index.html --\n表\n",
  ])
  func twoPagesAtOneAddress(text: String) throws { #expect(try identifiers(text) == ["address.duplicate"]) }

  @Test(arguments: ["../../../escaped", "..", "a/b", "\"\"", "甲", "a.b"])
  func slugsStayInTheSite(slug: String) throws {
    try SampleSite.with(Self.page("rules/a.md", slug: slug)) { site in
      let outcome = try site.build()
      #expect(SampleSite.ids(outcome) == ["front-matter.wrong-type"])
      let files = try site.tree("").keys.filter { !$0.hasPrefix(".gongkai/") }.sorted()
      #expect(files == ["content/guide/index.md", "content/rules/a.md", "site.yml"])
    }
  }

  @Test(arguments: ["..", "../themes/ours", "."])
  func themesStayInTheirFolder(name: String) throws {
    let settings = "-- site.yml --\n\(SampleSite.settings)主题: \"\(name)\"\n"
    let assets = "-- themes/ours/assets/a.txt --\n甲\n-- assets/a.txt --\n甲\n"
    #expect(try identifiers(settings + assets) == ["theme.unknown"])
  }

  @Test(arguments: ["", "~", "# 只有注释"])
  func frontMatterWithoutFieldsIsReported(text: String) throws {
    #expect(try identifiers("-- content/pages/a.md --\n---\n\(text)\n---\n正文。\n") == ["front-matter.missing-field"])
  }

  @Test func anEmptySiteIsAnError() throws {
    #expect(try identifiers("-- content/guide/index.md (absent) --") == ["site.empty"])
  }

  @Test func aSiteWhoseOnlyDocumentIsUnreadableIsNotEmpty() throws {
    #expect(try identifiers("-- content/guide/index.md --\n没有字段。\n") == ["front-matter.missing"])
  }
}
