import Foundation

/// Word files for tests, which pandoc makes where it is installed.
enum WordFile {
  /// Writes a page as a Word file; says false, and prints why, where that is not possible.
  static func write(_ html: String, to path: String) throws -> Bool {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc") else {
      print("skipped: pandoc is not installed")
      return false
    }
    try Data(html.utf8).write(to: URL(fileURLWithPath: path + ".html"))
    defer { try? FileManager.default.removeItem(atPath: path + ".html") }
    let pandoc = Process()
    pandoc.executableURL = URL(fileURLWithPath: "/usr/bin/pandoc")
    pandoc.arguments = [path + ".html", "--output", path]
    try pandoc.run()
    pandoc.waitUntilExit()
    return pandoc.terminationStatus == 0
  }
}
