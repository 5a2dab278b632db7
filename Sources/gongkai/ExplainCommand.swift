import ArgumentParser
import Build
import Diagnostics
import Disclosure

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一种诊断、一个字段 · Explain a diagnostic or a field",
    discussion: "字段和 site.yml 的设置按名称查，例如 gongkai explain 主题分类：写什么，有哪些词条。")

  @Argument(
    help:
      "诊断的编号，例如 front-matter.unknown-key，或者字段、设置的名称；不写则列出全部编号 · an id or the name of a field; lists all ids when absent"
  )
  var name: String?

  @Option(help: "网站文件夹，词条从它的 site.yml 和 taxonomy/ 来 · folder of the site, whose terms are listed")
  var source = "."

  func run() throws {
    let pages = EmbeddedFiles.all.filter { $0.path.hasSuffix(".md") }
    let ids = pages.map { String($0.path.split(separator: "/").last?.dropLast(3) ?? "") }
    guard let name else {
      ids.forEach { Output.standardOutput($0 + "\n") }
      return
    }
    if let position = ids.firstIndex(of: name) {
      let text = UnsafeBufferPointer(
        start: pages[position].text.utf8Start, count: pages[position].text.utf8CodeUnitCount)
      return Output.standardOutput(String(decoding: text, as: UTF8.self))
    }
    let taxonomy = try SiteSettings.read(source: source).taxonomy
    guard let explanation = FieldReference.explanation(of: name, taxonomy) else {
      let known = ids + DocumentField.table.labels + SettingField.table.labels
      let suggestion = NearMiss.question(for: name, among: known)
      throw ValidationError("没有编号或者字段“\(name)” · no such id or field\(suggestion)")
    }
    Output.standardOutput(explanation)
  }
}
