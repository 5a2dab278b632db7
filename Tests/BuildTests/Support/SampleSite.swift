import Build
import Chronology
import Foundation
import YAML

/// A small site in a folder of its own, given as one text and removed afterwards.
///
/// Each file starts with a line `-- path --`; its text follows. A line may say more, in brackets after the path:
/// - `(gb18030)`: the text is written in that encoding;
/// - `(bytes: ff 00)`: these bytes follow the text;
/// - `(repeat 1000)`: the text is written that many times;
/// - `(link: ../x)`: a symbolic link to there;
/// - `(absent)`: no file, not even the one that would be added.
///
/// A `site.yml` and a guide are added where the text does not name them.
struct SampleSite {
  /// Without a slash at the end, like all paths here.
  let folder: String
  var output: String { "\(folder)/public" }

  static let settings = """
    网站名称: 示例局
    网址: https://www.example.gov.cn/
    主办机构: 示例局
    发布机构: [{代码: slj, 名称: 示例局}]
    责任科室: [{代码: bgs, 名称: 办公室}]

    """
  /// What is reported, less what every sample lacks because it is small: columns and contact details.
  static func ids(_ outcome: BuildOutcome, beside wanted: String? = nil) -> [String] {
    let incomplete = [
      "column.empty", "guide.contact-missing", "guide.topic-missing", "withholding.no-reason", "report.late",
      "report.undated", "publication.waiting",
    ].filter { $0 != wanted }
    return outcome.diagnostics.map(\.id).filter { !incomplete.contains($0) }
  }

  static let guide = """
    ---
    标题: 政府信息公开指南
    ---
    本指南说明怎样获取本机关的政府信息。

    """

  static func with<Result>(_ text: String = "", _ body: (SampleSite) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let site = SampleSite(folder: folder)
    let files = try SampleFile.all(in: text)
    for (path, text) in [("site.yml", settings), ("content/guide/index.md", guide)]
    where !files.contains(where: { $0.path == path }) {
      try site.write(text, to: path)
    }
    try files.forEach(site.write)
    return try body(site)
  }

  // MARK: - Files

  func add(_ text: String) throws { try SampleFile.all(in: text).forEach(write) }

  func write(_ text: String, to path: String) throws {
    try write(SampleFile(path: path, content: .bytes(Data(text.utf8))))
  }

  private func write(_ file: SampleFile) throws {
    let target = "\(folder)/\(file.path)"
    let parent = (target as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    switch file.content {
    case .bytes(let bytes): try bytes.write(to: URL(fileURLWithPath: target))
    case .link(let place): try FileManager.default.createSymbolicLink(atPath: target, withDestinationPath: place)
    case .absent: break
    }
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/\(path)") }

  func move(_ path: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: "\(folder)/\(path)", toPath: "\(folder)/\(other)")
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")), as: UTF8.self)
  }

  /// Every file below a folder of the site, by its path from there.
  func tree(_ root: String = "public") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(root)") {
      var isFolder: ObjCBool = false
      let full = "\(folder)/\(root)/\(path)"
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }

  // MARK: - Building

  func check(usesBaseline: Bool = true) throws -> BuildOutcome {
    var options = options()
    options.usesBaseline = usesBaseline
    return try SiteBuilder(options).check()
  }

  func build(output: String = "public", jobs: Int = 2) throws -> BuildOutcome {
    try SiteBuilder(options(output: output, jobs: jobs)).build()
  }

  /// A build that knows nothing of any other, and what it publishes.
  func cleanBuild(_ options: BuildOptions) throws -> (outcome: BuildOutcome, tree: [String: Data]) {
    let name = (folder as NSString).lastPathComponent + "-clean"
    var options = options
    options.output = "\(folder)/../\(name)"
    let known = Set(exists(".gongkai") ? try tree(".gongkai").keys : [:].keys)
    defer {
      try? FileManager.default.removeItem(atPath: options.output)
      for file in (try? tree(".gongkai").keys) ?? [:].keys where !known.contains(file) {
        try? remove(".gongkai/\(file)")
      }
    }
    let outcome = try SiteBuilder(options).build()
    return (outcome, outcome.summary.errors == 0 ? try tree("../\(name)") : [:])
  }

  var options: BuildOptions { options() }

  private func options(output: String = "public", jobs: Int = 2) -> BuildOptions {
    var options = BuildOptions()
    // No test asks the network: one host is gone, all others answer.
    options.probe = { $0.hasPrefix("https://gone.example") ? .unreachable(.unknownHost) : .reachable }
    options.today = CivilDate(year: 2026, month: 1, day: 1)
    options.source = folder
    options.output = "\(folder)/\(output)"
    options.jobs = jobs
    return options
  }
}

extension BuildOutcome {
  /// Whether the pages of some texts were made, and no plan of the site.
  var isAmended: Bool {
    let stages = stages.map(\.stage)
    return stages.contains(.amend) && !stages.contains(.plan)
  }
}
