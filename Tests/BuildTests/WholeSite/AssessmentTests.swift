import Build
import Chronology
import Diagnostics
import Disclosure
import Foundation
import TestSupport
import Testing

/// The pages that say what was published and how fast, against a count made another way.
@Suite struct AssessmentTests {
  /// An entry as the test made it.
  private struct Made {
    let organ: String
    let department: String?
    let mode: String
    let created: CivilDate
    let published: CivilDate
  }

  private struct File: Decodable {
    let name: String
    let organ: String?
    let total: Numbers
    let organs, departments, years: [Numbers]?
    let late: [Late]
    let reports: [Report]
  }

  private struct Numbers: Decodable, Equatable {
    var code, name: String?
    var year: Int?
    var published, onApplication, withheld, limited, inTime, late: Int
    var inTimePercent, medianDays, longestDays: Int?
  }

  private struct Late: Decodable { let workingDays: Int }
  private struct Report: Decodable, Equatable { let reportYear: Int, standing: String }

  /// 120 entries of two organs and the host, spread over years, departments and modes.
  private static let made: [Made] = {
    var generator = SeededGenerator(seed: 20_170_512)
    return (0..<120).compactMap { _ in
      guard let created = CivilDate(dayNumber: 13_900 + Int.random(in: 0..<4_000, using: &generator)),
        let published = created.advanced(by: Int.random(in: 0..<45, using: &generator))
      else { return nil }
      return Made(
        organ: ["", "kjj", "jyj"].randomElement(using: &generator) ?? "",
        department: ["办公室", "科技科", nil].randomElement(using: &generator) ?? nil,
        mode: ["主动公开", "主动公开", "依申请公开", "不予公开"].randomElement(using: &generator) ?? "", created: created,
        published: published)
    }
  }()

  private static let site: String = {
    let settings = """
      -- site.yml --
      网站名称: 示例县
      网址: https://www.example.gov.cn/
      主办机构: 示例县人民政府
      发布机构: [{代码: xzf, 名称: 示例县人民政府}]
      责任科室: [{代码: kjk, 名称: 科技科}, {代码: bgs, 名称: 办公室}]
      行政机关: [{代码: kjj, 名称: 示例县科学技术局}, {代码: jyj, 名称: 示例县教育局}]
      -- content/kjj/reports/2018.md --
      ---
      标题: 2018年度报告
      年度: 2018
      发布日期: 2019-04-01
      ---
      正文。

      """
    return made.enumerated().reduce(settings) { text, item in
      let (ordinal, entry) = item
      var sample = SampleEntry(ordinal + 1)
      sample.disclosure = entry.mode
      sample.published = entry.published.description
      sample.extra = entry.department.map { "责任科室: \($0)" } ?? "关键词: 无"
      let folder = entry.organ.isEmpty ? "" : "\(entry.organ)/"
      return text + "-- content/\(folder)catalog/\(ordinal).md --\n"
        + sample.text.replacing("成文日期: 2017-05-08", with: "成文日期: \(entry.created)")
        .replacing("发布机构: 示例局", with: "发布机构: 示例县人民政府").replacing("日期: 2017-05-10", with: "日期: \(entry.created)")
    }
  }()

  /// Counts day by day, as the site does not.
  private func recount(_ entries: [Made]) throws -> Numbers {
    let calendar = try calendar()
    let first = try #require(CivilDate("2008-05-01"))
    let days = try entries.filter { $0.mode == "主动公开" && $0.created >= first }.map { entry in
      var (date, count) = (entry.created, 0)
      while date < entry.published {
        date = try #require(date.advanced(by: 1))
        if calendar.isWorkingDay(date) { count += 1 }
      }
      return count
    }
    let inTime = days.count { $0 <= 20 }
    let median = days.sorted().first { day in days.count { $0 <= day } * 2 >= days.count }
    return Numbers(
      published: entries.count { $0.mode == "主动公开" }, onApplication: entries.count { $0.mode == "依申请公开" },
      withheld: entries.count { $0.mode == "不予公开" }, limited: days.count, inTime: inTime, late: days.count - inTime,
      inTimePercent: days.isEmpty ? nil : inTime * 100 / days.count, medianDays: median, longestDays: days.max())
  }

  private func calendar() throws -> WorkingDays {
    var diagnostics: [Diagnostic] = []
    let settings = Array(SampleSite.settings.utf8).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &diagnostics)
    }
    return settings.holidays.calendar
  }

  private func read(_ site: SampleSite, _ path: String) throws -> File {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(File.self, from: Data(try site.text("public/\(path)").utf8))
  }

  private func plain(_ numbers: Numbers) -> Numbers {
    var numbers = numbers
    (numbers.code, numbers.name, numbers.year) = (nil, nil, nil)
    return numbers
  }

  @Test func numbersAreThoseOfARecount() throws {
    try SampleSite.with(Self.site) { site in
      #expect(try site.build().summary.errors == 0)
      let joint = try read(site, "assessment/assessment.json")
      #expect(try recount(Self.made) == joint.total)
      #expect(joint.departments == nil)
      let organs = try #require(joint.organs)
      #expect(organs.map(\.name) == ["示例县人民政府", "示例县科学技术局", "示例县教育局"])
      for (code, numbers) in zip(["", "kjj", "jyj"], organs) {
        let own = Self.made.filter { $0.organ == code }
        #expect(try recount(own) == plain(numbers))
        guard !code.isEmpty else { continue }
        let file = try read(site, "\(code)/assessment/assessment.json")
        #expect(file.organ == code)
        #expect(try recount(own) == file.total)
        for department in try #require(file.departments) {
          let name = department.name == "未写责任科室" ? nil : department.name
          #expect(try recount(own.filter { $0.department == name }) == plain(department))
        }
        for year in try #require(file.years) {
          let ofYear = own.filter { ($0.mode == "不予公开" ? $0.created : $0.published).year == year.year }
          #expect(try recount(ofYear) == plain(year))
        }
        #expect(file.late.count == file.total.late && file.late.first?.workingDays == file.total.longestDays)
        #expect(file.late.map(\.workingDays) == file.late.map(\.workingDays).sorted(by: >))
      }
    }
  }

  @Test func pageAndTableSayTheSame() throws {
    try SampleSite.with(Self.site) { site in
      _ = try site.build()
      let numbers = try recount(Self.made.filter { $0.organ == "kjj" })
      let cells = [
        numbers.published, numbers.onApplication, numbers.withheld, numbers.limited, numbers.inTime, numbers.late,
      ].map(String.init)
      let percent = try #require(numbers.inTimePercent)
      let (median, longest) = (try #require(numbers.medianDays), try #require(numbers.longestDays))
      let page = try site.text("public/kjj/assessment/index.html")
      let row = (cells + ["\(percent)%", "\(median)", "\(longest)"]).map { "<td>\($0)</td>" }.joined()
      #expect(page.contains("<tr><th scope=\"row\">合计</th>\(row)</tr>"))
      let rows = try site.text("public/kjj/assessment/assessment.csv").components(separatedBy: "\r\n")
      #expect(rows.contains("全部,合计," + (cells + ["\(percent)", "\(median)", "\(longest)"]).joined(separator: ",")))
      #expect(
        try site.text("public/assessment/index.html").contains("<a href=\"../kjj/assessment/index.html\">示例县科学技术局</a>"))
      #expect(try site.text("public/sitemap.html").contains("<a href=\"kjj/assessment/index.html\">"))
    }
  }

  /// The day of the build is 2026-01-01, so that the report on 2025 is not due yet.
  @Test func reportsAreLateOrMissing() throws {
    try SampleSite.with(Self.site) { site in
      _ = try site.build()
      let reports = try read(site, "kjj/assessment/assessment.json").reports
      #expect(reports.map(\.reportYear) == (2018...2024).reversed())
      #expect(reports.map(\.standing) == Array(repeating: "missing", count: 6) + ["late"])
      #expect(try read(site, "jyj/assessment/assessment.json").reports.isEmpty)
    }
  }

  @Test func nothingOfWhatIsWithheldIsToldButItsNumber() throws {
    var secret = SampleEntry(1, title: "不该出现的标题")
    secret.disclosure = "不予公开"
    secret.extra = "责任科室: 办公室"
    try SampleSite.with(secret.at("a.md") + SampleEntry(2).at("b.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/assessment/index.html")
      #expect(page.contains("<th scope=\"row\">办公室</th><td>0</td><td>0</td><td>1</td>"))
      for (path, data) in try site.tree() {
        #expect(!String(decoding: data, as: UTF8.self).contains(secret.title), "\(path)")
      }
    }
  }
}
