import Disclosure
import Taxonomy
import YAML

/// JSON Schemas (draft-07, the newest that editors' YAML tools read) of front matter and `site.yml`.
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
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", table.name)
      content(table, terms, &writer)
    }
    writer.newline()
    return writer.bytes
  }

  private static func content(_ table: FieldTable, _ terms: Taxonomy, _ writer: inout JSONWriter) {
    writer.member("type", "object")
    writer.key("additionalProperties")
    writer.boolean(false)
    writer.key("properties")
    writer.object { writer in
      for field in table.fields {
        for name in [field.label, field.key] + field.aliases {
          writer.newline()
          writer.key(name)
          writer.object { writer in
            writer.member("description", "\(field.summary.zh) / \(field.summary.en)")
            type(field.type, terms, &writer)
          }
        }
      }
    }
  }

  private static func type(_ type: ValueType, _ terms: Taxonomy, _ writer: inout JSONWriter) {
    switch type {
    case .text: writer.member("type", "string")
    case .term(let code): term(terms[code], &writer)
    case .integer: writer.member("type", "integer")
    case .decimal: writer.member("type", "number")
    case .date:
      writer.member("type", "string")
      writer.member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .flag:
      writer.key("enum")
      writer.array { writer in
        writer.boolean(true)
        writer.boolean(false)
        writer.string("是")
        writer.string("否")
      }
    case .choice(let choices):
      writer.key("enum")
      writer.array { writer in choices.forEach { writer.string($0.label) } }
    case .texts: oneOrMore(&writer) { $0.member("type", "string") }
    case .terms(let code): oneOrMore(&writer) { term(terms[code], &$0) }
    case .record(let table): content(table, terms, &writer)
    case .records(let table):
      writer.member("type", "array")
      writer.key("items")
      writer.object { content(table, terms, &$0) }
    case .free:
      writer.key("type")
      writer.array { writer in ["object", "string"].forEach { writer.string($0) } }
    }
  }

  private static func oneOrMore(_ writer: inout JSONWriter, _ item: (inout JSONWriter) -> Void) {
    writer.key("anyOf")
    writer.array { writer in
      writer.object(item)
      writer.object { writer in
        writer.member("type", "array")
        writer.key("items")
        writer.object(item)
      }
    }
  }

  /// Everything a term may be written as; names below a parent also with the separators of other sites.
  private static func term(_ vocabulary: Vocabulary?, _ writer: inout JSONWriter) {
    guard let vocabulary else { return writer.member("type", "string") }
    let written = vocabulary.paths + vocabulary.terms.flatMap { [$0.name, $0.code] + $0.aliases }
    var known: Set<String> = []
    let names = written.filter { vocabulary.ordinal(of: $0) != nil && known.insert($0).inserted }
    writer.key("anyOf")
    writer.array { writer in
      writer.object { writer in
        writer.key("enum")
        writer.array { writer in names.forEach { writer.string($0) } }
      }
      guard vocabulary.terms.contains(where: { $0.parent != nil }) else { return }
      writer.object { writer in
        writer.member("type", "string")
        writer.member("pattern", "[\\\\—-]| / ")
      }
    }
  }
}
