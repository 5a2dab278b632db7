import Build
import Synchronization
import Testing

/// What `site.yml` asks of the site's own content.
@Suite struct SettingRuleTests {
  @Test func aPageIsAskedForOnceWhateverPlaceIsMeant() throws {
    let asked = Mutex<[String]>([])
    var guide = SampleSite.guide
    for link in ["gone.html", "gone.html#a", "gone.html#b", "here.html?x=1#a"] {
      guide += "\n[链接](https://www.example.org/\(link))\n"
    }
    try SampleSite.with("-- content/guide/index.md --\n\(guide)") { site in
      var options = site.options
      options.probe = { address in
        asked.withLock { $0.append(address) }
        return address.hasSuffix("gone.html") ? .unreachable(.notFound) : .reachable
      }
      let outcome = try SiteBuilder(options).check()
      #expect(outcome.diagnostics.count { $0.id == "link.unreachable" } == 3)
      let addresses = asked.withLock { $0.sorted() }
      #expect(addresses == ["https://www.example.org/gone.html", "https://www.example.org/here.html?x=1"])
    }
  }

  private func ids(_ settings: String, _ content: String = "", prefix: String) throws -> [String] {
    try SampleSite.with(content) { site in
      try site.write(SampleSite.settings + settings, to: "site.yml")
      return try site.check().diagnostics.map(\.id).filter { $0.hasPrefix(prefix) }
    }
  }

  private func entry(_ body: String) -> String {
    var entry = SampleEntry(1)
    entry.body = body
    return entry.at("a.md")
  }

  @Test(arguments: [
    ("标识码: \"3704040001\"\n备案号: 蜀ICP备15031289号-4\n公安备案号: 川公网安备 51110202000199号\n", 0),
    ("标识码: \"370404001\"\n", 1), ("标识码: 370404000A\n", 1), ("备案号: ICP15031289\n", 1), ("备案号: 京ICP证030173号\n", 0),
    ("公安备案号: 51110202000199\n", 1), ("公安备案号: 川公网安备5111020200019号\n", 1),
  ])
  func identifiersHaveTheirForm(lines: String, count: Int) throws {
    #expect(try ids(lines, prefix: "site.identifier").count == count)
  }

  @Test(arguments: [
    (
      "允许外链: [gov.cn]\n", "[国务院](https://www.gov.cn/x) <http://xinhua.example.com/> [本站](https://www.example.gov.cn/)",
      1
    ),
    ("允许外链: []\n", "[国务院](https://www.gov.cn/) [本站](https://www.example.gov.cn/a) [邮件](mailto:a@b.cn)", 1),
    (
      "允许外链: [gov.cn]\n",
      "[仿冒](https://www.gov.cn.example.com/) [仿冒](https://fakegov.cn/) [大写](HTTPS://WWW.GOV.CN:443/)", 2
    ),
    ("允许外链: [gov.cn]\n", "![图](//cdn.example.com/a.png) [借名](https://www.gov.cn@example.com/)", 2),
    ("", "[任何](https://example.com/)", 0),
  ])
  func linksLeadWhereTheyMay(setting: String, body: String, count: Int) throws {
    #expect(try ids(setting, entry(body), prefix: "link.external").count == count)
  }

  /// Samples are checked as of 2026-01-01; the entry is of 2017-05-12, the guide has no date.
  @Test(arguments: [
    ("{法定主动公开内容: 3156}", 0), ("{法定主动公开内容: 3155}", 1), ("{catalog: 30, guide: 365}", 2), ("{rules: 30}", 0),
  ])
  func columnsAreUpdatedInTime(ages: String, count: Int) throws {
    #expect(try ids("更新期限: \(ages)\n", entry("正文。"), prefix: "column.stale").count == count)
  }

  @Test(arguments: ["{法定公开: 30}", "{catalog: 很快}", "{catalog: 0}", "30"])
  func columnAgesAreDays(ages: String) throws {
    #expect(try ids("更新期限: \(ages)\n", prefix: "front-matter.wrong-type").count == (ages == "30" ? 0 : 1))
  }

  @Test(arguments: [
    ("# 一、信息分类\n\n# 二、编排体系\n\n# 三、获取方式\n", 0), ("信息分类和目录见下，可以向本机关申请。\n", 0),
    ("本指南说明怎样获取本机关的政府信息。\n", 1), ("信息分类如下，可以在本站查阅。\n", 1),
  ])
  func theGuideExplainsWhatTheLawAsks(body: String, count: Int) throws {
    let guide = "-- content/guide/index.md --\n---\n标题: 政府信息公开指南\n---\n\(body)"
    #expect(try ids("", guide, prefix: "guide.topic").count == count)
  }
}
