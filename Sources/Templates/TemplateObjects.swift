/// Objects of one shape that a template takes names from: the items of a list, or one by itself.
///
/// By reference and read in place, so that rendering a list copies none of its items. Objects form a tree of finite
/// depth: a recursive partial follows it to its end.
public final class TemplateObjects {
  private let shapeReference: Unmanaged<ModelShape>
  /// What keeps the shape alive; absent for a model's, which lives for ever.
  private let shapeOwner: ModelShape?
  public let count: Int
  /// The value of the field at a slot of the shape, of the type the shape promises, or `.absent`.
  let value: (_ slot: Int, _ index: Int) -> TemplateValue
  /// Where the shape's objects have identities: which one the object has.
  let identity: ((_ index: Int) -> Int)?

  /// The names on offer. The same instance for all objects of one kind.
  public var shape: ModelShape { shapeReference._withUnsafeGuaranteedRef { $0 } }

  public init(
    shape: ModelShape, count: Int, identity: ((_ index: Int) -> Int)? = nil,
    value: @escaping (_ slot: Int, _ index: Int) -> TemplateValue
  ) {
    shapeReference = .passUnretained(shape)
    shapeOwner = shape
    self.count = count
    self.identity = identity
    self.value = value
  }

  /// - Parameter shape: not counted, as workers that count references to one shape wait for each other.
  @usableFromInline
  init(
    immortal shape: Unmanaged<ModelShape>, count: Int, identity: ((_ index: Int) -> Int)? = nil,
    value: @escaping (_ slot: Int, _ index: Int) -> TemplateValue
  ) {
    shapeReference = shape
    shapeOwner = nil
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
    let model = Unmanaged.passUnretained(Root.model)
    var identity: ((_ index: Int) -> Int)?
    if let identify = model._withUnsafeGuaranteedRef({ $0.identity }) { identity = { identify(models[$0]) } }
    let shape = model._withUnsafeGuaranteedRef { $0.immortalShape }
    self.init(immortal: shape, count: models.count, identity: identity) { slot, index in
      model._withUnsafeGuaranteedRef { $0.getters[slot] }._withUnsafeGuaranteedRef { $0.value(models, index) }
    }
  }

  /// Texts, each printed by `{{.}}`.
  @usableFromInline
  convenience init(_ texts: [String]) {
    self.init(shape: .textItem, count: texts.count) { _, index in .text(texts[index]) }
  }
}
