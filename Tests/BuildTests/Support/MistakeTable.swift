import Foundation
import Testing

/// `docs/mistakes.md`: a small site, and what each mistake made in it is answered with.
struct MistakeTable: Sendable {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let original: String
    let mistake: String
    /// `path:line:column`.
    let place: String
    /// With its severity.
    let message: String
    let wayOut: String

    var testDescription: String { name }
  }

  let mistakes: [Mistake]
  let site: String

  private static let known = Result { try MistakeTable() }

  static func read() throws -> MistakeTable { try known.get() }

  private init() throws {
    let text = try String(
      contentsOf: DiagnosticPage.folder.deletingLastPathComponent().appendingPathComponent("mistakes.md"),
      encoding: .utf8)
    let parts = text.components(separatedBy: "```site\n")
    site = parts.last?.replacingOccurrences(of: "```\n", with: "") ?? ""
    mistakes = (parts.first ?? "").split(separator: "\n").compactMap { line in
      let cells = Self.cells(line)
      guard cells.count == 6, cells[3].hasPrefix("`") else { return nil }
      return Mistake(
        name: cells[0], original: Self.code(cells[1]), mistake: Self.code(cells[2]), place: Self.code(cells[3]),
        message: Self.plain(cells[4]), wayOut: Self.plain(cells[5]))
    }
  }

  /// The cells of a table's row; `\|` does not end one.
  private static func cells(_ line: Substring) -> [String] {
    guard line.hasPrefix("| "), line.hasSuffix(" |") else { return [] }
    return line.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{0}").components(separatedBy: " | ")
      .map { $0.replacing("\u{0}", with: "|") }
  }

  /// What stands between backticks; what is removed is written without any.
  private static func code(_ cell: String) -> String {
    guard cell.hasPrefix("`") else { return "" }
    return String(cell.dropFirst().dropLast()).replacing("⏎", with: "\n").replacing("⇥", with: "\t")
  }

  private static func plain(_ cell: String) -> String { cell.replacing(/\\([\\<*\[_|])/) { String($0.1) } }
}
