/// A value that few documents have. It is kept apart, so that the others need no room for it.
@propertyWrapper
public enum Rare<Value> {
  case absent
  indirect case present(Value)

  public init() { self = .absent }

  public var wrappedValue: Value? {
    get { if case .present(let value) = self { value } else { nil } }
    set { self = newValue.map(Rare.present) ?? .absent }
  }
}

extension Rare: Sendable where Value: Sendable {}
