import Chronology
import Diagnostics
import Testing

@testable import Disclosure

/// The holidays that come with the product, and those a site adds.
@Suite struct PublicHolidaysTests {
  private static let builtIn: PublicHolidays = {
    var diagnostics: [Diagnostic] = []
    let holidays = PublicHolidays.builtIn(&diagnostics)
    #expect(diagnostics.isEmpty)
    return holidays
  }()

  private func settings(_ lines: String) -> (settings: SiteSettings, ids: [String]) {
    let text = "网站名称: 示例局\n网址: https://example.gov.cn/\n主办机构: 示例局\n" + lines
    var diagnostics: [Diagnostic] = []
    let settings = Array(text.utf8).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &diagnostics)
    }
    return (settings, diagnostics.map(\.id))
  }

  @Test func everyYearOfTheRegulationIsThere() {
    #expect(Self.builtIn.years.map(\.year) == Array(2008...2026))
    for year in Self.builtIn.years { #expect(!year.notices.isEmpty) }
  }

  /// 全国年节及纪念日放假办法 gives eleven days a year, thirteen since 2025; what is more is exchanged for weekends.
  /// 3 September 2015 was a day more; in 2020 the Spring Festival took two working days more.
  @Test(arguments: 2008...2026)
  func exchangedDaysBalance(_ year: Int) throws {
    let holidays = try #require(Self.builtIn.years.first { $0.year == year })
    let weekdaysOff = holidays.daysOff.count { $0.weekday <= 5 }
    let additional = [2015: 1, 2020: 2][year] ?? 0
    #expect(weekdaysOff - holidays.workedWeekends.count == (year < 2025 ? 11 : 13) + additional)
    #expect(holidays.workedWeekends.allSatisfy { $0.weekday > 5 })
    #expect(Set(holidays.workedWeekends).isDisjoint(with: holidays.daysOff))
    #expect(Set(holidays.daysOff).count == holidays.daysOff.count)
    for date in holidays.daysOff + holidays.workedWeekends {
      #expect(date.year == year || (date.year == year - 1 && date.month == 12))
    }
  }

  @Test func workingDaysAreThoseOfTheAnnouncements() throws {
    let calendar = Self.builtIn.calendar
    for (day, isWorked) in [
      ("2011-12-31", true), ("2015-09-03", false), ("2015-09-06", true), ("2019-05-02", false), ("2019-05-05", true),
      ("2020-01-31", false), ("2020-02-03", true), ("2022-12-31", false), ("2026-02-23", false), ("2026-02-28", true),
    ] {
      #expect(calendar.isWorkingDay(try #require(CivilDate(day))) == isWorked, "\(day)")
    }
  }

  @Test func countsAsDayByDay() throws {
    let calendar = Self.builtIn.calendar
    let start = try #require(CivilDate("2007-12-01"))
    var counts = [0]
    for offset in 1...7_100 {
      counts.append(counts[offset - 1] + (calendar.isWorkingDay(try #require(start.advanced(by: offset))) ? 1 : 0))
    }
    for (first, step) in [(0, 1), (13, 29), (700, 365)] {
      for last in stride(from: first, through: 7_100, by: step) {
        let (from, to) = (try #require(start.advanced(by: first)), try #require(start.advanced(by: last)))
        #expect(calendar.count(after: from, through: to) == counts[last] - counts[first])
      }
    }
  }

  @Test func aSiteAddsYearsAndReplacesThem() throws {
    let (settings, ids) = settings(
      "节假日: [{年份: 2027, 通知: 某号, 放假: [2027-01-01], 上班: [2027-01-09]}, {年份: 2008, 放假: 2008-01-01}]")
    #expect(ids.isEmpty)
    #expect(settings.holidays.years.map(\.year) == Array(2008...2027))
    #expect(settings.holidays.years.first?.daysOff.count == 1)
    #expect(settings.holidays.calendar.isWorkingDay(try #require(CivilDate("2027-01-09"))))
  }

  @Test(arguments: [
    ("{年份: 2027}", "site.missing-field"), ("{放假: 2027-01-01}", "site.missing-field"),
    ("{年份: 2027, 放假: 1月1日}", "front-matter.wrong-type"),
    ("{年份: 2027, 放假: 2027-01-03/2027-01-01}", "front-matter.wrong-type"),
    ("{年份: 2027, 放假: 2027-01-01/2029-01-01}", "front-matter.wrong-type"),
    ("{年份: 2027, 放假: 2027-01-01/2027-01-02/2027-01-03}", "front-matter.wrong-type"),
  ])
  func whatCannotBeReadIsReported(year: String, id: String) {
    let (found, ids) = settings("节假日: [\(year)]")
    #expect(ids == [id] && found.holidays == Self.builtIn)
  }

  // MARK: - Yearly reports

  @Test(arguments: [
    ("", 2017, "2018-03-31"), ("", 2018, "2019-03-31"), ("", 2019, "2020-01-31"),
    ("机关类别: 人民政府", 2019, "2020-03-31"), ("机关类别: 人民政府", 2017, "2018-03-31"),
    ("年度报告期限: 01-20", 2019, "2020-01-20"), ("年度报告期限: 02-20", 2019, "2020-01-31"),
    ("机关类别: 人民政府\n年度报告期限: 02-20", 2019, "2020-02-20"), ("年度报告期限: 01-20", 2017, "2018-03-31"),
    ("年度报告期限: 02-29\n机关类别: 人民政府", 2022, "2023-03-31"),
  ])
  func reportsAreDueByTheEditionInForce(lines: String, year: Int, due: String) {
    let (settings, ids) = settings(lines)
    #expect(ids.isEmpty && settings.reportDeadline.date(forYear: year)?.description == due)
  }

  @Test func beforeTheRegulationNothingWasDue() {
    #expect(settings("").settings.reportDeadline.date(forYear: 2006) == nil)
  }

  @Test func aGovernmentIsToldByItsName() {
    let (settings, _) = settings("行政机关: [{代码: a, 名称: 某镇人民政府}, {代码: b, 名称: 某局}, {代码: c, 名称: 某街道办事处, 机关类别: 人民政府}]")
    #expect(settings.organs.map(\.reportDeadline.organType) == [.government, .department, .government])
  }

  @Test(arguments: ["2月30日", "13-01", "02-30"])
  func aDayThatNoYearHasIsReported(day: String) {
    #expect(settings("年度报告期限: \(day)").ids == ["front-matter.wrong-type"])
  }
}
