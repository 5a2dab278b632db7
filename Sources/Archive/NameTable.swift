/// Finds numbers by names, byte for byte: a dictionary of texts looks at every character of a Chinese name twice, in case
/// it could be written in another way. By reference, as asking it must not copy its parts.
public final class NameTable: Sendable {
  private let names: [String]
  private let values: [Int]
  private let table: KeyTable

  public init(_ values: [String: Int] = [:]) {
    names = Array(values.keys)
    self.values = Array(values.values)
    var table = KeyTable(capacity: names.count)
    for (position, name) in names.enumerated() { table.insert(Fingerprint(of: name), position) }
    self.table = table
  }

  public func value(of name: String) -> Int? {
    table.first(Fingerprint(of: name)) { names[$0] == name }.map { values[$0] }
  }
}
