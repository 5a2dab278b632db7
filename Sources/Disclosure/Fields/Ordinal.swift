/// A place in a list, as of a term in its vocabulary, or none, in four bytes instead of the sixteen of an `Int?`.
@propertyWrapper
public struct Ordinal: Sendable, Hashable {
  private var number: Int32 = -1

  public init() {}

  public var wrappedValue: Int? {
    get { number < 0 ? nil : Int(number) }
    // A damaged cache may hold any number; no list is so long.
    set { number = newValue.flatMap { Int32(exactly: $0) } ?? -1 }
  }
}
