import Diagnostics
import Testing

@testable import Reports

@Suite struct RelationTests {
  /// A thousand of each form with the tables of applications, half of them in each of two years.
  @Test(arguments: [(2016, 100), (2019, 500), (2020, 500), (2021, 500), (2025, 500)])
  func balancedReportsHaveNoError(year: Int, count: Int) throws {
    for seed in 0..<count {
      let (statistics, diagnostics) = try BalancedReport(year: year, seed: UInt64(seed)).read()
      let found = diagnostics + (try #require(statistics)).check(previous: nil)
      #expect(found.allSatisfy { $0.severity == .note }, "seed \(seed): \(found.first?.message.zh ?? "")")
    }
  }

  /// Every number that stands in a relation, raised by one and, where it can be, lowered by one.
  @Test(arguments: [2016, 2020, 2023])
  func everySingleChangeIsReportedAtItsRowOrColumn(year: Int) throws {
    let report = try BalancedReport(year: year, seed: 7)
    var changes = 0
    for table in report.form.tables where table.relations.contains(where: { !$0.needsPrevious }) {
      for row in table.rows where row.kind != NumberKind.none {
        for column in table.columns where stands(row, column, table) {
          for step in [1, -1] where (report.numbers[table.key]?[row.key]?[column.key] ?? 0) + step >= 0 {
            var changed = report
            changed.numbers[table.key]?[row.key]?[column.key, default: 0] += step
            let (statistics, diagnostics) = changed.read()
            #expect(diagnostics.isEmpty)
            let found = try #require(statistics).check(previous: nil).filter { $0.severity > .note }
            #expect(!found.isEmpty, "\(table.key) \(row.key) \(column.key)")
            let names = table.key == "statistics" ? [column.path] : [row.path, column.path]
            #expect(found.allSatisfy { diagnostic in names.contains { diagnostic.message.zh.contains("“\($0)”") } })
            changes += 1
          }
        }
      }
    }
    #expect(changes > (year == 2016 ? 50 : 300))
  }

  /// Whether the specification has the number in a sum: in the list only some rows are.
  private func stands(_ row: ReportLine, _ column: ReportLine, _ table: ReportTable) -> Bool {
    guard table.key == "statistics" else { return true }
    let free = [
      "disclosed", "normative_disclosed", "normative_made", "gazette", "website", "weibo", "wechat", "other_channels",
      "responses_total", "press_conferences", "press_leaders", "interviews", "interview_leaders", "explanations",
      "social_responses", "other_responses", "complaints", "fees", "offices", "reading_points", "budget", "meetings",
      "courses", "trained",
    ]
    return !free.contains(row.key)
  }

  @Test(arguments: [
    ("new", "natural", ["report.applicants", "report.balance"]),
    ("r3_4", "law", ["report.applicants", "report.outcomes"]),
    ("r7", "natural", ["report.applicants", "report.balance", "report.outcomes"]),
    ("new", "total", ["report.applicants", "report.balance"]),
  ])
  func eachRelationHasItsOwnKind(row: String, column: String, ids: [String]) throws {
    var report = try BalancedReport(year: 2021, seed: 3)
    report.numbers["applications"]?[row]?[column, default: 0] += 2
    let found = try #require(report.read().statistics).check(previous: nil).filter { $0.severity == .error }
    #expect(found.map(\.id).sorted() == ids)
  }

  @Test func theCellWhereRowAndColumnMeetIsPointedOut() throws {
    var report = try BalancedReport(year: 2021, seed: 3)
    report.numbers["applications"]?["r3_4"]?["law", default: 0] += 2
    let statistics = try #require(report.read().statistics)
    let cell = try #require(statistics["applications", "r3_4", "law"])
    let found = statistics.check(previous: nil).filter { $0.severity == .error }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.notes.contains { $0.span == cell.span } })
  }

  @Test func aWrongTotalCanBePutRight() throws {
    var report = try BalancedReport(year: 2021, seed: 3)
    let right = try #require(report.numbers["proceedings"]?["review"]?["total"])
    report.numbers["proceedings"]?["review"]?["total"] = right + 5
    let found = try #require(report.read().statistics).check(previous: nil).filter { $0.severity == .error }
    #expect(found.map(\.id) == ["report.proceedings"])
    #expect(found.first?.fixes.first?.replacement == String(right))
  }

  @Test func whatIsCarriedOverComesFromLastYear() throws {
    let last = try BalancedReport(year: 2021, seed: 1)
    var next = try BalancedReport(year: 2022, seed: 2)
    for column in ["natural", "company", "research", "ngo", "law", "other", "total"] {
      let carried = try #require(last.numbers["applications"]?["carried_out"]?[column])
      let before = try #require(next.numbers["applications"]?["carried_in"]?[column])
      next.numbers["applications"]?["carried_in"]?[column] = carried
      next.numbers["applications"]?["r1"]?[column, default: 0] += carried - before + 100
      next.numbers["applications"]?["r7"]?[column, default: 0] += carried - before + 100
      next.numbers["applications"]?["new"]?[column, default: 0] += 100
    }
    // A hundred more in each of six columns is six hundred more in the total.
    for row in ["r1", "r7", "new"] { next.numbers["applications"]?[row]?["total", default: 0] += 500 }
    for row in ["rules", "normative"] {
      let before = try #require(last.numbers["article_20_1"]?[row]?["in_force"])
      next.numbers["article_20_1"]?[row] = ["made": 3, "repealed": 1, "in_force": before + 2]
    }
    let previous = try #require(last.read().statistics)
    #expect(try #require(next.read().statistics).check(previous: previous).isEmpty)
    next.numbers["applications"]?["carried_in"]?["natural", default: 0] += 1
    next.numbers["article_20_1"]?["rules"]?["in_force", default: 0] += 1
    let found = try #require(next.read().statistics).check(previous: previous)
    #expect(found.contains { $0.id == "report.in-force" && $0.severity == .note && $0.message.zh.contains("规章") })
    let carryOver = try #require(found.first { $0.id == "report.carry-over" })
    #expect(carryOver.message.zh.contains("自然人"))
    #expect(carryOver.notes.first?.span?.path == "content/reports/2021.md")
  }

  @Test func aReportWithoutPredecessorIsNotedOnlyWhereOneCouldBe() throws {
    let second = try #require(BalancedReport(year: 2020, seed: 1).read().statistics)
    #expect(second.check(previous: nil).map(\.id) == ["report.no-previous"])
    #expect(second.check(previous: second).map(\.id) == ["report.no-previous"])
    let first = try #require(BalancedReport(year: 2019, seed: 1).read().statistics)
    #expect(first.check(previous: nil).isEmpty)
  }
}
