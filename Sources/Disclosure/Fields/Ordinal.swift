/// The place of a term in its vocabulary, or none, in four bytes instead of the sixteen of an `Int?`.
@propertyWrapper
public struct Ordinal: Sendable {
  private var number: Int32 = -1

  public init() {}

  public var wrappedValue: Int? {
    get { number < 0 ? nil : Int(number) }
    set { number = newValue.map { Int32($0) } ?? -1 }
  }
}
