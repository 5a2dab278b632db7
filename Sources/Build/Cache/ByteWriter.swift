/// Appends values to bytes, for `ByteReader` to read back.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func integer(_ value: Int) { word(UInt64(bitPattern: Int64(value))) }

  mutating func text(_ value: String) {
    integer(value.utf8.count)
    bytes += value.utf8
  }

  mutating func optional<Value>(_ value: Value?, _ write: (Value, inout ByteWriter) -> Void) {
    integer(value == nil ? 0 : 1)
    if let value { write(value, &self) }
  }

  mutating func list<Value>(_ values: some Collection<Value>, _ write: (Value, inout ByteWriter) -> Void) {
    integer(values.count)
    for value in values { write(value, &self) }
  }
}
