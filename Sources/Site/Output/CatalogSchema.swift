import Disclosure
import YAML

extension JSONSchema {
  /// What `data/catalog.json` and its parts look like.
  static var catalog: JSONSchema {
    let head = [Property("version", .integer), Property("generator", .text)]
    let whole = object(head + [Property("entries", .array(of: entry))], required: ["version", "generator", "entries"])
    let index = object(head + [Property("parts", .array(of: part))], required: ["version", "generator", "parts"])
    return any([whole, index])
  }

  private static var entry: JSONSchema {
    .object(
      [
        Property("id", .text, "网址里的索引号 / index number as it stands in addresses"),
        Property("url", .text, "网页的网址 / address of its page"), property(.title),
        Property("organ", .text, "机关代码 / code of the organ"),
      ] + CatalogRecords.fields.map(property) + [
        Property("relations", .array(of: relation), description(.relations))
      ], required: ["id", "url", "title"])
  }

  private static var part: JSONSchema {
    .object(
      [
        Property("url", .text, "这一部分的网址 / address of the part"), Property("year", .integer, "年份 / year"),
        Property("count", .integer, "条数 / how many entries it has"),
      ], required: ["url", "year", "count"])
  }

  private static var relation: JSONSchema {
    .object(
      [
        Property("kind", .constants(Relation.Kind.allCases.map { .text($0.rawValue) }), "关系 / how they relate"),
        Property("target", .text, "另一份文件的索引号 / index number of the other document"),
        Property("url", .text, "另一份文件的网址 / address of the other document's page"),
      ], required: ["kind", "target", "url"])
  }

  private static func property(_ field: DocumentField) -> Property {
    let schema: JSONSchema =
      switch field.field.type {
      case .date: .date
      case .texts, .terms: .array(of: .text)
      default: .text
      }
    return Property(field.field.key, schema, description(field))
  }

  private static func description(_ field: DocumentField) -> String {
    "\(field.field.summary.zh) / \(field.field.summary.en)"
  }
}
