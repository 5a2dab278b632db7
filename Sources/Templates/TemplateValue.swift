/// A value as a template meets it.
public enum TemplateValue: Sendable {
  /// Nothing: prints nothing, and is false in a section.
  case absent
  case text(String)
  /// Markup, already escaped.
  case html([UInt8])
  /// Markup that is part of a larger buffer.
  case htmlSlice(ArraySlice<UInt8>)
  case number(Int)
  case flag(Bool)
  case object(any TemplateObject)
  case list([any TemplateObject])

  /// Whether a section on this value is rendered.
  ///
  /// The specification asks for "truthy (e.g. `!!data == true`)": empty text, empty markup and zero are false.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .htmlSlice(let bytes): !bytes.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .object: true
    case .list(let items): !items.isEmpty
    }
  }
}

/// Something a template can take names from.
///
/// Objects form a tree of finite depth: a recursive partial follows it to its end.
public protocol TemplateObject: Sendable {
  /// The names on offer. The same instance for all objects of one kind.
  var shape: ModelShape { get }

  /// The value of the field at `slot` of the shape, of the type the shape promises, or `.absent`.
  func value(at slot: Int) -> TemplateValue
}

/// A list item that is a value, printed by `{{.}}`.
public struct TemplateItem: TemplateObject {
  public let shape: ModelShape
  private let value: TemplateValue

  /// - Parameter shape: made by `ModelShape.item(_:)`.
  public init(_ value: TemplateValue, shape: ModelShape) {
    self.shape = shape
    self.value = value
  }

  public func value(at slot: Int) -> TemplateValue { value }
}

/// An item of a list of texts; as small as the text, so that a list of them needs no boxes.
@usableFromInline
struct TextItem: TemplateObject {
  let text: String

  @usableFromInline
  init(text: String) { self.text = text }

  @usableFromInline var shape: ModelShape { .textItem }

  @usableFromInline
  func value(at slot: Int) -> TemplateValue { .text(text) }
}
