import Build
import Foundation
import Testing

/// One site that serves several organs.
@Suite struct CountySiteTests {
  /// A county with two organs and a catalog entry of its own.
  static let county: String = {
    var joint = SampleEntry(1, title: "县政府文件")
    joint.published = "2017-05-11"
    var science = SampleEntry(2, title: "科技局文件")
    var laterScience = SampleEntry(4, title: "科技局后来的文件")
    laterScience.published = "2017-05-15"
    let education = SampleEntry(3, title: "教育局文件")
    return """
      -- site.yml --
      网站名称: 示例县人民政府
      网址: https://www.example.gov.cn/
      主办机构: 示例县人民政府办公室
      联系方式: {电话: 0632-0000000}
      发布机构: [{代码: xzf, 名称: 示例县人民政府, 别名: [示例局]}]
      责任科室: [{代码: bgs, 名称: 办公室}]
      行政机关:
        - {代码: kjj, 名称: 示例县科学技术局, 别名: [科技局], 联系方式: {电话: 0632-1111111}}
        - {代码: jyj, 名称: 示例县教育局}
      -- content/apply/index.md --
      ---
      标题: 依申请公开
      ---
      县政府的申请办法。
      -- content/kjj/guide/index.md --
      ---
      标题: 科技局指南
      ---
      见[制度](../rules/a.md)和[教育局的指南](/jyj/guide/index.md)。
      -- content/kjj/rules/a.md --
      ---
      标题: 科技局制度
      ---
      正文。
      -- content/kjj/reports/2017.md --
      ---
      标题: 科技局2017年度报告
      年度: 2017
      ---
      正文。
      -- content/kjj/apply/index.md --
      ---
      标题: 向科技局申请
      ---
      正文。
      -- content/kjj/apply/form.csv --
      姓名,内容
      -- content/jyj/guide/index.md --
      ---
      标题: 教育局指南
      ---
      正文。

      """ + joint.at("2017/a.md") + science.text(in: "kjj", publisher: "科技局", "2017/b.md")
        + education.text(in: "jyj", publisher: "示例县教育局", "2017/c.md")
        + laterScience.text(in: "kjj", publisher: "科技局", "2017/d.md")
  }()

  @Test func eachOrganHasItsColumnsBelowItsFolder() throws {
    try SampleSite.with(Self.county) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      for path in [
        "index.html", "guide/index.html", "catalog/index.html", "apply/index.html", "kjj/index.html",
        "kjj/guide/index.html",
        "kjj/rules/index.html", "kjj/rules/a.html", "kjj/catalog/index.html", "kjj/reports/index.html",
        "kjj/reports/2017.html", "kjj/apply/index.html", "kjj/catalog/year/2017/index.html", "jyj/index.html",
        "jyj/guide/index.html", "jyj/catalog/index.html", "jyj/rules/index.html",
      ] { #expect(site.exists("public/\(path)"), "\(path)") }
      // The host has no rules, reports or organ's application page to show.
      for path in ["rules/index.html", "reports/index.html", "jyj/apply/index.html", "kjj/search/index.html"] {
        #expect(!site.exists("public/\(path)"), "\(path)")
      }
      #expect(site.exists("public/\(SampleEntry(2).page)"))
    }
  }

  @Test func theCatalogIsJointAndEachOrgansOwn() throws {
    try SampleSite.with(Self.county) { site in
      _ = try site.build()
      let titles = ["县政府文件", "科技局文件", "科技局后来的文件", "教育局文件"]
      let listed = { (path: String) in
        let page = try site.text("public/\(path)")
        return titles.filter { page.contains(">\($0)</a>") }
      }
      #expect(try listed("catalog/index.html") == titles)
      #expect(try listed("kjj/catalog/index.html") == ["科技局文件", "科技局后来的文件"])
      #expect(try listed("kjj/catalog/year/2017/index.html") == ["科技局文件", "科技局后来的文件"])
      #expect(try listed("jyj/catalog/index.html") == ["教育局文件"])
      #expect(try listed("catalog/year/2017/index.html") == titles)
      let joint = try site.text("public/catalog/index.html")
      #expect(joint.contains("<a href=\"../kjj/catalog/index.html\">示例县科学技术局（2）</a>"))
      let home = try site.text("public/index.html")
      #expect(home.contains("<a href=\"kjj/index.html\">示例县科学技术局</a>（2 条）"))
    }
  }

  @Test func pagesLeadThroughTheirOrgan() throws {
    try SampleSite.with(Self.county) { site in
      _ = try site.build()
      let entry = try site.text("public/\(SampleEntry(2).page)")
      let link = /<li><a href="([^"]+)"[^>]*>(?:<span[^>]*>[^<]+<\/span>)?[^<]+<\/a><\/li>/
      let navigation = entry.matches(of: link).map { String($0.1) }
      #expect(
        navigation.starts(with: [
          "../kjj/guide/index.html", "../kjj/rules/index.html", "../kjj/catalog/index.html",
          "../kjj/reports/index.html",
          "../kjj/apply/index.html", "../index.html", "../kjj/index.html", "../kjj/catalog/index.html",
        ]), "\(navigation)")
      #expect(entry.contains("0632-1111111") && !entry.contains("0632-0000000"))
      // The organ's other entry is the newer one, not the one in between.
      #expect(entry.contains("较新一条：科技局后来的文件") && !entry.contains("较早一条"))
      let root = try site.text("public/\(SampleEntry(1).page)")
      #expect(root.contains("../guide/index.html") && !root.contains("kjj/guide") && root.contains("0632-0000000"))
      let guide = try site.text("public/kjj/guide/index.html")
      #expect(guide.contains("<a href=\"../../kjj/rules/a.html\">制度</a>"))
      #expect(guide.contains("<a href=\"../../jyj/guide/index.html\">教育局的指南</a>"))
      #expect(guide.contains("<title>科技局指南 - 示例县科学技术局 - 示例县人民政府</title>"))
    }
  }

  @Test func dataNameTheOrgan() throws {
    try SampleSite.with(Self.county) { site in
      _ = try site.build()
      let json = try site.text("public/data/catalog.json")
      #expect(json.contains("\"title\":\"科技局文件\",\"organ\":\"kjj\""))
      #expect(json.contains("\"title\":\"县政府文件\",\"index_number\""))
      let rows = try site.text("public/data/catalog.csv").components(separatedBy: "\r\n")
      #expect(rows[0].hasSuffix(",行政机关,网址"))
      #expect(rows.contains { $0.hasPrefix("科技局文件,") && $0.contains(",示例县科学技术局,https://") })
      let index = try site.text("public/index.json")
      #expect(index.contains("\"code\":\"kjj\",\"name\":\"示例县科学技术局\",\"url\":\"kjj/index.html\""))
      #expect(
        try site.text("public/sitemap.xml").contains("<loc>https://www.example.gov.cn/kjj/guide/index.html</loc>"))
    }
  }

  @Test func searchFiltersByOrgan() throws {
    try SampleSite.with(Self.county) { site in
      _ = try site.build()
      let facets = try site.text("public/search/facets.json")
      #expect(facets.contains(#""organ":[["示例县教育局",2],["示例县科学技术局",6]]"#))
      // Entries, rules, reports and guides of each organ; the county's own belong to none.
      let block = try site.text("public/search/x/organ-0.json")
      #expect(block.hasPrefix(#"{"v":["示例县教育局","示例县科学技术局"],"#))
    }
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      _ = try site.build()
      #expect(try !site.text("public/search/facets.json").contains("organ"))
    }
  }

  @Test(arguments: [
    ("content/kij/rules/a.md", "kjj"), ("content/kjj/rule/a.md", "rules"), ("content/rulse/a.md", "rules"),
  ])
  func aWrongFolderSuggestsTheNearest(path: String, nearest: String) throws {
    try SampleSite.with(Self.county + "-- \(path) --\n---\n标题: 制度\n---\n正文。\n") { site in
      let found = try site.check().diagnostics.filter { $0.severity == .error }
      #expect(found.map(\.id) == ["source.unknown-folder"])
      #expect(found.first?.fixes.first?.message.zh.contains("“\(nearest)”") == true)
    }
  }

  @Test func organsHaveNoPlainPages() throws {
    try SampleSite.with(Self.county + "-- content/kjj/pages/a.md --\n---\n标题: 说明\n---\n正文。\n") { site in
      let found = try site.check().diagnostics.filter { $0.severity == .error }
      #expect(found.map(\.id) == ["source.unknown-folder"])
    }
  }

  @Test(arguments: ["kjj", "Kjj", "k/j", "guide", "assets", "xzf"])
  func codesMustServeAsFolders(code: String) throws {
    let settings = """
      -- site.yml --
      网站名称: 示例县
      网址: https://www.example.gov.cn/
      主办机构: 示例县人民政府
      发布机构: [{代码: xzf, 名称: 示例县人民政府}]
      行政机关: [{代码: kjj, 名称: 科技局}, {代码: "\(code)", 名称: 另一个局}]

      """
    try SampleSite.with(settings) { site in
      let outcome = try site.check()
      #expect(SampleSite.ids(outcome) == ["site.invalid-organ"])
    }
  }

  @Test func emptyColumnsAreReportedForEachOrgan() throws {
    try SampleSite.with(Self.county) { site in
      let empty = try site.check().diagnostics.filter { $0.id == "column.empty" }.compactMap(\.span?.path)
      // The host has documents of its own, so its columns count as well; 科技局 has all four.
      #expect(empty == ["content/jyj/reports", "content/jyj/rules", "content/reports", "content/rules"])
    }
  }

  @Test func aHostWithoutDocumentsOfItsOwnHasNoColumns() throws {
    let text = Self.county + "-- content/guide/index.md (absent) --\n"
    try SampleSite.with(text) { site in
      try site.remove("content/apply")
      try site.remove("content/catalog")
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      let empty = outcome.diagnostics.filter { $0.id == "column.empty" }.compactMap(\.span?.path)
      #expect(empty == ["content/jyj/reports", "content/jyj/rules"])
      #expect(!site.exists("public/guide/index.html") && site.exists("public/catalog/index.html"))
    }
  }

  @Test func guidesAreJudgedOrganByOrgan() throws {
    let complete = "{机构: 办公室, 地址: 示例路1号, 办公时间: 工作日, 电话: '1', 传真: '2', 电子邮箱: a@example.gov.cn}"
    try SampleSite.with(Self.county) { site in
      try site.write("---\n标题: 科技局指南\n联系方式: \(complete)\n---\n正文。\n", to: "content/kjj/guide/index.md")
      let guides = try site.check().diagnostics.filter { $0.id == "guide.contact-missing" }.compactMap(\.span?.path)
      #expect(guides == ["content/guide/index.md", "content/jyj/guide/index.md"])
    }
  }

  @Test(arguments: [("kjj", "kjj", true), ("kjj", "jyj", false)])
  func applicationsAreCarriedOverWithinAnOrgan(first: String, second: String, isReported: Bool) throws {
    let reports = try DiagnosticPage(id: "report.carry-over").wrong
      .replacing("content/reports/2021.md", with: "content/\(first)/reports/2021.md")
      .replacing("content/reports/2022.md", with: "content/\(second)/reports/2022.md")
    try SampleSite.with(Self.county + reports) { site in
      let found = try site.check().diagnostics.map(\.id)
      #expect(found.contains("report.carry-over") == isReported)
      #expect(!found.contains("site.invalid-organ"))
    }
  }

  @Test func numbersLieBesideTheReport() throws {
    let reports = try DiagnosticPage(id: "report.carry-over").right
      .replacing("content/reports/", with: "content/jyj/reports/")
    try SampleSite.with(Self.county + reports) { site in
      #expect(try site.build().summary.errors == 0)
      #expect(site.exists("public/jyj/reports/2021.csv") && site.exists("public/jyj/reports/2021.json"))
      let page = try site.text("public/jyj/reports/2021.html")
      #expect(page.contains("href=\"../../jyj/reports/2021.csv\""))
    }
  }
}

extension SampleEntry {
  /// As a file of an organ's part of a sample site.
  func text(in organ: String, publisher: String, _ path: String) -> String {
    "-- content/\(organ)/catalog/\(path) --\n" + text.replacing("发布机构: 示例局", with: "发布机构: \(publisher)")
  }
}
