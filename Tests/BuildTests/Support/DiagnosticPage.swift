import Foundation

/// A page of `docs/diagnostics`, read as strictly as editors and `gongkai explain` rely on its form.
struct DiagnosticPage: Sendable {
  let id: String
  let chinese: String
  let wrong: String
  let right: String
  let english: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/diagnostics")

  /// The identifiers that have a page, by their file names.
  static func identifiers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
      .map { String($0.dropLast(3)) }.sorted()
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(id: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("\(id).md"), encoding: .utf8)
    guard text.hasSuffix("\n"), !text.hasSuffix("\n\n") else {
      throw Malformed(description: "\(id) does not end in one newline")
    }
    var lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)[...]
    try Self.expect("# \(id)", &lines)
    self.id = id
    chinese = try Self.paragraph(&lines)
    try Self.expect("## 错误示例", &lines)
    wrong = try Self.example(&lines)
    try Self.expect("## 正确示例", &lines)
    right = try Self.example(&lines)
    try Self.expect("## English", &lines)
    english = try Self.paragraph(&lines)
    guard lines.isEmpty else { throw Malformed(description: "\(id) goes on after its English text") }
  }

  private static func expect(_ line: String, _ lines: inout ArraySlice<Substring>) throws {
    guard let next = lines.popFirst(), next == line else {
      throw Malformed(description: "“\(line)” is missing before “\(lines.first ?? "")”")
    }
  }

  /// One line of text: one or two sentences.
  private static func paragraph(_ lines: inout ArraySlice<Substring>) throws -> String {
    guard let line = lines.popFirst(), !line.isEmpty, !line.hasPrefix("#") else {
      throw Malformed(description: "a paragraph is missing before “\(lines.first ?? "")”")
    }
    return String(line)
  }

  private static func example(_ lines: inout ArraySlice<Substring>) throws -> String {
    try expect("```site", &lines)
    let example = lines.prefix { $0 != "```" }
    lines = lines.dropFirst(example.count)
    try expect("```", &lines)
    return example.map { $0 + "\n" }.joined()
  }
}
