import Chronology
import Diagnostics
import Testing

@testable import Rules

@Suite struct ReportDeadlineTests {
  private func check(_ reports: [String: [String: String]], on day: String? = nil) throws -> [Diagnostic] {
    var files = Example.fullSite
    files["content/reports/2016.md"] = nil
    for (year, fields) in reports {
      files["content/reports/\(year).md"] = Example.page("\(year)年度报告", fields.merging(["年度": year]) { $1 })
    }
    return try Example.check(files, today: day.flatMap { CivilDate($0) })
  }

  @Test(arguments: [
    // Under the edition of 2008 by 31 March; departments by 31 January since.
    ("2017", "2018-03-31", false), ("2017", "2018-04-01", true), ("2019", "2020-01-31", false),
    ("2019", "2020-02-01", true), ("2018", "2019-03-31", false),
  ])
  func reportsAreInTime(year: String, published: String, isLate: Bool) throws {
    let found = try check([year: ["发布日期": published]])
    #expect(found.map(\.id) == (isLate ? ["report.late"] : []))
    if isLate { #expect(found.first?.message.zh.contains("第四十九条") == (year == "2019")) }
  }

  @Test func aReportWithoutADateCannotBeJudged() throws {
    #expect(try check(["2017": [:]]).map(\.id) == ["report.undated"])
  }

  @Test(arguments: [
    ("2020-01-31", []), ("2020-02-01", ["没有 2019 年度"]), ("2021-01-31", ["没有 2019 年度"]),
    ("2021-02-01", ["没有 2019、2020 年度"]),
  ])
  func missingReportsAreJudgedByTheDay(day: String, expected: [String]) throws {
    let reports = ["2017": ["发布日期": "2018-03-01"], "2018": ["发布日期": "2019-03-01"]]
    let found = try check(reports, on: day).filter { $0.id == "report.late" }
    #expect(found.map { String($0.message.zh.prefix { $0 != "的" }) } == expected)
    #expect(try check(reports).isEmpty)
  }

  @Test func aGapIsMissingToo() throws {
    let reports = ["2017": ["发布日期": "2018-03-01"], "2019": ["发布日期": "2020-01-03"]]
    let found = try check(reports, on: "2020-03-01")
    #expect(found.map(\.id) == ["report.late"] && found.first?.span?.path == "content/reports")
  }
}
