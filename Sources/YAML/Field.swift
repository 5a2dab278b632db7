import Archive
import Diagnostics

/// A piece of information that a YAML mapping may carry, declared once.
///
/// Decoding, JSON Schema, HTML labels, CSV headings and the documentation all read this declaration.
public struct Field: Sendable {
  /// The English key, `snake_case`; the key of JSON output.
  public let key: String
  /// The official Chinese label; equal to the key when reading.
  public let label: String
  /// Other names in use, accepted when reading: 发文机关 for 发布机构.
  public let aliases: [String]
  public let type: ValueType
  /// What it means and how to fill it in.
  public let summary: Text
  /// A value as it would be written in YAML.
  public let example: String

  public init(
    _ key: String, _ label: String, aliases: [String] = [], _ type: ValueType,
    zh: String, en: String, example: String = ""
  ) {
    self.key = key
    self.label = label
    self.aliases = aliases
    self.type = type
    self.summary = Text(zh: zh, en: en)
    self.example = example
  }

  /// Every name the field may be written under.
  public var names: [String] { [key, label] + aliases }
}

/// What a field's value must be.
public indirect enum ValueType: Sendable {
  case text
  /// `YYYY-MM-DD`, a day that exists.
  case date
  /// A whole number.
  case integer
  /// A number with or without a fraction.
  case decimal
  /// `true`/`false`, 是/否.
  case flag
  /// One text or a list of texts.
  case texts
  /// One of a fixed set of words.
  case choice([Choice])
  /// A term of the vocabulary with this code.
  case term(vocabulary: String)
  /// One term or a list of terms.
  case terms(vocabulary: String)
  case record(FieldTable)
  case records(FieldTable)
  /// A mapping whose keys are data, read by its owner.
  case free

  /// A word of a `choice`: its code in data, its Chinese label.
  public struct Choice: Sendable {
    public let code: String
    public let label: String

    public init(_ code: String, _ label: String) {
      self.code = code
      self.label = label
    }
  }
}

/// The fields of one kind of mapping, in their official order.
public final class FieldTable: Sendable {
  /// `kebab-case`, as in `front-matter` or `site`.
  public let name: String
  public let fields: [Field]
  private let ordinals: [String: Int]
  /// The same names, in the bytes they have here.
  private let byBytes: NameTable

  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    var ordinals: [String: Int] = [:]
    for (ordinal, field) in fields.enumerated() {
      for name in field.names { ordinals[name] = ordinal }
    }
    self.ordinals = ordinals
    byBytes = NameTable(ordinals)
  }

  /// The field written under `name`: its key, label or an alias.
  public func ordinal(of name: String) -> Int? { byBytes.value(of: name) ?? ordinals[name] }

  public var labels: [String] { fields.flatMap { [$0.label, $0.key] } }
}

/// The fields of a mapping as an enumeration, so that code names them and the compiler checks the names.
///
/// The raw values count from zero in the order of the table.
public protocol FieldKey: RawRepresentable<Int>, CaseIterable, Sendable {
  static var table: FieldTable { get }
}

extension FieldKey {
  public var field: Field { Self.table.fields[rawValue] }
}
