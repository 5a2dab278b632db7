import Build
import Diagnostics
import Foundation
import Rules
import Testing

/// `docs/rules.md` says of each rule what the program says: its level and what it rests on.
@Suite struct RuleTableTests {
  private struct Row {
    let ids: [String]
    let level: String
    /// Absent in tables without that column.
    let basis: String?
  }

  private static func rows() throws -> [Row] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let ids = cells[0].matches(of: /`([a-z-]+\.[a-z-]+)`/).map { String($0.1) }
      guard !ids.isEmpty, cells.count >= 3 else { return nil }
      return Row(ids: ids, level: cells[1], basis: cells.count > 3 ? cells[3] : nil)
    }
  }

  @Test func everyRuleAndEveryGateHasARow() throws {
    let listed = Set(try Self.rows().flatMap(\.ids))
    let kinds = RulesDiagnostics.kinds + DiagnosticRegistry.kinds.filter(\.isGate)
    #expect(kinds.map(\.id).filter { !listed.contains($0) } == [])
  }

  @Test func rowsSayWhatTheProgramSays() throws {
    let kinds = Dictionary(uniqueKeysWithValues: DiagnosticRegistry.kinds.map { ($0.id, $0) })
    let rows = try Self.rows()
    #expect(rows.count > 30)
    for row in rows {
      for id in row.ids {
        let kind = try #require(kinds[id], "\(id)")
        #expect(row.level == kind.severity.label.zh + (kind.isGate ? "，闸门" : ""), "\(id)")
        guard let basis = row.basis else { continue }
        let text = RuleBasis.text(of: kind)?.replacing("《政府信息公开条例》", with: "《条例》") ?? "事理"
        #expect(basis == text, "\(id)")
      }
    }
  }
}
