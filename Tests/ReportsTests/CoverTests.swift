import Chronology
import Diagnostics
import Testing
import YAML

@testable import Reports

@Suite struct CoverTests {
  private let span = SourceSpan(path: "content/reports/2021.md")

  private func cover(
    _ year: Int, _ title: String, _ period: (String, String)? = nil, file: Int? = nil
  ) -> [String] {
    let days = period.flatMap { first, last in
      CivilDate(first).flatMap { start in
        CivilDate(last).map { ReportCover.Period(from: start, to: $0, at: span) }
      }
    }
    let cover = ReportCover(
      year: Located(year, span), title: Located(title, span), period: days, fileYear: file)
    return cover.check().map(\.id)
  }

  @Test func aSoundReportIsSilent() {
    #expect(cover(2021, "某局2021年政府信息公开工作年度报告", ("2021-01-01", "2021-12-31"), file: 2021).isEmpty)
    #expect(cover(2021, "政府信息公开工作年度报告").isEmpty)
    #expect(cover(2021, "某局2021年度报告（2022年1月公布）").isEmpty)
  }

  @Test func yearsThatDifferAreReported() {
    #expect(cover(2021, "某局2020年政府信息公开工作年度报告") == ["report.year"])
    #expect(cover(2021, "年度报告", file: 2020) == ["report.year"])
    #expect(cover(2021, "某局202020年年度报告").isEmpty)
  }

  @Test(arguments: [("2021-01-01", "2021-12-30"), ("2020-01-01", "2020-12-31"), ("2021-12-31", "2021-01-01")])
  func thePeriodIsTheWholeYear(first: String, last: String) {
    #expect(cover(2021, "年度报告", (first, last)) == ["report.period"])
  }

  @Test(arguments: [
    ("自202020年起", "202020年"), ("于201711日发布", "201711日"), ("2017年13月", "13月"), ("2017年2月32日", "32日"),
    ("2017年0月", "0月"), ("自2017年1月1日起，60日内，18个月，3年，100日攻坚，2017 年", ""), ("二〇一七年，277300；电话7711925", ""),
  ])
  func malformedDatesAreFound(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let found = bytes.withUnsafeBufferPointer { MalformedDates.check($0, offset: 100, path: "a.md") }
    let written = found.compactMap { diagnostic -> String? in
      guard let range = diagnostic.span?.range.shifted(by: -100) else { return nil }
      return String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
    }
    #expect(written == (expected.isEmpty ? [] : [expected]))
  }
}
