public import Diagnostics

/// What a template may do with a value.
public indirect enum ModelType: Sendable {
  /// Plain text, escaped when interpolated.
  case text
  /// Markup that is escaped already and printed as it stands.
  case html
  case number
  case flag
  /// One object, or none.
  case object(ModelShape)
  /// Objects of one shape; `ModelShape.item(_:)` makes a list of texts, numbers or lists.
  case list(ModelShape)

  var name: Text {
    switch self {
    case .text: Text(zh: "文本", en: "text")
    case .html: Text(zh: "HTML", en: "HTML")
    case .number: Text(zh: "数字", en: "a number")
    case .flag: Text(zh: "是否值", en: "a flag")
    case .object: Text(zh: "对象", en: "an object")
    case .list: Text(zh: "列表", en: "a list")
    }
  }
}

/// One name that templates can use.
public struct ModelField: Sendable {
  public let name: String
  /// What the value means, for the theme author's reference.
  public let summary: Text
  private let resolveType: @Sendable () -> ModelType

  /// The type is asked for when a template is compiled, so that shapes can refer to each other and to themselves.
  public init(_ name: String, _ type: @escaping @autoclosure @Sendable () -> ModelType, summary: Text) {
    self.name = name
    self.summary = summary
    self.resolveType = type
  }

  public var type: ModelType { resolveType() }
}

/// The names an object offers to templates. Shapes are equal only when they are the same instance.
public final class ModelShape: Sendable {
  public let name: String
  /// In the order given; the position is the slot that `TemplateObjects` is asked for.
  public let fields: [ModelField]
  /// Whether its objects have identities, by which they are known again in other lists.
  let recurs: Bool
  private let slots: [String: Int]

  public init(_ name: String, _ fields: [ModelField], recurs: Bool = false) {
    self.name = name
    self.fields = fields
    self.recurs = recurs
    self.slots = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of a field, or `nil` when the shape has no such name.
  public func slot(of name: String) -> Int? { slots[name] }

  /// The shape of list items that have no names but are themselves a value, which templates call `{{.}}`.
  public static func item(_ type: ModelType) -> ModelShape {
    ModelShape("item", [ModelField(itemName, type, summary: Text(zh: "本项", en: "the item itself"))])
  }

  /// Items of a list of texts.
  public static let textItem = item(.text)

  /// No name in a template can be a lone period, so items stay out of the way of names further out.
  private static let itemName = "."

  var itemType: ModelType? { slots[Self.itemName].map { fields[$0].type } }

  var names: [String] { fields.map(\.name).filter { $0 != Self.itemName } }
}
