import Foundation

/// The examples of a specification in CommonMark's format; none where the specifications are not at hand.
enum SpecExamples {
  struct Example: Sendable, CustomStringConvertible {
    let number: Int
    let markdown: String
    let html: String

    var description: String { "example \(number)" }
  }

  static func load(_ name: String) -> [Example] {
    guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
      print("skipped: \(folder.path)/\(name) is not there; set GONGKAI_SPECS to the folder of the specifications")
      return []
    }
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    for part in text.components(separatedBy: "\n\(fence) example").dropFirst() {
      guard let start = part.firstIndex(of: "\n"), let end = part.range(of: "\n\(fence)") else { continue }
      let body = part[part.index(after: start)..<end.lowerBound] + "\n"
      let halves = ("\n" + body).components(separatedBy: "\n.\n")
      guard halves.count == 2 else { continue }
      let markdown = String(halves[0].dropFirst()) + "\n"
      examples.append(
        Example(
          number: examples.count + 1, markdown: markdown.replacingOccurrences(of: "→", with: "\t"),
          html: halves[1].replacingOccurrences(of: "→", with: "\t")))
    }
    return examples
  }

  private static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["GONGKAI_SPECS"] { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.appendingPathComponent("../shared/specs").standardizedFileURL
  }
}
