import ArgumentParser
import Build
import Disclosure
import Site
import Taxonomy

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "打印 JSON Schema（draft-07） · Print a JSON Schema (draft-07)")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case frontMatter = "front-matter"
    case site
    case taxonomy
  }

  @Argument(help: "front-matter、site 或 taxonomy · front-matter, site or taxonomy")
  var subject: Subject = .frontMatter

  @Option(
    help: "网站文件夹，词条和必填字段从它的 site.yml 和 taxonomy/ 来 · folder of the site, whose terms and required fields are taken")
  var source = "."

  func run() throws {
    let schema =
      switch subject {
      case .frontMatter: SchemaFiles.frontMatter(try SiteSettings.read(source: source))
      case .site: SchemaFiles.schema(of: SettingField.table)
      case .taxonomy: SchemaFiles.schema(of: VocabularyKey.table)
      }
    Output.standardOutput(String(decoding: schema, as: UTF8.self))
  }
}
