import Disclosure
import Taxonomy
import YAML

/// JSON Schemas of front matter and `site.yml`, for editors that check YAML as it is typed.
public enum SchemaFiles {
  static func all(_ settings: SiteSettings) -> [OutputFile] {
    [
      OutputFile(path: "data/catalog.schema.json", bytes: JSONSchema.catalog.file(title: "catalog")),
      OutputFile(path: "data/front-matter.schema.json", bytes: frontMatter(settings)),
      OutputFile(path: "data/site.schema.json", bytes: schema(of: SettingField.table)),
    ]
  }

  /// The schema of a table, every field under its key, its label and its aliases.
  public static func schema(of table: FieldTable) -> [UInt8] { JSONSchema(table, Taxonomy([])).file(title: table.name) }

  /// The schema of front matter on a site, with its terms and its required fields.
  public static func frontMatter(_ settings: SiteSettings) -> [UInt8] {
    JSONSchema(DocumentField.table, settings.taxonomy)
      .file(title: DocumentField.table.name, conditions: JSONSchema.required(settings))
  }
}

// MARK: - Required fields

extension JSONSchema {
  /// What a finished document must have. Its kind follows from its folder, which an editor's tool does not know: only
  /// entries have a mode of disclosure, and only yearly reports a year.
  fileprivate static func required(_ settings: SiteSettings) -> [JSONSchema] {
    let isFinished = not(
      any(names(of: .draft).map { .object([Property($0, constants([.flag(true), .text("是")]))], required: [$0]) }))
    let kinds: [(condition: JSONSchema, kind: DocumentKind)] = [
      (isFinished, .page), (all([isFinished, has(.disclosure)]), .entry),
      (all([isFinished, has(.reportYear)]), .report),
    ]
    return kinds.map { .conditional($0.condition, then: all(settings.required(in: $0.kind).map(has))) }
  }

  private static func has(_ field: DocumentField) -> JSONSchema { .member(names(of: field)) }

  private static func names(of field: DocumentField) -> [String] {
    [field.field.label, field.field.key] + field.field.aliases
  }
}

// MARK: - Fields

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
