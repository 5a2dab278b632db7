import Diagnostics
import Foundation
import Testing

@testable import Reports

@Suite struct FormTests {
  @Test func allFormsAreRead() {
    var diagnostics: [Diagnostic] = []
    let forms = ReportForm.builtIn(&diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(forms.map(\.id) == ["2008-32", "2014-32", "2019-60", "2021-30"])
    #expect(forms.allSatisfy { $0.sections.count == 6 })
  }

  @Test(
    arguments: [
      (2007, nil), (2008, "2008-32"), (2013, "2008-32"), (2014, "2014-32"), (2018, "2014-32"), (2019, "2019-60"),
      (2020, "2019-60"), (2021, "2021-30"), (2030, "2021-30"),
    ] as [(Int, String?)])
  func theReportYearChoosesTheForm(year: Int, id: String?) { #expect(ReportForm.form(forYear: year)?.id == id) }

  @Test func theFormsHaveTheirPrescribedSize() throws {
    let size = { (year: Int) -> [String: [Int]] in
      let tables = try #require(ReportForm.form(forYear: year)).tables
      return Dictionary(uniqueKeysWithValues: tables.map { ($0.key, [$0.rows.count, $0.columns.count]) })
    }
    #expect(
      try size(2021) == [
        "article_20_1": [2, 3], "article_20_5": [1, 1], "article_20_6": [2, 1], "article_20_8": [1, 1],
        "applications": [25, 7], "proceedings": [3, 5],
      ])
    #expect(
      try size(2019) == [
        "article_20_1": [2, 3], "article_20_5": [2, 3], "article_20_6": [2, 3], "article_20_8": [1, 2],
        "article_20_9": [1, 2], "applications": [23, 7], "proceedings": [3, 5],
      ])
  }

  /// Relations and charts name rows and columns that exist; keys and printed identifiers are not shared.
  @Test(arguments: ReportForm.builtIn.map(\.id))
  func theDataAgreeWithThemselves(id: String) throws {
    let form = try #require(ReportForm.builtIn.first { $0.id == id })
    #expect(Set(form.tables.map(\.key)).count == form.tables.count)
    for table in form.tables {
      let (rows, columns) = (Set(table.rows.map(\.key)), Set(table.columns.map(\.key)))
      #expect(rows.count == table.rows.count && columns.count == table.columns.count)
      for relation in table.relations {
        let names = relation.axis == .row ? columns : rows
        #expect((relation.left + relation.right).allSatisfy { names.contains($0.key) })
      }
      for (i, row) in table.rows.enumerated() { #expect(NameIndex(table.rows)[row.key] == i) }
    }
    let known = Set(Measure.all.flatMap { measure in measure.series.map { measure.code(of: $0) } })
    for (code, cells) in form.measures {
      #expect(known.contains(code), "\(code)")
      #expect(!cells.isEmpty)
      for cell in cells {
        let table = form.tables.first { $0.key == cell.table }
        #expect(table?.rows.contains { $0.key == cell.row } == true, "\(cell)")
        #expect(table?.columns.contains { $0.key == cell.column } == true, "\(cell)")
      }
    }
  }

  @Test func measuresAndPlacesAreRead() {
    var diagnostics: [Diagnostic] = []
    let measures = Measure.builtIn(&diagnostics)
    let gazetteer = Gazetteer.builtIn(&diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(gazetteer.provinces.count == 31)
    for measure in measures {
      #expect(!measure.drawn.isEmpty && measure.drawnSeries.count == measure.drawn.count)
      #expect(Set(measure.series.map(\.code)).count == measure.series.count)
    }
  }

  /// The official labels, against the research copy of the forms where it is at hand.
  @Test func theLabelsAreTheOfficialOnes() throws {
    guard let text = specification() else {
      print("annual-report-tables.yml not found; official labels not compared")
      return
    }
    let parts = text.components(separatedBy: "\n- id: ").dropFirst()
    #expect(parts.count == 2)
    for part in parts {
      let year = part.hasPrefix("2021") ? 2021 : 2019
      let form = try #require(ReportForm.form(forYear: year))
      let table = try #require(form.tables.first { $0.key == "applications" })
      for line in part.split(separator: "\n") {
        guard let key = value(of: "key", in: line), let label = value(of: "label", in: line) else { continue }
        let tables = form.tables.filter { ["applications", "proceedings"].contains($0.key) }
        let lines = tables.flatMap { $0.rows + $0.columns }
        let match = try #require(lines.first { $0.key == key && $0.label == label }, "\(key) \(label)")
        if let group = value(of: "subgroup", in: line) { #expect(match.groups.last == group) }
      }
      #expect(part.contains(table.corner))
      let block = form.tables.filter { $0.key.hasPrefix("article") }
      #expect(block.allSatisfy { part.contains($0.label) })
      #expect(block.flatMap { $0.rows + $0.columns }.allSatisfy { part.contains($0.label) })
    }
  }

  private func value(of name: String, in line: Substring) -> String? {
    guard let start = line.range(of: "\(name): ") else { return nil }
    let rest = line[start.upperBound...]
    guard name != "group" || !line[..<start.lowerBound].hasSuffix("sub") else { return nil }
    return rest.firstIndex(where: { $0 == "," || $0 == "}" }).map { String(rest[..<$0]) }
  }

  private func specification() -> String? {
    let environment = ProcessInfo.processInfo.environment["GONGKAI_SPECS"]
    let folders = [environment, "../shared/domain"].compactMap { $0 }
    return folders.lazy.compactMap {
      try? String(contentsOfFile: $0 + "/annual-report-tables.yml", encoding: .utf8)
    }.first
  }
}
