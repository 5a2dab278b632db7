import ArgumentParser
import Diagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一种诊断 · Explain a diagnostic")

  @Argument(help: "诊断的编号，例如 front-matter.unknown-key；不写则列出全部 · its id; lists all when absent")
  var id: String?

  func run() throws {
    let pages = EmbeddedFiles.all.filter { $0.path.hasSuffix(".md") }
    let names = pages.map { String($0.path.split(separator: "/").last?.dropLast(3) ?? "") }
    guard let id else {
      names.forEach { Output.standardOutput($0 + "\n") }
      return
    }
    guard let position = names.firstIndex(of: id) else {
      let suggestion = NearMiss.best(for: id, among: names).map { "；是否应为“\($0)”？ · did you mean “\($0)”?" } ?? ""
      throw ValidationError("没有编号“\(id)” · no such id\(suggestion)")
    }
    let text = UnsafeBufferPointer(start: pages[position].text.utf8Start, count: pages[position].text.utf8CodeUnitCount)
    Output.standardOutput(String(decoding: text, as: UTF8.self))
  }
}
