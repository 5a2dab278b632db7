import Bytes
import Diagnostics
import Foundation
import Synchronization
import Templates

extension TemplateObjects {
  /// - Parameter items: the values of each, by slot.
  convenience init(_ items: [[TemplateValue]], shape: ModelShape) {
    self.init(shape: shape, count: items.count) { slot, index in items[index][slot] }
  }

  /// A value without a name, printed by `{{.}}`.
  static func item(_ value: TemplateValue, shape: ModelShape) -> TemplateObjects {
    TemplateObjects([[value]], shape: shape)
  }
}

/// Beside the pages of these tests there is nothing.
struct NoContext: TemplateModel {
  static let model = Model<NoContext>("context", [])
}

/// JSON as the specification's test files use it.
enum JSONValue: Decodable, Sendable {
  case null, flag(Bool), number(Int), text(String), list([JSONValue]), object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let decimal = try? container.decode(Double.self) {
      self = .text("\(decimal)")
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The shape of the items of a list, known once its first item has been read.
  private final class ItemShape: Sendable {
    let name: String
    let shape = Mutex<ModelShape?>(nil)

    init(name: String) { self.name = name }
  }

  /// The type of a value; lists are typed by their first item, and null is an absent text.
  ///
  /// An empty list with the name of the list it is in is taken to hold the same items: `{nodes: [{nodes: []}]}`.
  private func type(name: String) -> ModelType {
    switch self {
    case .null, .text: return .text
    case .flag: return .flag
    case .number: return .number
    case .object(let fields): return .object(Self.shape(of: fields, in: nil))
    case .list(let items):
      guard let first = items.first else { return .list(ModelShape("nothing", [])) }
      return .list(first.itemShape(name: name))
    }
  }

  private func itemShape(name: String) -> ModelShape {
    guard case .object(let fields) = self else { return .item(type(name: name)) }
    let items = ItemShape(name: name)
    let shape = Self.shape(of: fields, in: items)
    items.shape.withLock { $0 = shape }
    return shape
  }

  private static func shape(of fields: [String: JSONValue], in list: ItemShape?) -> ModelShape {
    ModelShape(
      "object",
      fields.keys.sorted().map { key in
        let summary = Text(zh: key, en: key)
        let value = fields[key] ?? .null
        if case .list(let items) = value, items.isEmpty, let list, list.name == key {
          return ModelField(key, .list(list.shape.withLock { $0 } ?? .textItem), summary: summary)
        }
        let type = value.type(name: key)
        return ModelField(key, type, summary: summary)
      })
  }

  func value(as type: ModelType) -> TemplateValue {
    switch (self, type) {
    case (.text(let text), _): .text(text)
    case (.number(let number), _): .number(number)
    case (.flag(let flag), _): .flag(flag)
    case (.object, .object(let shape)): .object(TemplateObjects([values(shape)], shape: shape))
    case (.list(let items), .list(let shape)): .list(TemplateObjects(items.map { $0.values(shape) }, shape: shape))
    default: .absent
    }
  }

  private func values(_ shape: ModelShape) -> [TemplateValue] {
    guard case .object(let fields) = self else { return [value(as: shape.fields[0].type)] }
    return shape.fields.map { (fields[$0.name] ?? .null).value(as: $0.type) }
  }

  /// The value as the root of a page.
  var root: TemplateObjects {
    let shape = itemShape(name: "")
    return TemplateObjects([values(shape)], shape: shape)
  }
}

/// Compiles templates with `page` as the page, and renders it.
func render<Context: TemplateModel>(
  _ templates: [String: String], _ root: TemplateObjects, in context: Context = NoContext()
) -> (text: String?, diagnostics: [Diagnostic]) {
  let files = templates.keys.sorted().map {
    TemplateFile(name: $0, path: "\($0).mustache", bytes: Array((templates[$0] ?? "").utf8))
  }
  let (library, diagnostics) = TemplateLibrary.compile(
    files, context: Context.model.shape, pages: [("page", root.shape)])
  guard let template = library?.template("page") else { return (nil, diagnostics) }
  var buffer = ByteBuffer()
  template.render(root, in: TemplateContext(context), into: &buffer)
  return (String(decoding: buffer.bytes, as: UTF8.self), diagnostics)
}

func render<Page: TemplateModel>(
  _ templates: [String: String], _ page: Page
) -> (text: String?, diagnostics: [Diagnostic]) {
  render(templates, TemplateObjects([page]))
}

func render(
  _ templates: [String: String], json: String
) throws -> (text: String?, diagnostics: [Diagnostic]) {
  let root = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)).root
  return render(templates, root)
}
