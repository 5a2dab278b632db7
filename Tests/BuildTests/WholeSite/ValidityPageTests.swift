import Build
import Testing

/// What readers see of a document that is no longer, or not yet, in force.
@Suite struct ValidityPageTests {
  private static let old = SampleEntry(1, title: "旧办法")

  private func pages(_ kind: String, _ extra: String = "") throws -> (old: String, new: String, list: String) {
    var new = SampleEntry(2, title: "新办法")
    new.extra = "关联: [{关系: \(kind), 文件: \(Self.old.number)}]"
    var old = Self.old
    old.extra = extra
    return try SampleSite.with(old.at("a.md") + new.at("b.md")) { site in
      #expect(try site.build().summary.errors == 0)
      return (
        try site.text("public/\(old.page)"), try site.text("public/\(new.page)"),
        try site.text("public/catalog/index.html")
      )
    }
  }

  @Test(arguments: ["废止", "替代"])
  func theOldDocumentNamesWhatCameInItsPlace(kind: String) throws {
    let (old, new, list) = try pages(kind)
    #expect(
      old.contains(
        "<strong>本件已经废止，页面保留供查阅。</strong> <span>\(kind)本件的：<a href=\"../d/000000000-2017-00002.html\">新办法</a>"))
    #expect(old.contains("<dt>有效性</dt><dd><a href=\"../catalog/validity/repealed/index.html\">废止</a></dd>"))
    #expect(
      new.contains("<span class=\"relation\">\(kind)</span><a href=\"../d/000000000-2017-00001.html\">旧办法</a>（不再有效）"))
    #expect(!new.contains("class=\"status"))
    #expect(list.contains("废止"))
  }

  @Test func aDocumentThatIsOnlyReferredToStaysInForce() throws {
    let (old, new, _) = try pages("依据")
    #expect(
      !old.contains("class=\"status")
        && old.contains("<dd><a href=\"../catalog/validity/in-force/index.html\">现行有效</a></dd>"))
    #expect(old.contains("被引为依据") && !new.contains("不再有效"))
  }

  @Test func explanationsAreLinkedBothWays() throws {
    let (old, new, _) = try pages("解读")
    #expect(old.contains("<span class=\"relation\">相关解读</span><a href=\"../d/000000000-2017-00002.html\">新办法</a>"))
    #expect(new.contains("<span class=\"relation\">解读</span><a href=\"../d/000000000-2017-00001.html\">旧办法</a>"))
  }

  @Test(arguments: [
    ("有效期至: 2025-12-31", "本件已经失效（有效期至2025年12月31日），页面保留供查阅。"),
    ("废止日期: 2026-01-01", "本件已经废止（2026年1月1日起），页面保留供查阅。"),
    ("生效日期: 2026-01-02", "本件尚未生效（2026年1月2日起施行）。"),
  ])
  func datesDecideByTheDayOfTheBuild(field: String, notice: String) throws {
    #expect(try pages("依据", field).old.contains(notice))
  }

  @Test(arguments: ["有效期至: 2026-01-01", "废止日期: 2026-01-02", "生效日期: 2026-01-01"])
  func theDayBeforeNothingIsSaid(field: String) throws {
    #expect(try !pages("依据", field).old.contains("class=\"status"))
  }
}
