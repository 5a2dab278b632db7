import Diagnostics
import Foundation
import Testing
import YAML

@testable import Reports

/// The examples in the documentation report what they say, and their corrections do not.
@Suite struct DiagnosticPagesTests {
  @Test(arguments: ReportsDiagnostics.kinds.map(\.id))
  func examplesHoldTrue(id: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let page = try String(contentsOf: folder.appending(path: "../../docs/diagnostics/\(id).md"), encoding: .utf8)
    #expect(page.hasPrefix("# \(id)\n"))
    let examples = page.components(separatedBy: "```site\n").dropFirst().map { $0.components(separatedBy: "```\n")[0] }
    try #require(examples.count == 2)
    #expect(try ids(examples[0]).contains(id))
    #expect(try !ids(examples[1]).contains(id))
  }

  /// What is reported for the reports of an example, oldest first.
  private func ids(_ example: String) throws -> [String] {
    var found: [Diagnostic] = []
    var previous: ReportStatistics?
    for file in example.components(separatedBy: "-- content/reports/").dropFirst() {
      let path = "content/reports/" + file.prefix { $0 != " " }
      let parts = file.components(separatedBy: "---\n")
      try #require(parts.count == 3)
      let node = Array(parts[1].utf8).withUnsafeBufferPointer { YAMLParser.parse($0, path: path, diagnostics: &found) }
      guard case .mapping(let pairs)? = node?.content else { continue }
      let value = { (key: String) in pairs.first { $0.key.scalar == key }?.value }
      let year = try #require(value("年度")?.scalar.flatMap { Int($0) })
      let title = try #require(value("标题")?.scalar)
      let span = SourceSpan(path: path)
      let period = try #require(value("统计期限").flatMap { self.period($0, at: span) })
      found += ReportCover(
        year: Located(year, span), title: Located(title, span), period: period,
        fileYear: Int(file.prefix(4))
      ).check()
      found += Array(parts[2].utf8).withUnsafeBufferPointer { MalformedDates.check($0, path: path) }
      guard let written = value("统计") else { continue }
      let statistics = ReportStatistics.read(written, year: year, path: path, diagnostics: &found)
      found += statistics?.check(previous: previous) ?? []
      previous = statistics
    }
    return found.map(\.id)
  }

  private func period(_ node: YAMLNode, at span: SourceSpan) -> ReportCover.Period? {
    guard case .mapping(let pairs) = node.content else { return nil }
    let days = pairs.compactMap { $0.value.scalar.flatMap(CivilDate.init(_:)) }
    return days.count == 2 ? ReportCover.Period(from: days[0], to: days[1], at: span) : nil
  }
}
