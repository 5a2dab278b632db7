/// A value as a template meets it.
public enum TemplateValue {
  /// Nothing: prints nothing, and is false in a section.
  case absent
  case text(String)
  /// Markup, already escaped.
  case html([UInt8])
  case number(Int)
  case flag(Bool)
  /// One object.
  case object(any TemplateObjects)
  case list(any TemplateObjects)

  /// Whether a section on this value is rendered.
  ///
  /// The specification asks for "truthy (e.g. `!!data == true`)": empty text, empty markup and zero are false.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .object: true
    case .list(let items): items.count > 0
    }
  }
}

/// Objects of one shape that a template takes names from: the items of a list, or one by itself.
///
/// By reference and read in place, so that rendering a list copies none of its items. Objects form a tree of finite
/// depth: a recursive partial follows it to its end.
public protocol TemplateObjects: AnyObject {
  /// The names on offer. The same instance for all objects of one kind.
  var shape: ModelShape { get }

  var count: Int { get }

  /// The value of the field at `slot` of the shape, of the type the shape promises, or `.absent`.
  func value(at slot: Int, ofItem index: Int) -> TemplateValue
}

/// Models of one type as templates read them.
public final class ModelObjects<Root: TemplateModel>: TemplateObjects {
  @usableFromInline let items: [Root]
  @usableFromInline let model: Model<Root>

  @inlinable
  public init(_ items: [Root]) {
    self.items = items
    model = Root.model
  }

  @inlinable public var shape: ModelShape { model.shape }
  @inlinable public var count: Int { items.count }

  @inlinable
  public func value(at slot: Int, ofItem index: Int) -> TemplateValue { model.getters[slot](items, index) }
}

/// A list of texts, each printed by `{{.}}`.
@usableFromInline
final class TextObjects: TemplateObjects {
  private let texts: [String]

  @usableFromInline
  init(_ texts: [String]) { self.texts = texts }

  @usableFromInline var shape: ModelShape { .textItem }
  @usableFromInline var count: Int { texts.count }

  @usableFromInline
  func value(at slot: Int, ofItem index: Int) -> TemplateValue { .text(texts[index]) }
}
