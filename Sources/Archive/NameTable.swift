/// Finds numbers by names, byte for byte: a dictionary of texts looks at every character of a Chinese name twice, in case
/// it could be written in another way. By reference, as asking it must not copy its parts.
public final class NameTable: Sendable {
  private let names: TextTable
  private let values: [Int]

  public init(_ values: [String: Int] = [:]) {
    let names = Array(values.keys)
    self.names = TextTable(names.count) { names[$0] }
    self.values = Array(values.values)
  }

  public func value(of name: String) -> Int? { names.position(of: name).map { values[$0] } }
}
