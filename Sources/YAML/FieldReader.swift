import Chronology
import Diagnostics

/// Reads a mapping by its declared fields and reports everything that does not fit.
///
/// Each value is asked for by its field and comes back typed, or `nil` when it is absent or was reported.
/// Unknown and repeated keys are reported as soon as the reader is made.
public struct FieldReader<Key: FieldKey> {
  @usableFromInline var mapping: MappingReader

  /// - Parameter node: `nil` or null reads as a mapping without keys.
  @inlinable
  public init(_ node: YAMLNode?, path: String) { mapping = MappingReader(node, Key.table, path: path) }

  @inlinable public var path: String { mapping.path }
  /// The whole mapping.
  @inlinable public var range: ByteRange { mapping.range }
  @inlinable public var diagnostics: [Diagnostic] { mapping.diagnostics }

  /// The value as written, for what has a reader of its own. Null counts as absent.
  @inlinable public func node(_ key: Key) -> YAMLNode? { mapping.node(key.rawValue) }

  /// Where the field's value stands, or its key when the value is empty.
  @inlinable public func span(_ key: Key) -> SourceSpan? { mapping.span(key.rawValue) }

  /// Whether the field is written, though its value may be empty.
  @inlinable public func has(_ key: Key) -> Bool { mapping.has(key.rawValue) }

  /// The fields that have a value, with its range; one that is written and left empty has none.
  @inlinable public var present: [(ordinal: Int, range: ByteRange)] { mapping.present }

  @inlinable public mutating func text(_ key: Key) -> String? { mapping.text(key.rawValue) }

  /// One text, or each text of a list.
  @inlinable public mutating func texts(_ key: Key) -> [Located<String>] { mapping.texts(key.rawValue) }

  @inlinable public mutating func integer(_ key: Key) -> Int? { mapping.integer(key.rawValue) }

  @inlinable public mutating func flag(_ key: Key) -> Bool? { mapping.flag(key.rawValue) }

  @inlinable public mutating func date(_ key: Key) -> CivilDate? { mapping.date(key.rawValue) }

  /// The code of one of the field's choices.
  @inlinable public mutating func choice(_ key: Key) -> String? { mapping.choice(key.rawValue) }

  /// A nested mapping, read by its own fields; what its reader reports is collected with `absorb`.
  @inlinable
  public func record<Nested: FieldKey>(_ key: Key, as: Nested.Type = Nested.self) -> FieldReader<Nested>? {
    node(key).map { FieldReader<Nested>($0, path: path) }
  }

  /// A list of mappings, or a single mapping.
  @inlinable
  public mutating func records<Nested: FieldKey>(_ key: Key, as: Nested.Type = Nested.self) -> [FieldReader<Nested>] {
    guard let node = node(key) else { return [] }
    if case .sequence(let items) = node.content { return items.map { FieldReader<Nested>($0, path: path) } }
    return [FieldReader<Nested>(node, path: path)]
  }

  /// Takes over what a nested reader, or a check on a value, reported.
  @inlinable public mutating func absorb(_ found: [Diagnostic]) { mapping.absorb(found) }
}

/// A value and the place it was written.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let span: SourceSpan

  public init(_ value: Value, _ span: SourceSpan) {
    self.value = value
    self.span = span
  }
}
