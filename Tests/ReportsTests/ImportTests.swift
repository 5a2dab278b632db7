import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Reports

/// Tables, dates and document numbers of plain-text reports.
@Suite struct ImportTests {
  private func statistics(_ markdown: String, year: Int) throws -> (ReportStatistics?, [Diagnostic]) {
    let front = try #require(markdown.split(separator: "\n---\n", omittingEmptySubsequences: false).first)
    let start = try #require(front.firstRange(of: "\n统计:\n"))
    return readStatistics(String(front[start.upperBound...]) + "\n", year: year)
  }

  private func source(_ tables: String, year: Int) -> String {
    "示例局\n\(year)年政府信息公开工作年度报告\n一、总体情况\n本年度工作平稳。\n二、表\n\(tables)\n五、存在的主要问题\n没有。\n"
  }

  /// Every number of a balanced report, however its tables were copied.
  @Test(arguments: [2016, 2019, 2022], [1, 2, 3, 4] as [UInt64])
  func tablesOfTheFormBecomeNumbers(year: Int, seed: UInt64) throws {
    let report = try BalancedReport(year: year, seed: seed)
    let printed = PrintedForm(report: report)
    for text in [printed.tabbed, printed.stacked] {
      let source = source(text, year: year)
      let result = ReportImporter.convert(source)
      let (read, diagnostics) = try statistics(result.markdown, year: year)
      #expect(diagnostics.isEmpty, "\(diagnostics.first?.message.zh ?? "")")
      let statistics = try #require(read)
      for (table, rows) in report.numbers {
        for (row, cells) in rows {
          for (column, number) in cells {
            #expect(statistics[table, row, column]?.value == ReportNumber(number), "\(table) \(row) \(column)")
          }
        }
      }
      #expect(result.markdown.contains("## 五、存在的主要问题"))
      #expect(!result.markdown.contains("\t"))
      expectNothingLost(source, result)
    }
  }

  @Test func aTableOfZeroesIsWrittenShort() throws {
    var report = try BalancedReport(year: 2022, seed: 1)
    report.numbers = report.numbers.mapValues { $0.mapValues { $0.mapValues { _ in 0 } } }
    let result = ReportImporter.convert(source(PrintedForm(report: report).tabbed, year: 2022))
    #expect(result.markdown.contains("  申请办理情况:\n    其余: 0\n"))
    let (statistics, diagnostics) = try statistics(result.markdown, year: 2022)
    #expect(diagnostics.isEmpty)
    #expect(statistics?["applications", "new", "total"]?.value == ReportNumber(0))
  }

  /// What was written wrongly stays as it was, for `check` to report.
  @Test func faultsInTheTablesAreKept() throws {
    let report = try BalancedReport(year: 2022, seed: 1)
    let number = report.numbers["article_20_6"]?["penalties"]?["decisions"] ?? 0
    let tables = PrintedForm(report: report).tabbed.replacing("行政处罚\t\(number)", with: "行政处罚\t无")
    let result = ReportImporter.convert(source(tables, year: 2022))
    #expect(result.markdown.contains("行政处罚: \"无\""))
    let (_, diagnostics) = try statistics(result.markdown, year: 2022)
    #expect(diagnostics.map(\.id) == ["report.number"])
  }

  @Test func rowsThatAreNotTheFormsStayInTheText() throws {
    let result = ReportImporter.convert(source("项目\t数量\n培训\t3", year: 2022))
    #expect(result.markdown.contains("项目\t数量"))
    #expect(result.notes.filter { $0.message.zh.contains("没有认出") }.map(\.line) == [6, 7])
  }

  @Test func missingRowsAreNamed() throws {
    let report = try BalancedReport(year: 2022, seed: 1)
    let tables = PrintedForm(report: report).tabbed.split(separator: "\n").filter { !$0.hasPrefix("行政处罚") }
    let result = ReportImporter.convert(source(tables.joined(separator: "\n"), year: 2022))
    #expect(result.notes.contains { $0.message.zh.contains("第二十条第（六）项") && $0.message.zh.contains("补全") })
  }

  @Test(arguments: [
    ("自2017 年 1 月 1 日起", "自2017年1月1日起"), ("２０１７年１２月３１日止", "2017年12月31日止"), ("二○一七年", "二〇一七年"),
    ("国办发[2014]32号", "国办发〔2014〕32号"), ("国办发（2014）第032号", "国办发〔2014〕32号"), ("国办发〔2014〕32号", "国办发〔2014〕32号"),
    ("（2017）年度", "（2017）年度"), ("二十一件", "二十一件"),
  ])
  func whatIsPlainIsPutRightWithANote(written: String, right: String) {
    let repair = Repair("见\(written)。")
    #expect(repair.text.contains(right))
    let notes = repair.notes(line: 3)
    #expect(notes.count == (written == right ? 0 : 1))
    #expect(notes.allSatisfy { $0.line == 3 && $0.original.allSatisfy { "见\(written)。".contains($0) } })
  }

  @Test func whatIsNotPlainIsListed() {
    let result = ReportImporter.convert("示例局\n2017年年度报告\n于201711日发布，自202020年起。\n")
    #expect(result.markdown.contains("于201711日发布，自202020年起。"))
    #expect(result.notes.filter { $0.message.zh.contains("没有改") }.map(\.line) == [3, 3])
  }

  @Test(
    arguments: [
      ("一、总体情况", 2), ("（一）组织领导", 3), ("1.加强培训", 4), ("2．会议", 4), ("1. 明确一名负责同志分管。", nil), ("3.5件", nil),
      ("2017年", nil), ("一是加强领导", nil),
    ] as [(String, Int?)])
  func numbersMakeHeadings(line: String, level: Int?) { #expect(Numbering.headingLevel(line) == level) }

  @Test func wordFilesComeAsLinesAndRows() {
    let html = """
      <h1 id="a">示例局</h1><p>2022年<strong>报告</strong> &amp; 表&#x4E00;</p>
      <table><thead><tr class="header"><th colspan="2"><p>甲</p></th><th rowspan="2">乙</th></tr></thead>
      <tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td></td><td>5</td></tr></tbody></table><p>完<br />尾</p>
      """
    #expect(HTMLText.lines(of: html) == ["示例局", "2022年报告 & 表一", "甲\t\t乙", "1\t2\t", "3\t\t5", "完", "尾"])
  }

  /// Generated reports of every kind: each character is in the result or the list.
  @Test func nothingIsEverLost() throws {
    var random = SeededGenerator(seed: 3)
    let phrases = [
      "一、概述", "（二）制度", "3.会议", "２０１７ 年 ３ 月 １ 日", "国办发(2014)32号", "202020年", "行政处罚", "总计", "5", "/", "其他\t3",
      "规章\t1\t2\t3", "申请人情况", "# 标题", "> 引文", "|甲|乙|", "　　缩进", "全年收到申请12件。", "", "二○一六年", "1.5万元", "\t", "结果维持", "*星*",
    ]
    for round in 0..<400 {
      let year = [2012, 2016, 2019, 2022].randomElement(using: &random) ?? 2016
      let lines = (0..<Int.random(in: 1...40, using: &random)).map { _ in phrases.randomElement(using: &random) ?? "" }
      var text = lines
      if round % 2 == 0 { text.insert("示例局\(year)年政府信息公开工作年度报告", at: 0) }
      if round % 4 == 0, year > 2013 {
        text.append(PrintedForm(report: try BalancedReport(year: year, seed: UInt64(round))).stacked)
      }
      let source = text.joined(separator: "\n")
      expectNothingLost(source, ReportImporter.convert(source))
    }
  }

  /// No character of the source comes more often there than in the result and the list together.
  private func expectNothingLost(_ source: String, _ result: ReportImporter.Result) {
    let kept = result.markdown + result.notes.flatMap(\.original).joined()
    var left = Dictionary(kept.unicodeScalars.map { ($0, 1) }, uniquingKeysWith: +)
    for scalar in source.unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
      left[scalar, default: 0] -= 1
    }
    let lost = left.filter { $0.value < 0 }.map { "\($0.key)" }
    #expect(lost.isEmpty, "lost \(lost) of \(source)")
  }
}
