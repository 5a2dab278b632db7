/// Objects of one shape that a template takes names from: the items of a list, or one by itself.
///
/// By reference and read in place, so that rendering a list copies none of its items. Objects form a tree of finite
/// depth: a recursive partial follows it to its end.
public final class TemplateObjects {
  /// The names on offer. The same instance for all objects of one kind.
  public let shape: ModelShape
  public let count: Int
  /// The value of the field at a slot of the shape, of the type the shape promises, or `.absent`.
  let value: (_ slot: Int, _ index: Int) -> TemplateValue
  /// Where the shape's objects have identities: which one the object has.
  let identity: ((_ index: Int) -> Int)?

  public init(
    shape: ModelShape, count: Int, identity: ((_ index: Int) -> Int)? = nil,
    value: @escaping (_ slot: Int, _ index: Int) -> TemplateValue
  ) {
    self.shape = shape
    self.count = count
    self.identity = identity
    self.value = value
  }

  /// The object that a name of the first object stands for, if there is one.
  func object(at slot: Int) -> TemplateObjects? {
    if case .object(let object) = value(slot, 0) { object } else { nil }
  }

  // Inlinable, so that it is specialized for the models: generic code looks up types each time a value is read.
  @inlinable
  public convenience init<Root: TemplateModel>(_ models: [Root]) {
    let model = Root.model
    var identity: ((_ index: Int) -> Int)?
    if let identify = model.identity { identity = { identify(models[$0]) } }
    self.init(shape: model.shape, count: models.count, identity: identity) { slot, index in
      model.getters[slot]._withUnsafeGuaranteedRef { $0.value(models, index) }
    }
  }

  /// Texts, each printed by `{{.}}`.
  @usableFromInline
  convenience init(_ texts: [String]) {
    self.init(shape: .textItem, count: texts.count) { _, index in .text(texts[index]) }
  }
}
