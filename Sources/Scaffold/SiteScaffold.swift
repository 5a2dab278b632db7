import Chronology
import Disclosure
import Site
import Taxonomy

/// The files of a new site: settings, drafts of the pages the law asks for, and what editors, git and CI need.
public struct SiteScaffold: Sendable {
  private let office: Office
  private let today: CivilDate

  public init(_ office: Office, today: CivilDate) {
    self.office = office
    self.today = today
  }

  /// In the order of their paths.
  public var files: [ScaffoldFile] {
    let number = "\(office.code)/\(today.year)-00001"
    let dates: [DocumentField: String] = [.dateCreated: today.description, .datePublished: today.description]
    let example = DocumentDraft(.entry, title: "示例：填好后把这份文件换成第一条真实的信息", values: dates)
      .entry(indexNumber: number, publisher: office.name, year: today.year)
    return (copied + schemas + [SettingsDraft(office: office).file, example]).sorted { $0.path < $1.path }
  }

  private var schemas: [ScaffoldFile] {
    [("site", SettingField.table), ("front-matter", DocumentField.table), ("taxonomy", VocabularyKey.table)].map {
      name, table in
      ScaffoldFile(
        path: ".vscode/\(name).schema.json", text: String(decoding: SchemaFiles.schema(of: table), as: UTF8.self))
    }
  }

  /// The files that are the same for every office but for its names.
  private var copied: [ScaffoldFile] {
    let folder = "Sources/Scaffold/Files/"
    var contact = FieldLines()
    contact.add(DocumentField.contact.field, parts: ContactField.allCases.map { ($0, office.contact[$0]) })
    let values = ["{{机关}}": office.name, "{{联系方式}}": contact.lines.joined(separator: "\n")]
    return EmbeddedFiles.all.map { file in
      let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      let text = values.reduce(String(decoding: bytes, as: UTF8.self)) { $0.replacing($1.key, with: $1.value) }
      let path = String(file.path.dropFirst(folder.count))
      return ScaffoldFile(path: path, text: text, isExecutable: path.hasPrefix(".githooks/"))
    }
  }
}
