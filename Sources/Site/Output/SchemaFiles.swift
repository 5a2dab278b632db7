import Disclosure
import Taxonomy
import YAML

/// JSON Schemas of front matter and `site.yml`, for editors that check YAML as it is typed.
public enum SchemaFiles {
  static func all(_ terms: Taxonomy) -> [OutputFile] {
    [
      OutputFile(path: "data/front-matter.schema.json", bytes: schema(of: DocumentField.table, terms: terms)),
      OutputFile(path: "data/site.schema.json", bytes: schema(of: SettingField.table)),
    ]
  }

  /// The schema of a table, every field under its key, its label and its aliases.
  ///
  /// - Parameter terms: listed for the fields that take them; any text is taken for a vocabulary that is not there.
  public static func schema(of table: FieldTable, terms: Taxonomy = Taxonomy([])) -> [UInt8] {
    JSONSchema(table, terms).file(title: table.name)
  }
}

extension JSONSchema {
  fileprivate init(_ table: FieldTable, _ terms: Taxonomy) {
    let properties = table.fields.flatMap { field in
      let schema = JSONSchema(field.type, terms)
      return ([field.label, field.key] + field.aliases).map {
        Property($0, schema, "\(field.summary.zh) / \(field.summary.en)")
      }
    }
    self = .object(properties, isOpen: false)
  }

  private init(_ type: ValueType, _ terms: Taxonomy) {
    self =
      switch type {
      case .text: .text
      case .term(let code): .term(of: terms[code])
      case .integer: .integer
      case .decimal: .number
      case .date: .date
      case .flag: .constants([.flag(true), .flag(false), .text("是"), .text("否")])
      case .choice(let choices): .constants(choices.map { .text($0.label) })
      case .texts: .oneOrMore(.text)
      case .terms(let code): .oneOrMore(.term(of: terms[code]))
      case .record(let table): JSONSchema(table, terms)
      case .records(let table): .array(of: JSONSchema(table, terms))
      case .free: .any([.type("object"), .text])
      }
  }

  private static func oneOrMore(_ item: JSONSchema) -> JSONSchema { .any([item, .array(of: item)]) }

  /// Everything a term may be written as; names below a parent also with the separators of other sites.
  private static func term(of vocabulary: Vocabulary?) -> JSONSchema {
    guard let vocabulary else { return .text }
    let written = vocabulary.paths + vocabulary.terms.flatMap { [$0.name, $0.code] + $0.aliases }
    var known: Set<String> = []
    let names = written.filter { vocabulary.ordinal(of: $0) != nil && known.insert($0).inserted }
    let name = constants(names.map { .text($0) })
    let isNested = vocabulary.terms.contains { $0.parent != nil }
    return any(isNested ? [name, type("string", pattern: "[\\\\—-]| / ")] : [name])
  }
}
