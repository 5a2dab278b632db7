import Build
import Diagnostics
import Foundation
import Testing

/// Mistakes of every day: each is answered by a sentence that names the place and the way out.
///
/// `docs/mistakes.md` is made from them; `GONGKAI_WRITE_DOCS=1` writes it anew.
@Suite struct MistakeTests {
  private static let page = DiagnosticPage.folder.deletingLastPathComponent().appendingPathComponent("mistakes.md")

  /// What gongkai says of a mistake, as an editor reads it.
  struct Answer {
    var place: String
    var sentence: String
    var wayOut: String
  }

  private static let answers = Mistake.all.map { mistake in Result { try answer(to: mistake) } }

  @Test(arguments: Mistake.all.indices)
  func isAnswered(index: Int) throws {
    let mistake = Mistake.all[index]
    let answer = try Self.answers[index].get()
    #expect(!answer.sentence.isEmpty)
    // Many a sentence says itself what to do.
    let says = ["请", "应", "要有", "缺少"].contains { answer.sentence.contains($0) }
    #expect(says || !answer.wayOut.isEmpty, "\(mistake.name): no way out beside “\(answer.sentence)”")
    #expect(!answer.place.isEmpty, "\(mistake.name): no place")
  }

  @Test func theTableIsOfTheseMistakes() throws {
    let table = try Self.table()
    if ProcessInfo.processInfo.environment["GONGKAI_WRITE_DOCS"] != nil {
      try table.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(Mistake.all.count >= 100)
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == table)
  }

  private struct NotReported: Error, CustomStringConvertible {
    let description: String
  }

  private static func answer(to mistake: Mistake) throws -> Answer {
    try SampleSite.with(mistake.site) { site in
      let outcome = try site.check()
      guard let diagnostic = outcome.diagnostics.first(where: { $0.id == mistake.id }) else {
        let reported = outcome.diagnostics.map { "\($0.id): \($0.message.zh)" }.joined(separator: "; ")
        throw NotReported(description: "\(mistake.name) is not reported as \(mistake.id), but as \(reported)")
      }
      let json = Data(JSONPrinter(language: .zh, sources: outcome.sources).print([diagnostic], outcome.summary).utf8)
      let printed = try JSONDecoder().decode(Printed.self, from: json).diagnostics[0]
      let place = printed.path.map { path in printed.line.map { "\(path):\($0):\(printed.column ?? 1)" } ?? path }
      let ways = printed.fixes.map(\.message) + printed.notes.map(\.message)
      return Answer(place: place ?? "", sentence: printed.message, wayOut: ways.joined(separator: "；"))
    }
  }

  private struct Printed: Decodable {
    struct Item: Decodable {
      var path: String?
      var line: Int?
      var column: Int?
      var message: String
      var notes: [Part]
      var fixes: [Part]
    }
    struct Part: Decodable { var message: String }

    var diagnostics: [Item]
  }

  private static func table() throws -> String {
    var out = """
      # 常见的一百个错误

      写错了，gongkai 说明错在哪个文件、第几行第几列，怎么改。下面每一行都由测试真的写错一遍、检查一遍；编号链接到详细的说明。

      | | 错误 | 写成了 | 提示 | 位置 | 怎么改 | 编号 |
      |---|---|---|---|---|---|---|

      """
    for (index, mistake) in Mistake.all.enumerated() {
      let answer = try answers[index].get()
      let cells = [
        "\(index + 1)", mistake.name, code(mistake.written), cell(answer.sentence), answer.place, answer.wayOut.isEmpty ? "见提示" : cell(answer.wayOut),
        "[\(mistake.id)](diagnostics/\(mistake.id).md)",
      ]
      out += "| \(cells.joined(separator: " | ")) |\n"
    }
    return out
  }

  /// The lines of a text as code, the first 40 characters of each.
  private static func code(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { $0.count > 40 ? "\($0.prefix(40))…" : String($0) }
    if lines.isEmpty { return "（没有写）" }
    return lines.map { "`\($0.replacing("|", with: "\\|").replacing("\t", with: "→"))`" }.joined(separator: " ⏎ ")
  }

  private static func cell(_ text: String) -> String {
    text.replacing("\n", with: " ").replacing("|", with: "\\|").replacing("<", with: "\\<").replacing("[", with: "\\[")
  }
}
