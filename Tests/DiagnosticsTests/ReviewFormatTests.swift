import Foundation
import Testing

@testable import Diagnostics

/// The formats that code review tools read, decoded as they would.
@Suite struct ReviewFormatTests {
  private struct SARIF: Decodable {
    struct Run: Decodable { var results: [Result] }
    struct Result: Decodable {
      var ruleId: String
      var level: String
      var locations: [Location]
    }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Physical: Decodable {
      var artifactLocation: Artifact
      var region: Region
    }
    struct Artifact: Decodable { var uri: String }
    struct Region: Decodable { var startLine, startColumn, endLine, endColumn: Int }
    var version: String
    var runs: [Run]
  }

  private struct GitLabItem: Decodable {
    struct Location: Decodable {
      struct Lines: Decodable { var begin: Int }
      var path: String
      var lines: Lines
    }
    var description, check_name, fingerprint, severity: String
    var location: Location
  }

  @Test func sarifNamesThePlace() throws {
    var diagnostic = PrinterTests.diagnostic
    diagnostic.span?.path = "content/甲 乙.md"
    let sources = SourceProvider { _ in Array(PrinterTests.source.utf8) }
    let text = DiagnosticPrinter(language: .zh, sources: sources).sarif([diagnostic], tool: "gongkai")
    let sarif = try JSONDecoder().decode(SARIF.self, from: Data(text.utf8))
    let result = try #require(sarif.runs.first?.results.first)
    #expect(sarif.version == "2.1.0")
    #expect(result.ruleId == "front-matter.unknown-key")
    #expect(result.level == "error")
    let place = try #require(result.locations.first?.physicalLocation)
    #expect(place.artifactLocation.uri == "content/%E7%94%B2%20%E4%B9%99.md")
    #expect(place.region.startLine == 2)
    #expect(place.region.endColumn == 4)
  }

  @Test func gitLabKnowsAFindingAgainWhenLinesMove() throws {
    let items = { (source: String, offset: Int) in
      var diagnostic = PrinterTests.diagnostic
      diagnostic.span?.range = ByteRange(offset, offset + 9)
      let sources = SourceProvider { _ in Array(source.utf8) }
      let text = DiagnosticPrinter(language: .zh, sources: sources).gitLab([diagnostic, diagnostic])
      return try JSONDecoder().decode([GitLabItem].self, from: Data(text.utf8))
    }
    let before = try items(PrinterTests.source, 4)
    let after = try items("---\n标题: 甲\n" + PrinterTests.source.dropFirst(4), 16)
    #expect(before.map(\.fingerprint) == after.map(\.fingerprint))
    #expect(Set(before.map(\.fingerprint)).count == 2)
    #expect(before.map(\.location.lines.begin) == [2, 2])
    #expect(after.map(\.location.lines.begin) == [3, 3])
    #expect(before.map(\.severity) == ["critical", "critical"])
  }
}
