import ArgumentParser
import Disclosure
import Site

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "打印 JSON Schema（draft-07） · Print a JSON Schema (draft-07)")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case frontMatter = "front-matter"
    case site
  }

  @Argument(help: "front-matter 或 site · front-matter or site")
  var subject: Subject = .frontMatter

  func run() {
    let table = subject == .site ? SettingField.table : DocumentField.table
    Output.standardOutput(String(decoding: SchemaFiles.schema(of: table), as: UTF8.self))
  }
}
