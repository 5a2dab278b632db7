import Diagnostics

/// A type that templates can read, its names declared once beside it.
///
///     extension Attachment: TemplateModel {
///       static let model = Model<Attachment>("attachment", [
///         .text("name", zh: "文件名", en: "file name") { $0.name },
///         .number("size", zh: "字节数", en: "size in bytes") { $0.size },
///       ])
///     }
public protocol TemplateModel: TemplateObject {
  static var model: Model<Self> { get }
}

extension TemplateModel {
  public var shape: ModelShape { Self.model.shape }

  @inlinable
  public func value(at slot: Int) -> TemplateValue { Self.model.getters[slot](self) }
}

/// The fields of a model: the shape templates are checked against, and how each value is got.
public final class Model<Root>: Sendable {
  public let shape: ModelShape
  @usableFromInline let getters: [@Sendable (Root) -> TemplateValue]

  public init(_ name: String, _ fields: [Field]) {
    self.shape = ModelShape(name, fields.map(\.field))
    self.getters = fields.map(\.value)
  }

  public struct Field: Sendable {
    let field: ModelField
    let value: @Sendable (Root) -> TemplateValue

    private init(
      _ name: String, zh: String, en: String, _ type: @escaping @autoclosure @Sendable () -> ModelType,
      value: @escaping @Sendable (Root) -> TemplateValue
    ) {
      self.field = ModelField(name, type(), summary: Text(zh: zh, en: en))
      self.value = value
    }

    /// Plain text; `nil` is absent.
    public static func text(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> String?
    ) -> Field {
      Field(name, zh: zh, en: en, .text) { get($0).map(TemplateValue.text) ?? .absent }
    }

    /// Markup, already escaped; `nil` is absent.
    public static func html(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> [UInt8]?
    ) -> Field {
      Field(name, zh: zh, en: en, .html) { get($0).map(TemplateValue.html) ?? .absent }
    }

    /// Markup, already escaped, within a larger buffer; `nil` is absent.
    public static func htmlSlice(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> ArraySlice<UInt8>?
    ) -> Field {
      Field(name, zh: zh, en: en, .html) { get($0).map(TemplateValue.htmlSlice) ?? .absent }
    }

    /// A whole number; `nil` is absent.
    public static func number(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> Int?
    ) -> Field {
      Field(name, zh: zh, en: en, .number) { get($0).map(TemplateValue.number) ?? .absent }
    }

    /// A condition for sections; it cannot be printed.
    public static func flag(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> Bool
    ) -> Field {
      Field(name, zh: zh, en: en, .flag) { .flag(get($0)) }
    }

    /// Texts without names of their own: `{{#keywords}}{{.}}{{/keywords}}`.
    public static func texts(
      _ name: String, zh: String, en: String, _ get: @escaping @Sendable (Root) -> [String]
    ) -> Field {
      Field(name, zh: zh, en: en, .list(.textItem)) { .list(get($0).map(TextItem.init)) }
    }

    /// Another model; `nil` is absent.
    public static func object<Other: TemplateModel>(
      _ name: String, of other: Other.Type, zh: String, en: String, _ get: @escaping @Sendable (Root) -> Other?
    ) -> Field {
      Field(name, zh: zh, en: en, .object(other.model.shape)) { get($0).map(TemplateValue.object) ?? .absent }
    }

    /// Models of one kind, in the order they are printed.
    public static func list<Item: TemplateModel>(
      _ name: String, of item: Item.Type, zh: String, en: String, _ get: @escaping @Sendable (Root) -> [Item]
    ) -> Field {
      Field(name, zh: zh, en: en, .list(item.model.shape)) { .list(get($0)) }
    }
  }
}
