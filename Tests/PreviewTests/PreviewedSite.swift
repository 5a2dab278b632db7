import Build
import Foundation
import Preview

/// A small site in a folder of its own, served on a free port while a test runs.
struct PreviewedSite {
  let folder: String
  let client: LoopbackClient

  static let settings = """
    网站名称: 示例局
    网址: https://www.example.gov.cn/zfxxgk/
    主办机构: 示例局
    发布机构: [{代码: slj, 名称: 示例局}]

    """

  static func entry(_ number: Int, title: String, lines: String = "", body: String = "正文。") -> String {
    """
    ---
    标题: \(title)
    索引号: 000000000/2017-0000\(number)
    发布机构: 示例局
    成文日期: 2017-05-08
    发布日期: 2017-05-12
    主题分类: 科技、教育/科技
    体裁分类: 通知
    公开方式: 主动公开
    有效性: 有效
    审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}
    \(lines)
    ---
    \(body)

    """
  }

  static func with(
    _ files: [String: String], poll: Duration? = nil, _ body: (PreviewedSite) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("preview-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let guide = "---\n标题: 政府信息公开指南\n---\n指南。\n"
    for (path, text) in ["site.yml": settings, "content/guide/index.md": guide].merging(files, uniquingKeysWith: { $1 })
    {
      try write(text, to: "\(folder)/\(path)")
    }
    var build = BuildOptions()
    build.source = folder
    build.output = "\(folder)/public"
    var options = PreviewOptions()
    options.port = 0
    options.poll = poll
    let server = try PreviewServer(build, options) { _ in }
    let site = PreviewedSite(folder: folder, client: LoopbackClient(port: try await server.start()))
    let result: Result<Void, any Error>
    do {
      try await body(site)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await server.stop()
    try result.get()
  }

  func write(_ text: String, to path: String) throws { try Self.write(text, to: "\(folder)/\(path)") }

  private static func write(_ text: String, to path: String) throws {
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
