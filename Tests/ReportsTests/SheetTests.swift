import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Reports

/// Numbers from a file beside the report.
@Suite struct SheetTests {
  private static let years = [2016, 2019, 2022]

  private func read(_ csv: String, year: Int) -> (statistics: ReportStatistics?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let statistics = ReportStatistics.read(
      csv: Array(csv.utf8), path: "content/reports/\(year).csv", year: year, namedAt: SourceSpan(path: "r.md"),
      diagnostics: &diagnostics)
    return (statistics, diagnostics)
  }

  private func expectSame(_ statistics: ReportStatistics?, _ report: BalancedReport) throws {
    let statistics = try #require(statistics)
    for (table, rows) in report.numbers {
      for (row, cells) in rows {
        for (column, number) in cells {
          #expect(statistics[table, row, column]?.value == ReportNumber(number), "\(table) \(row) \(column)")
        }
      }
    }
  }

  @Test(arguments: years, [1, 2, 3] as [UInt64])
  func whatIsOfferedForDownloadIsReadBack(year: Int, seed: UInt64) throws {
    let report = try BalancedReport(year: year, seed: seed)
    let csv = String(decoding: try #require(report.read().statistics).csv(), as: UTF8.self)
    let (statistics, diagnostics) = read(csv, year: year)
    #expect(diagnostics.isEmpty, "\(diagnostics.first?.message.zh ?? "")")
    try expectSame(statistics, report)
  }

  @Test(arguments: years, [1, 2, 3] as [UInt64])
  func aPrintedFormIsReadWithItsMergedCells(year: Int, seed: UInt64) throws {
    let report = try BalancedReport(year: year, seed: seed)
    for text in [PrintedForm(report: report).csv, PrintedForm(report: report).tabbed] {
      let (statistics, diagnostics) = read(text, year: year)
      #expect(diagnostics.isEmpty, "\(diagnostics.first?.message.zh ?? "")")
      try expectSame(statistics, report)
    }
  }

  @Test func aFaultIsReportedAtItsCell() throws {
    let report = try BalancedReport(year: 2022, seed: 4)
    var lines = PrintedForm(report: report).csv.components(of: "\r\n")
    let row = try #require(lines.firstIndex { $0.hasPrefix("行政处罚,") })
    lines[row] = "行政处罚,3件,,"
    let text = lines.joined(separator: "\r\n")
    let found = read(text, year: 2022).diagnostics
    #expect(found.map(\.id) == ["report.number"])
    let span = try #require(found.first?.span)
    #expect(span.path == "content/reports/2022.csv")
    let place = SourceText(Array(text.utf8)).location(of: span.range.lowerBound)
    #expect(place.line == row + 1 && place.column == 6)
    #expect(found.first?.fixes.first?.replacement == "3")
  }

  @Test func relationsPointIntoTheFile() throws {
    var report = try BalancedReport(year: 2022, seed: 4)
    report.numbers["proceedings"]?["review"]?["total", default: 0] += 1
    let statistics = try #require(read(PrintedForm(report: report).csv, year: 2022).statistics)
    let found = statistics.check(previous: nil).filter { $0.severity == .error }
    #expect(found.map(\.id) == ["report.proceedings"])
    #expect(found.first?.span?.path == "content/reports/2022.csv")
  }

  @Test func rowsThatAreMissingOrForeignAreNamed() throws {
    let report = try BalancedReport(year: 2022, seed: 4)
    let csv = PrintedForm(report: report).csv
    let without = csv.components(of: "\r\n").filter { !$0.hasPrefix("行政处罚,") }.joined(separator: "\r\n")
    let missing = read(without, year: 2022).diagnostics
    #expect(missing.map(\.id) == ["report.missing-number"])
    #expect(missing.first?.message.zh.contains("行政处罚") == true)
    let misspelt = read(csv.replacing("行政处罚,", with: "行政处法,"), year: 2022).diagnostics
    #expect(Set(misspelt.map(\.id)) == ["report.missing-number", "report.unknown-name"])
    let older = PrintedForm(report: try BalancedReport(year: 2019, seed: 4)).csv
    #expect(read(older, year: 2022).diagnostics.contains { $0.id == "report.form" })
    #expect(read("", year: 2022).diagnostics.allSatisfy { $0.id == "report.missing-number" })
  }

  @Test func aFileOfAnotherYearIsRefused() throws {
    let report = try BalancedReport(year: 2021, seed: 4)
    let csv = String(decoding: try #require(report.read().statistics).csv(), as: UTF8.self)
    #expect(read(csv, year: 2022).diagnostics.contains { $0.id == "report.year" })
  }

  /// Whatever the bytes, it answers without a crash.
  @Test func damagedFilesAreReportedNotFatal() throws {
    let bytes = Array(PrintedForm(report: try BalancedReport(year: 2022, seed: 4)).csv.utf8)
    var random = SeededGenerator(seed: 9)
    var reported = 0
    for _ in 0..<100 {
      var damaged = bytes
      for _ in 0..<20 {
        let at = Int.random(in: 0..<damaged.count, using: &random)
        damaged[at] =
          [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), 0xE4, UInt8(ascii: "7")].randomElement(
            using: &random) ?? 0
      }
      var diagnostics: [Diagnostic] = []
      let statistics = ReportStatistics.read(
        csv: damaged, path: "a.csv", year: 2022, namedAt: SourceSpan(path: "r.md"), diagnostics: &diagnostics)
      if !diagnostics.isEmpty || statistics == nil { reported += 1 }
    }
    #expect(reported > 60)
  }
}

extension String {
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
