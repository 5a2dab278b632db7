import Foundation

/// Debian's cmark-gfm, to compare tables, strikethrough, addresses, tasks and footnotes with.
enum GFMOracle {
  private static let program = "/usr/bin/cmark-gfm"

  static let isPresent: Bool = {
    let isThere = FileManager.default.isExecutableFile(atPath: program)
    if !isThere { print("skipped: \(program) is not installed") }
    return isThere
  }()

  /// The HTML of each document, in the form `comparable` gives ours.
  static func render(_ markdown: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let html = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return comparable(String(decoding: html, as: UTF8.self))
  }

  /// HTML without the differences that are meant: cells are aligned by classes (the attribute is obsolete), column
  /// heads have a scope, headings an id, omitted HTML leaves nothing, and back links are labelled in Chinese.
  static func comparable(_ html: String) -> String {
    html.replacing(/\ align="([a-z]+)"/) { " class=\"align-\($0.1)\"" }
      .replacing("<th scope=\"col\"", with: "<th")
      .replacing(/<h([1-6]) id="[^"]*">/) { "<h\($0.1)>" }
      .replacing("<!-- raw HTML omitted -->\n", with: "").replacing("<!-- raw HTML omitted -->", with: "")
      .replacing(" data-footnote-ref", with: "").replacing(" data-footnote-backref", with: "")
      .replacing("<section class=\"footnotes\" data-footnotes>", with: "<section class=\"footnotes\">")
      .replacing("<section class=\"footnotes\" aria-label=\"脚注\">", with: "<section class=\"footnotes\">")
      .replacing("aria-label=\"Back to content\"", with: "").replacing("aria-label=\"返回正文\"", with: "")
      .replacing(/\ id="fn(ref)?-[^"]*"/) { $0.0.removingPercentEncoding ?? String($0.0) }
  }
}
