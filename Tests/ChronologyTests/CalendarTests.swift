import Foundation
import Testing

@testable import Chronology

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

@Suite struct CivilDateTests {
  @Test func isWrittenAsOfficialDocumentsPrintIt() throws {
    #expect(CivilDate("2017-05-08")?.chinese == "2017年5月8日")
    #expect(CivilDate("9999-12-31")?.chinese == "9999年12月31日")
    #expect(CivilDate("0907-10-01")?.chinese == "907年10月1日")
  }

  @Test(arguments: ["2017-05-08", "2016-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsDates(text: String) {
    #expect(CivilDate(text)?.description == text)
  }

  @Test(arguments: [
    "2017-02-29", "1900-02-29", "2017-13-01", "2017-00-10", "2017-04-31", "0000-01-01", "2017-5-8", "2017/05/08",
    "2017-05-08 ", "２０１７-05-08", "201711日", "",
  ])
  func refusesOtherTexts(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func agreesWithTheSystemCalendarOnEveryDay() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -30_000, through: 40_000, by: 7) {
      let date = try #require(CivilDate(dayNumber: number))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
      #expect(date.weekday % 7 + 1 == parts.weekday)
      #expect(date.dayNumber == number)
    }
  }

  @Test func countsEveryDayOnce() throws {
    var date = try day("1896-12-31")
    while date < (try day("1904-03-02")) {
      let next = try #require(date.advanced(by: 1))
      #expect(date < next && next.dayNumber == date.dayNumber + 1 && next.weekday == date.weekday % 7 + 1)
      date = next
    }
    #expect(CivilDate(dayNumber: 2_932_897) == nil)
    #expect(CivilDate(dayNumber: -719_163) == nil)
    #expect(date.advanced(by: .max) == nil)
    #expect(date.advanced(by: .min) == nil)
  }
}

@Suite struct WorkingDaysTests {
  /// National Day of 2017: 1 to 8 October off, 30 September (a Saturday) worked.
  private static let calendar = WorkingDays(
    holidays: Set((1...8).compactMap { CivilDate(year: 2017, month: 10, day: $0) }),
    workedWeekends: Set([CivilDate(year: 2017, month: 9, day: 30)].compactMap { $0 }))

  @Test(arguments: [
    ("2017-09-29", "2017-09-30", 1), ("2017-09-30", "2017-10-08", 0), ("2017-09-29", "2017-10-09", 2),
    ("2017-05-08", "2017-05-12", 4), ("2017-05-12", "2017-05-15", 1), ("2017-05-12", "2017-05-12", 0),
    ("2017-05-12", "2017-05-01", 0), ("2017-05-13", "2017-05-14", 0),
  ])
  func counts(start: String, end: String, expected: Int) throws {
    #expect(Self.calendar.count(after: try day(start), through: try day(end)) == expected)
  }

  @Test func countsAsDayByDay() throws {
    let start = try day("2017-08-01")
    var expected = 0
    for offset in 1...200 {
      let end = try #require(start.advanced(by: offset))
      expected += Self.calendar.isWorkingDay(end) ? 1 : 0
      #expect(Self.calendar.count(after: start, through: end) == expected)
    }
  }

  @Test func findsTheLastDayOfALimit() throws {
    let start = try day("2017-09-15")
    for days in 1...60 {
      let end = try #require(Self.calendar.deadline(days, after: start))
      #expect(Self.calendar.count(after: start, through: end) == days)
      #expect(Self.calendar.isWorkingDay(end))
    }
    #expect(Self.calendar.deadline(0, after: start) == start)
    #expect(Self.calendar.deadline(20, after: try day("9999-12-20")) == nil)
    #expect(Self.calendar.covers(start))
    #expect(!Self.calendar.covers(try day("2018-01-01")))
  }
}
