import Diagnostics
import Foundation
import Templates

/// An object made of JSON, with a shape inferred from it.
struct DynamicObject: TemplateObject {
  let shape: ModelShape
  let values: [TemplateValue]

  func value(at slot: Int) -> TemplateValue { values[slot] }
}

/// JSON as the specification's test files use it.
enum JSONValue: Decodable, Sendable {
  case null, flag(Bool), number(Int), text(String), list([JSONValue]), object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() { self = .null }
    else if let flag = try? container.decode(Bool.self) { self = .flag(flag) }
    else if let number = try? container.decode(Int.self) { self = .number(number) }
    else if let decimal = try? container.decode(Double.self) { self = .text("\(decimal)") }
    else if let text = try? container.decode(String.self) { self = .text(text) }
    else if let list = try? container.decode([JSONValue].self) { self = .list(list) }
    else { self = .object(try container.decode([String: JSONValue].self)) }
  }

  /// The type of a value; lists are typed by their first item, and null is an absent text.
  var type: ModelType {
    switch self {
    case .null, .text: .text
    case .flag: .flag
    case .number: .number
    case .object(let fields): .object(Self.shape(of: fields))
    case .list(let items): .list(items.first?.itemShape ?? ModelShape("nothing", []))
    }
  }

  private var itemShape: ModelShape {
    if case .object(let shape) = type { shape } else { .item(type) }
  }

  private static func shape(of fields: [String: JSONValue]) -> ModelShape {
    ModelShape(
      "object",
      fields.keys.sorted().map { key in
        let type = fields[key]?.type ?? .text
        return ModelField(key, type, summary: Text(zh: key, en: key))
      })
  }

  func value(as type: ModelType) -> TemplateValue {
    switch (self, type) {
    case (.text(let text), _): .text(text)
    case (.number(let number), _): .number(number)
    case (.flag(let flag), _): .flag(flag)
    case (.object, .object(let shape)): .object(object(shape))
    case (.list(let items), .list(let shape)): .list(items.map { $0.object(shape) })
    default: .absent
    }
  }

  private func object(_ shape: ModelShape) -> any TemplateObject {
    guard case .object(let fields) = self else {
      return TemplateItem(value(as: shape.fields[0].type), shape: shape)
    }
    let values = shape.fields.map { (fields[$0.name] ?? .null).value(as: $0.type) }
    return DynamicObject(shape: shape, values: values)
  }

  /// The value as the root of a page.
  var root: any TemplateObject { object(itemShape) }
}

/// Compiles templates with `page` as the page, and renders it.
func render(_ templates: [String: String], _ root: some TemplateObject) -> (text: String?, diagnostics: [Diagnostic]) {
  let files = templates.keys.sorted().map {
    TemplateFile(name: $0, path: "\($0).mustache", bytes: Array((templates[$0] ?? "").utf8))
  }
  let (library, diagnostics) = TemplateLibrary.compile(files, pages: [("page", root.shape)])
  guard let template = library?.template("page") else { return (nil, diagnostics) }
  var buffer: [UInt8] = []
  template.render(root, into: &buffer)
  return (String(decoding: buffer, as: UTF8.self), diagnostics)
}

func render(
  _ templates: [String: String], json: String
) throws -> (text: String?, diagnostics: [Diagnostic]) {
  let root = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)).root
  return render(templates, root)
}
