import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Reports

@Suite struct ReadingTests {
  /// Everything zero, which is a complete report.
  private let empty = "其余: 0\n"

  private func ids(_ yaml: String, year: Int = 2021) -> [String] {
    readStatistics(yaml, year: year).diagnostics.map(\.id)
  }

  @Test func zeroesStandForWhatIsLeftOut() throws {
    let yaml = """
      第二十条第(一)项:
        规章: {本年制发件数: 0, 其余: 0}
        其余: 0
      applications:
        本年新收: {自然人: 2, total: 2, 其余: 0}
        予以公开: [2, 0, 0, 0, 0, 0, 2]
        r7: [2, 0, 0, 0, 0, 0, 2]
        其余: 0
      其余: 0
      """
    let (statistics, diagnostics) = readStatistics(yaml, year: 2021)
    #expect(diagnostics.isEmpty)
    let report = try #require(statistics)
    #expect(report.check(previous: nil).allSatisfy { $0.severity == .note })
    #expect(report["applications", "new", "natural"]?.value == ReportNumber(2))
    #expect(report["applications", "new", "natural"]?.isWritten == true)
    #expect(report["applications", "r3_1", "law"]?.isWritten == false)
    #expect(report["proceedings", "review", "total"]?.value == ReportNumber(0))
  }

  @Test func everyNumberKeepsItsPlace() throws {
    let yaml = "行政复议、行政诉讼情况:\n  行政复议: {结果维持: 41, 总计: 41, 其余: 0}\n  其余: 0\n其余: 0\n"
    let cell = try #require(readStatistics(yaml, year: 2022).statistics?["proceedings", "review", "upheld"])
    let bytes = Array(yaml.utf8)[cell.span.range.lowerBound..<cell.span.range.upperBound]
    #expect(String(decoding: bytes, as: UTF8.self) == "41")
  }

  @Test(arguments: [
    ("", "0"), ("/", "0"), ("无", "0"), ("—", "0"), ("１２", "12"), ("\"1,234\"", "1234"), ("3件", "3"), ("3.5", nil),
    ("-4", nil), ("减4", nil), ("若干", nil), ("[1, 2]", nil), ("1e3", nil), ("99999999999999999999", nil),
  ])
  func whatIsNoNumberIsReportedWithAWayOut(written: String, replacement: String?) throws {
    let yaml = "第二十条第（五）项:\n  行政许可: {本年处理决定数量: \(written)}\n其余: 0\n"
    let diagnostics = readStatistics(yaml, year: 2021).diagnostics
    #expect(diagnostics.map(\.id) == ["report.number"])
    let fix = try #require(diagnostics.first?.fixes.first)
    #expect(fix.replacement == (written.isEmpty ? nil : replacement))
    if let replacement { #expect(fix.message.zh.contains(replacement)) }
    #expect(diagnostics.first?.message.zh.contains("行政许可") == true)
  }

  @Test(arguments: [("25.1", "25.1"), ("0", "0"), ("0.000001", "0.000001"), ("12.50", "12.5")])
  func feesMayHaveAFraction(written: String, value: String) throws {
    let (statistics, diagnostics) = readStatistics("第二十条第（八）项:\n  行政事业性收费: \(written)\n其余: 0\n", year: 2021)
    #expect(diagnostics.isEmpty)
    #expect(statistics?["article_20_8", "fees", "fees"]?.value.description == value)
  }

  @Test func yuanAreTurnedIntoTheUnitOfTheForm() throws {
    let diagnostics = readStatistics("第二十条第（八）项:\n  行政事业性收费: 251000元\n其余: 0\n", year: 2021).diagnostics
    #expect(diagnostics.first?.fixes.first?.replacement == "25.1")
  }

  @Test(arguments: [("-4", nil), ("+4", nil), ("减4", "-4"), ("增加2", "2")] as [(String, String?)])
  func changesMayBeNegative(written: String, replacement: String?) throws {
    let yaml = "第二十条第（五）项:\n  行政许可: {本年增/减: \(written), 其余: 0}\n  其余: 0\n其余: 0\n"
    let diagnostics = readStatistics(yaml, year: 2019).diagnostics
    #expect(diagnostics.isEmpty == (replacement == nil))
    #expect(diagnostics.first?.fixes.first?.replacement == replacement)
  }

  @Test func whatIsMissingIsNamed() throws {
    #expect(ids("{}") == ["report.missing-number"])
    let table = readStatistics("行政复议、行政诉讼情况:\n  行政复议: [0, 0, 0, 0, 0]\n其余: 0\n", year: 2021).diagnostics
    #expect(table.map(\.id) == ["report.missing-number"])
    #expect(table.first?.message.zh.contains("复议后起诉") == true)
    let row = readStatistics("proceedings:\n  review: {upheld: 0}\n  rest: 0\nrest: 0\n", year: 2021).diagnostics
    #expect(row.map(\.id) == ["report.missing-number"])
    #expect(ids("proceedings:\n  review: [1, 2]\n  其余: 0\n其余: 0\n") == ["report.missing-number"])
    #expect(ids("其余: 1\n") == ["report.number"])
  }

  @Test func whatTheFormDoesNotHaveIsReported() throws {
    let unknown = readStatistics("proceedings:\n  行政复仪: [0, 0, 0, 0, 0]\n  其余: 0\n其余: 0\n", year: 2021).diagnostics
    #expect(unknown.map(\.id) == ["report.unknown-name"])
    #expect(unknown.first?.fixes.first?.replacement == "行政复议")
    let twice = "proceedings:\n  行政复议: [0, 0, 0, 0, 0]\n  review: [0, 0, 0, 0, 0]\n  其余: 0\n其余: 0\n"
    #expect(ids(twice) == ["report.duplicate-name"])
    #expect(ids("第二十条第（五）项: 3\n其余: 0\n") == ["front-matter.wrong-type"])
  }

  @Test(arguments: [
    ("第二十条第（九）项:\n  政府集中采购: [1, 2]\n", 2022, "2019—2020"),
    ("第二十条第（一）项:\n  规范性文件: [0, 0, 0]\n  规章: [0, 0, 0]\n", 2022, "2019—2020"),
    ("第二十条第（五）项:\n  行政许可: {上一年项目数量: 1}\n", 2022, "2019—2020"),
    ("第二十条第（八）项:\n  行政事业性收费: {本年收费金额（单位：万元）: 1}\n  其余: 0\n", 2019, "2021 年度起"),
  ])
  func theFormOfOtherYearsIsRecognised(yaml: String, year: Int, years: String) throws {
    let diagnostics = readStatistics(yaml + "其余: 0\n", year: year).diagnostics
    #expect(diagnostics.map(\.id) == ["report.form"])
    #expect(diagnostics.first?.message.zh.contains(years) == true)
  }

  @Test func yearsWithoutTablesRefuseThem() {
    #expect(ids(empty, year: 2012) == ["report.form"])
    #expect(ids(empty, year: 2007) == ["report.form"])
  }

  @Test func headingsTakeNoNumber() {
    #expect(ids("统计表:\n  一、主动公开情况: 3\n  其余: 0\n", year: 2016) == ["report.number"])
  }

  /// Whatever is thrown at it, it answers without a crash.
  @Test func damagedInputIsReportedNotFatal() throws {
    let report = try BalancedReport(year: 2021, seed: 11)
    let bytes = Array(report.yaml.utf8)
    var random = SeededGenerator(seed: 5)
    var reported = 0
    for _ in 0..<400 {
      var damaged = bytes
      let at = Int.random(in: 0..<bytes.count, using: &random)
      damaged.remove(at: at)
      let noise = ["[", "{", ":", "-", "\n", "统", "9"].randomElement(using: &random) ?? "["
      damaged.insert(contentsOf: noise.utf8, at: at)
      let result = readStatistics(String(decoding: damaged, as: UTF8.self), year: 2021)
      let found = result.diagnostics + (result.statistics?.check(previous: nil).filter { $0.severity == .error } ?? [])
      if !found.isEmpty { reported += 1 }
      _ = result.statistics?.csv()
    }
    #expect(reported > 300)
  }
}
