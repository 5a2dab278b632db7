import Diagnostics
import Foundation
import FoundationXML
import Testing

@testable import Reports

@Suite struct OutputTests {
  private static let years = [2016, 2019, 2022]

  private func report(_ year: Int) throws -> (balanced: BalancedReport, statistics: ReportStatistics) {
    let balanced = try BalancedReport(year: year, seed: 9)
    return (balanced, try #require(balanced.read().statistics))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Laid out on a grid, merged cells fill every table without a gap or an overlap.
  @Test(arguments: years)
  func mergedCellsFillTheGrid(year: Int) throws {
    let html = text(try report(year).statistics.allTables)
    for table in html.components(separatedBy: "<table").dropFirst() {
      var filled: [[Bool]] = []
      let rows = table.components(separatedBy: "<tr>").dropFirst()
      for (y, row) in rows.enumerated() {
        var x = 0
        for cell in row.components(separatedBy: "<t").dropFirst() where cell.hasPrefix("d ") || cell.hasPrefix("h ") {
          let (width, height) = (number("colspan", cell), number("rowspan", cell))
          while filled.count < y + height { filled.append([]) }
          while x < filled[y].count, filled[y][x] { x += 1 }
          for line in y..<y + height {
            while filled[line].count < x + width { filled[line].append(false) }
            for column in x..<x + width {
              #expect(!filled[line][column])
              filled[line][column] = true
            }
          }
        }
      }
      #expect(filled.count == rows.count)
      #expect(Set(filled.map(\.count)).count == 1)
      #expect(filled.allSatisfy { $0.allSatisfy { $0 } })
    }
  }

  private func number(_ attribute: String, _ tag: String) -> Int {
    let start = tag.prefix { $0 != ">" }
    guard let found = start.range(of: "\(attribute)=\"") else { return 1 }
    return Int(start[found.upperBound...].prefix { $0.isNumber }) ?? 1
  }

  /// Every cell is named by heads that exist, identifiers are unique, every number stands once and in its order.
  @Test(arguments: years)
  func cellsAreNamedByTheirHeads(year: Int) throws {
    let (balanced, statistics) = try report(year)
    let html = text(statistics.allTables)
    let ids = values(of: "id", in: html)
    #expect(Set(ids).count == ids.count)
    for headers in values(of: "headers", in: html) {
      #expect(headers.split(separator: " ").allSatisfy { ids.contains(String($0)) })
    }
    let printed = html.components(separatedBy: "class=\"number\"").dropFirst().map { cell in
      String(cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
    let expected = balanced.form.tables.flatMap { table in
      table.rows.flatMap { row in
        table.columns.map { column in balanced.numbers[table.key]?[row.key]?[column.key].map { String($0) } ?? "" }
      }
    }
    #expect(printed == expected)
    #expect(!html.contains("style="))
  }

  private func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func everyTableIsAScrollableRegion() throws {
    let html = text(try report(2022).statistics.allTables)
    #expect(values(of: "role", in: html).filter { $0 == "region" }.count == 3)
    #expect(values(of: "tabindex", in: html).count == 3)
    #expect(values(of: "aria-label", in: html).allSatisfy { !$0.isEmpty })
  }

  @Test func tablesBelongToTheirPartOfTheReport() throws {
    let statistics = try report(2022).statistics
    let parts = (1...6).map { statistics.tablesHTML(section: $0) }
    #expect(parts.map(\.isEmpty) == [true, false, false, false, true, true])
    #expect(Array(parts.joined()) == statistics.allTables)
    let annex = try report(2016).statistics
    #expect(annex.tablesHTML(section: nil) == annex.allTables)
  }

  @Test(arguments: years)
  func jsonHoldsTheNumbers(year: Int) throws {
    let (balanced, statistics) = try report(year)
    let data = try JSONDecoder().decode(Exchange.self, from: Data(statistics.json()))
    #expect(data.year == year)
    #expect(data.form == balanced.form.id)
    #expect(data.tables == balanced.numbers)
  }

  private struct Exchange: Decodable {
    let year: Int
    let form: String
    let tables: [String: [String: [String: Int]]]
  }

  @Test(arguments: years)
  func csvHoldsALineForEveryNumber(year: Int) throws {
    let (balanced, statistics) = try report(year)
    let bytes = statistics.csv()
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = text(bytes).components(separatedBy: "\r\n").dropFirst().dropLast()
    let count = balanced.numbers.values.flatMap(\.values).reduce(0) { $0 + $1.count }
    #expect(lines.count == count)
    let sum = balanced.numbers.values.flatMap(\.values).flatMap(\.values).reduce(0, +)
    #expect(lines.reduce(0) { $0 + (Int($1.split(separator: ",").last ?? "") ?? 0) } == sum)
  }

  @Test(arguments: years)
  func theChartTellsItsNumbersInWords(year: Int) throws {
    let (balanced, statistics) = try report(year)
    let code = year == 2016 ? "answers" : "outcomes"
    let measure = try #require(Measure.all.first { $0.code == code })
    let bytes = try #require(statistics.chart(of: measure)).svg()
    let svg = text(bytes)
    let parser = XMLParser(data: Data(bytes))
    #expect(parser.parse())
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title") && svg.contains("<desc"))
    #expect(!svg.contains("style"))
    let first = try #require(
      year == 2016
        ? balanced.numbers["statistics"]?["already_public"]?["count"]
        : balanced.numbers["applications"]?["r1"]?["total"])
    #expect(svg.contains(">\(first)</text>"))
    #expect(values(of: "class", in: svg).filter { $0.hasPrefix("bar bar-") }.count == measure.drawn.count)
  }

  @Test func aReportOfZeroesHasAChartWithoutBars() throws {
    let statistics = try #require(readStatistics("其余: 0\n", year: 2021).statistics)
    let measure = try #require(Measure.all.first { $0.code == "outcomes" })
    let svg = text(try #require(statistics.chart(of: measure)).svg())
    #expect(!svg.contains("<rect"))
    #expect(svg.contains("予以公开 0 件"))
  }

  @Test func theComparisonHasATableForEachMeasureOfAnyYear() throws {
    let reports = try [2022, 2016, 2019].map { try report($0).statistics }
    let comparison = ReportComparison(reports)
    let html = text(comparison.html())
    #expect(XMLParser(data: Data("<div>\(html)</div>".utf8)).parse())
    #expect(comparison.topics.count == Measure.all.count)
    #expect(html.components(separatedBy: "<table").count - 1 == comparison.topics.count)
    #expect(comparison.topics.allSatisfy { html.contains("<h2 id=\"\($0.id)\">\($0.title)</h2>") })
    let ids = values(of: "id", in: html)
    #expect(Set(ids).count == ids.count)
    // 2016 had a form without 上年结转: a gap, not a zero.
    let received = try #require(html.components(separatedBy: "<tr><th scope=\"row\">2016</th>").dropFirst().first)
    let new = try #require(reports[1].value(of: "applications.new")?.sum)
    #expect(received.hasPrefix("<td class=\"number\">\(new)</td><td class=\"number\">—</td>"))
  }

  @Test func measuresStandInTheDataToo() throws {
    let statistics = try report(2022).statistics
    let json = try #require(try JSONSerialization.jsonObject(with: Data(statistics.json())) as? [String: Any])
    let measures = try #require(json["measures"] as? [String: [String: Int]])
    let refused = (1...8).reduce(0) {
      $0 + (statistics["applications", "r3_\($1)", "total"].map { $0.value.millionths / 1_000_000 } ?? 0)
    }
    #expect(measures["outcomes"]?["refused"] == refused)
    #expect(measures["channels"] == nil)
  }

  @Test func theSameNumbersGiveTheSameBytes() throws {
    let (first, second) = (try report(2022).statistics, try report(2022).statistics)
    #expect(first.allTables == second.allTables)
    #expect(first.csv() == second.csv())
    #expect(first.json() == second.json())
  }
}

extension ReportStatistics {
  fileprivate var allTables: [UInt8] { tableSections.flatMap { tablesHTML(section: $0) } }
}
