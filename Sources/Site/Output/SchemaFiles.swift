import Disclosure
import YAML

/// JSON Schemas (draft-07, the newest that editors' YAML tools read) of front matter and `site.yml`.
public enum SchemaFiles {
  static func all() -> [OutputFile] {
    [
      OutputFile(path: "data/front-matter.schema.json", bytes: schema(of: DocumentField.table)),
      OutputFile(path: "data/site.schema.json", bytes: schema(of: SettingField.table)),
    ]
  }

  /// The schema of a table, every field under its key, its label and its aliases.
  public static func schema(of table: FieldTable) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", table.name)
      content(table, &writer)
    }
    writer.newline()
    return writer.bytes
  }

  private static func content(_ table: FieldTable, _ writer: inout JSONWriter) {
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
            type(field.type, &writer)
          }
        }
      }
    }
  }

  private static func type(_ type: ValueType, _ writer: inout JSONWriter) {
    switch type {
    case .text, .term: writer.member("type", "string")
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
    case .texts, .terms:
      writer.key("type")
      writer.array { writer in
        writer.string("string")
        writer.string("array")
      }
      writer.key("items")
      writer.object { $0.member("type", "string") }
    case .record(let table): content(table, &writer)
    case .records(let table):
      writer.member("type", "array")
      writer.key("items")
      writer.object { content(table, &$0) }
    case .free:
      writer.key("type")
      writer.array { writer in ["object", "string"].forEach { writer.string($0) } }
    }
  }
}
