import Foundation

/// Judges JSON values by the part of JSON Schema, draft-07, that the site's schemas use. A keyword it does not know makes
/// every value invalid, so that none is passed over.
struct SchemaValidator {
  private let schema: Any

  init(_ data: Data) throws { schema = try JSONSerialization.jsonObject(with: data) }

  func accepts(_ value: Any) -> Bool { Self.accepts(value, schema) }

  private static func accepts(_ value: Any, _ schema: Any) -> Bool {
    guard let schema = schema as? [String: Any] else { return false }
    return schema.allSatisfy { keyword, argument in accepts(value, keyword, argument, schema) }
  }

  private static func accepts(_ value: Any, _ keyword: String, _ argument: Any, _ schema: [String: Any]) -> Bool {
    let object = value as? [String: Any]
    switch (keyword, argument) {
    case ("$schema", _), ("title", _), ("description", _), ("then", _): return true
    case ("type", let name as String): return isOfType(value, name)
    case ("pattern", let pattern as String):
      guard let text = value as? String else { return true }
      return text.range(of: pattern, options: .regularExpression) != nil
    case ("enum", let constants as [NSObject]): return constants.contains { $0.isEqual(value) }
    case ("anyOf", let schemas as [Any]): return schemas.contains { accepts(value, $0) }
    case ("allOf", let schemas as [Any]): return schemas.allSatisfy { accepts(value, $0) }
    case ("not", _): return !accepts(value, argument)
    case ("if", _): return !accepts(value, argument) || schema["then"].map { accepts(value, $0) } ?? true
    case ("required", let names as [String]): return names.allSatisfy { object?.keys.contains($0) ?? true }
    case ("items", _): return (value as? [Any])?.allSatisfy { accepts($0, argument) } ?? true
    case ("properties", let properties as [String: Any]):
      return properties.allSatisfy { name, schema in object?[name].map { accepts($0, schema) } ?? true }
    case ("additionalProperties", let isAllowed as Bool):
      let known = schema["properties"] as? [String: Any] ?? [:]
      return isAllowed || object?.keys.allSatisfy { known.keys.contains($0) } ?? true
    case ("additionalProperties", _): return object?.values.allSatisfy { accepts($0, argument) } ?? true
    default: return false
    }
  }

  private static func isOfType(_ value: Any, _ name: String) -> Bool {
    switch name {
    case "string": value is String
    case "integer": (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    case "number": value is NSNumber
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
