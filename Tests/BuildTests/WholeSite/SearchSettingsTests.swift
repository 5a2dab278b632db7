import Build
import Foundation
import Testing

/// What an office decides about its search.
@Suite struct SearchSettingsTests {
  private func site(_ setting: String, _ body: (SampleSite) throws -> Void) throws {
    try SampleSite.with("-- site.yml --\n\(SampleSite.settings)\(setting)\n" + SampleEntry(1).at("2017/a.md"), body)
  }

  @Test func aSiteWithinAPortalLeavesTheSearchOut() throws {
    try site("检索: {启用: 否}") { site in
      let outcome = try site.build()
      #expect(SampleSite.ids(outcome).isEmpty)
      let tree = try site.tree()
      #expect(tree.keys.allSatisfy { !$0.hasPrefix("search/") })
      for page in ["index.html", "404.html", "sitemap.html", SampleEntry(1).page, "index.json", "sitemap.xml"] {
        #expect(!String(decoding: try #require(tree[page]), as: UTF8.self).contains("search/"))
      }
    }
  }

  @Test func synonymsReachTheIndex() throws {
    try site("检索: {同义词: [社保 = 社会保险＝社會保障, 公积金=住房公积金]}") { site in
      let outcome = try site.build()
      #expect(SampleSite.ids(outcome).isEmpty)
      let file = try site.text("public/search/synonyms.json")
      #expect(file == #"[["社保","社会保险","社会保障"],["公积金","住房公积金"]]"#)
    }
  }

  @Test func aLoneSynonymIsReportedWhereItStands() throws {
    try site("检索:\n  同义词:\n    - 社保、社会保险") { site in
      let outcome = try site.build()
      let found = try #require(outcome.diagnostics.first { $0.id == "site.lone-synonym" })
      #expect(found.span?.path == "site.yml")
      #expect(outcome.summary.errors == 1)
    }
  }
}
