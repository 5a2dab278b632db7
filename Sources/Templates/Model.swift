import Diagnostics

/// A type that templates can read, its names declared once beside it.
///
///     extension Attachment: TemplateModel {
///       static let model = Model<Attachment>("attachment", [
///         .text("name", zh: "文件名", en: "file name") { $0.name },
///         .number("size", zh: "字节数", en: "size in bytes") { $0.size },
///       ])
///     }
public protocol TemplateModel: SendableMetatype {
  static var model: Model<Self> { get }
}

/// The fields of a model: the shape templates are checked against, and how each value is got.
///
/// It lives for ever, so that what is rendered need not count references to it.
public final class Model<Root>: Sendable {
  public let shape: ModelShape
  @usableFromInline let immortalShape: Unmanaged<ModelShape>
  /// By slot. Not counted: to share a getter anew for each value would have the workers wait for each other.
  @usableFromInline let getters: [Unmanaged<Getter>]
  /// What keeps the getters alive.
  private let fields: [Field]

  @usableFromInline let identity: (@Sendable (Root) -> Int)?

  /// - Parameter identity: for models that are items of many lists, as entries are. In one context all values of items
  ///   with the same identity have to be the same: what one was rendered to stands for the others.
  public init(_ name: String, identity: (@Sendable (Root) -> Int)? = nil, _ fields: [Field]) {
    shape = ModelShape(name, fields.map(\.field), recurs: identity != nil)
    immortalShape = .passUnretained(shape)
    self.identity = identity
    self.fields = fields
    self.getters = fields.map { .passUnretained($0.getter) }
    _ = Unmanaged.passRetained(self)
  }

  /// Reads a value of one of several models, where it lies.
  @usableFromInline
  final class Getter: Sendable {
    @usableFromInline let value: @Sendable ([Root], _ index: Int) -> TemplateValue

    @usableFromInline
    init(_ value: @escaping @Sendable ([Root], _ index: Int) -> TemplateValue) { self.value = value }
  }

  public struct Field: Sendable {
    @usableFromInline let field: ModelField
    @usableFromInline let getter: Getter

    // Inlined with all that follows, so that the getters are specialized for their models: generic ones look up types
    // each time they are called, and one that is given another has to call it.
    @inlinable @inline(__always)
    init(
      _ name: String, zh: String, en: String, _ type: @escaping @autoclosure @Sendable () -> ModelType,
      value: @escaping @Sendable ([Root], _ index: Int) -> TemplateValue
    ) {
      self.field = ModelField(name, type(), summary: Text(zh: zh, en: en))
      self.getter = Getter(value)
    }

    /// Plain text; `nil` is absent.
    @inlinable @inline(__always)
    public static func text(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> String?
    ) -> Field {
      Field(name, zh: zh, en: en, .text) { if let text = get($0[$1]) { .text(text) } else { .absent } }
    }

    /// Markup, already escaped; `nil` is absent.
    @inlinable @inline(__always)
    public static func html(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> [UInt8]?
    ) -> Field {
      Field(name, zh: zh, en: en, .html) { if let bytes = get($0[$1]) { .html(bytes) } else { .absent } }
    }

    /// A whole number; `nil` is absent.
    @inlinable @inline(__always)
    public static func number(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> Int?
    ) -> Field {
      Field(name, zh: zh, en: en, .number) { if let number = get($0[$1]) { .number(number) } else { .absent } }
    }

    /// A condition for sections; it cannot be printed.
    @inlinable @inline(__always)
    public static func flag(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> Bool
    ) -> Field {
      Field(name, zh: zh, en: en, .flag) { .flag(get($0[$1])) }
    }

    /// Texts without names of their own: `{{#keywords}}{{.}}{{/keywords}}`.
    @inlinable @inline(__always)
    public static func texts(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> [String]
    ) -> Field {
      Field(name, zh: zh, en: en, .list(.textItem)) {
        let items = get($0[$1])
        return items.isEmpty ? .absent : .list(TemplateObjects(items))
      }
    }

    /// Another model; `nil` is absent.
    @inlinable @inline(__always)
    public static func object<Other: TemplateModel>(
      _ name: String, of other: Other.Type, zh: String, en: String, _ get: @escaping @Sendable (Root) -> Other?
    ) -> Field {
      Field(name, zh: zh, en: en, .object(other.model.shape)) {
        if let object = get($0[$1]) { .object(TemplateObjects([object])) } else { .absent }
      }
    }

    /// Models of one kind, in the order they are printed.
    @inlinable @inline(__always)
    public static func list<Item: TemplateModel>(
      _ name: String, of item: Item.Type, zh: String, en: String, _ get: @escaping @Sendable (Root) -> [Item]
    ) -> Field {
      Field(name, zh: zh, en: en, .list(item.model.shape)) {
        let items = get($0[$1])
        return items.isEmpty ? .absent : .list(TemplateObjects(items))
      }
    }
  }
}
