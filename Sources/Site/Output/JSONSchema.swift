/// What a JSON or YAML value may be, in the part of JSON Schema that the site's own files need.
///
/// Written as draft-07, the newest that editors' YAML tools read.
indirect enum JSONSchema: Sendable {
  case type(String, pattern: String? = nil)
  case constants([Constant])
  case any([JSONSchema])
  case all([JSONSchema])
  case not(JSONSchema)
  /// What holds of values that meet a condition.
  case conditional(JSONSchema, then: JSONSchema)
  /// An object that has a member under one of these names.
  case member([String])
  case array(of: JSONSchema)
  /// An object whose keys are data.
  case map(of: JSONSchema)
  /// - Parameter isOpen: whether it may have other members.
  case object([Property], required: [String] = [], isOpen: Bool = true)

  static let text = type("string")
  static let integer = type("integer")
  static let number = type("number")
  static let date = type("string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")

  enum Constant: Sendable {
    case text(String)
    case flag(Bool)
  }

  struct Property: Sendable {
    let name: String
    let description: String?
    let schema: JSONSchema

    init(_ name: String, _ schema: JSONSchema, _ description: String? = nil) {
      self.name = name
      self.description = description
      self.schema = schema
    }
  }

  /// The file of a schema.
  ///
  /// - Parameter conditions: what else holds of the whole value.
  func file(title: String, conditions: [JSONSchema] = []) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", title)
      write(to: &writer)
      if !conditions.isEmpty { JSONSchema.all(conditions).write(to: &writer) }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .type(let name, let pattern):
      writer.member("type", name)
      writer.member("pattern", pattern)
    case .constants(let constants):
      writer.key("enum")
      writer.array { writer in
        for constant in constants {
          switch constant {
          case .text(let text): writer.string(text)
          case .flag(let flag): writer.boolean(flag)
          }
        }
      }
    case .any(let schemas): Self.write(schemas, as: "anyOf", to: &writer)
    case .all(let schemas): Self.write(schemas, as: "allOf", to: &writer)
    case .not(let schema): Self.write(schema, as: "not", to: &writer)
    case .conditional(let condition, let schema):
      Self.write(condition, as: "if", to: &writer)
      Self.write(schema, as: "then", to: &writer)
    case .member(let names):
      writer.key("anyOf")
      writer.array { writer in
        for name in names {
          writer.object { writer in
            writer.key("required")
            writer.array { $0.string(name) }
          }
        }
      }
    case .array(let item):
      writer.member("type", "array")
      writer.key("items")
      writer.object { item.write(to: &$0) }
    case .map(let value):
      writer.member("type", "object")
      writer.key("additionalProperties")
      writer.object { value.write(to: &$0) }
    case .object(let properties, let required, let isOpen):
      writer.member("type", "object")
      Self.write(properties, required: required, isOpen: isOpen, to: &writer)
    }
  }

  private static func write(_ schema: JSONSchema, as key: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.object { schema.write(to: &$0) }
  }

  private static func write(_ schemas: [JSONSchema], as key: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in schemas.forEach { schema in writer.object { schema.write(to: &$0) } } }
  }

  private static func write(
    _ properties: [Property], required: [String], isOpen: Bool, to writer: inout JSONWriter
  ) {
    if !required.isEmpty {
      writer.key("required")
      writer.array { writer in required.forEach { writer.string($0) } }
    }
    if !isOpen {
      writer.key("additionalProperties")
      writer.boolean(false)
    }
    writer.key("properties")
    writer.object { writer in
      for property in properties {
        writer.newline()
        writer.key(property.name)
        writer.object { writer in
          writer.member("description", property.description)
          property.schema.write(to: &writer)
        }
      }
    }
  }
}
