import Foundation
import Testing

/// The pages that follow from the whole site, and what surrounds every page.
@Suite struct ServicePageTests {
  private let old: SampleEntry = {
    var entry = SampleEntry(1, title: "旧办法")
    entry.published = "2017-05-20"
    entry.validity = "废止"
    entry.extra = "废止日期: 2019-03-01"
    return entry
  }()

  private let new: SampleEntry = {
    var entry = SampleEntry(2, title: "新办法")
    entry.published = "2019-02-01"
    entry.extra = """
      关联: [{关系: 废止, 文件: 000000000/2017-00001}]
      更新记录: [{日期: 2019-02-10, 说明: 更正第三条的错字}]
      """
    return entry
  }()

  @Test func updatesListWhatHappenedLatestFirst() throws {
    try SampleSite.with(old.at("old.md") + new.at("new.md")) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      let page = try site.text("public/updates.html")
      let order = ["2019-03-01", "2019-02-10", "2019-02-01", "2017-05-20"].map {
        page.range(of: "\"\($0)\"")?.lowerBound
      }
      #expect(!order.contains(nil))
      #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
      #expect(page.contains("更正第三条的错字"))
      #expect(try site.text("public/\(new.page)").contains("更正第三条的错字"))
    }
  }

  @Test func repealedDocumentsKeepTheirPages() throws {
    try SampleSite.with(old.at("old.md") + new.at("new.md")) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      let list = try site.text("public/repealed/index.html")
      #expect(list.contains("旧办法"))
      #expect(list.contains("<a href=\"../\(new.page)\">新办法</a>"))
      #expect(try site.text("public/\(old.page)").contains("本件已经废止（2019年3月1日起）"))
    }
  }

  @Test func withheldDocumentsLeaveNoTraceInTheLog() throws {
    var secret = old
    secret.title = "不该出现的标题"
    secret.disclosure = "不予公开"
    secret.extra += "\n更新记录: [{日期: 2019-02-10, 说明: 不该出现的说明}]"
    try SampleSite.with(secret.at("secret.md")) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      for (path, bytes) in try site.tree() {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("不该出现"), "\(path)")
      }
    }
  }

  @Test func attachmentsShowTheirChecksum() throws {
    let entry = SampleEntry(3)
    try SampleSite.with(entry.at("a/index.md") + "-- content/catalog/a/form.txt --\nabc\n") { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      // Of “abc” and a line feed, by sha256sum.
      let sum = "edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb"
      #expect(try site.text("public/\(entry.page)").contains(sum))
    }
  }

  @Test func thePortalsMarkupSurroundsEveryPage() throws {
    let settings = SampleSite.settings + "页眉文件: portal/header.html\n页脚文件: portal/footer.html\n"
    try SampleSite.with(
      "-- site.yml --\n\(settings)-- portal/header.html --\n<p>门户的页眉</p>\n-- portal/footer.html --\n<p>门户的页脚</p>\n"
        + old.at("old.md")
    ) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      for (path, bytes) in try site.tree() where path.hasSuffix(".html") {
        let page = String(decoding: bytes, as: UTF8.self)
        let header = try #require(page.range(of: "<p>门户的页眉</p>"))
        let footer = try #require(page.range(of: "<p>门户的页脚</p>"))
        #expect(header.upperBound < footer.lowerBound, "\(path)")
      }
    }
  }

  @Test(arguments: ["/etc/hostname", "../header.html", "portal"])
  func thePortalsMarkupComesFromTheSitesFolder(_ path: String) throws {
    let settings = SampleSite.settings + "页眉文件: \(path)\n"
    try SampleSite.with("-- site.yml --\n\(settings)-- portal/header.html --\n<p>页眉</p>\n") { site in
      let outcome = try site.check()
      #expect(SampleSite.ids(outcome) == ["portal.missing-file"])
    }
  }

  @Test func holidaysAreDataWithTheSitesOwnYears() throws {
    struct Holidays: Decodable {
      struct Year: Decodable {
        let year: Int
        let notices, days_off, worked_weekends: [String]
      }
      let years: [Year]
    }
    let own = "节假日: [{年份: 2031, 通知: 某通知, 放假: [2031-01-01/2031-01-03], 上班: [2031-01-04]}]\n"
    try SampleSite.with(SampleEntry(1).at("a.md")) { site in
      try site.write(SampleSite.settings + own, to: "site.yml")
      #expect(try site.build().summary.errors == 0)
      let file = try site.text("public/data/holidays.json")
      let years = try JSONDecoder().decode(Holidays.self, from: Data(file.utf8)).years
      #expect(years.map(\.year) == years.map(\.year).sorted() && years.first?.year == 2008)
      let last = try #require(years.last)
      #expect(last.year == 2031 && last.notices == ["某通知"] && last.worked_weekends == ["2031-01-04"])
      #expect(last.days_off == ["2031-01-01", "2031-01-02", "2031-01-03"])
    }
  }
}
