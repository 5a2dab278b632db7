import Foundation
import Synchronization

@testable import Search

/// A site's folder with an index and the reader's module, asked through Node.
struct TemporarySite: ~Copyable {
  private let folder: URL
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Whether Node is there; tests of the module are left out with a notice where it is not.
  static let hasNode: Bool = {
    let found = (try? run(["node", "--version"])) == 0
    if !found { print("node was not found: the tests of search.js are left out") }
    return found
  }()

  init(_ files: [String: [UInt8]]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gongkai-search-\(UUID().uuidString)")
    for (path, bytes) in files {
      let url = folder.appending(path: "search/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    try FileManager.default.copyItem(
      at: Self.package.appending(path: "themes/default/assets"), to: folder.appending(path: "assets"))
    try Data(#"{"type":"module"}"#.utf8).write(to: folder.appending(path: "package.json"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The answers of `Scripts/search-query.mjs`.
  func ask<Answer: Decodable>(_ requests: [some Encodable], as: Answer.Type = Answer.self) throws -> [Answer] {
    let input = folder.appending(path: "requests.json")
    let output = folder.appending(path: "answers.json")
    try JSONEncoder().encode(requests).write(to: input)
    let script = Self.package.appending(path: "Scripts/search-query.mjs")
    let status = try Self.run(["node", script.path(), folder.path(), input.path(), output.path()])
    guard status == 0 else { throw CocoaError(.executableLoad) }
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: output))
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// All files of an index.
func files(
  of samples: [Sample], options: SearchOptions = SearchOptions(), limits: IndexLimits = IndexLimits(),
  workers: Int = 2
) throws -> [String: [UInt8]] {
  let written = WrittenFiles()
  let builder = SearchIndexBuilder(options: options, limits: limits)
  _ = try builder.build(SampleContent(samples: samples), workers: workers) { written.add($0, $1) }
  return written.files
}

final class WrittenFiles: Sendable {
  private let content = Mutex<[String: [UInt8]]>([:])

  var files: [String: [UInt8]] { content.withLock { $0 } }

  func add(_ path: String, _ bytes: [UInt8]) { content.withLock { $0[path] = bytes } }
}
