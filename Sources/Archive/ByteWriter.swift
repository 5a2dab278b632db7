/// Appends values to bytes, for `ByteReader` to read back. Small numbers take little room.
public struct ByteWriter {
  @usableFromInline var storage: [UInt8] = []

  public var bytes: [UInt8] { storage }

  /// How many bytes there are.
  public var count: Int { storage.count }

  public init() {}

  @inlinable public mutating func reserveCapacity(_ count: Int) { storage.reserveCapacity(count) }

  @inlinable public mutating func byte(_ value: UInt8) { storage.append(value) }

  /// In seven bits a byte, the lowest first.
  @inlinable public mutating func count(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      storage.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    storage.append(UInt8(truncatingIfNeeded: rest))
  }

  /// In eight bytes.
  @inlinable public mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { storage.append(contentsOf: $0) }
  }

  @inlinable public mutating func integer(_ value: Int) { word(UInt64(bitPattern: Int64(value))) }

  @inlinable public mutating func flag(_ value: Bool) { storage.append(value ? 1 : 0) }

  @inlinable public mutating func fingerprint(_ value: Fingerprint) {
    word(value.low)
    word(value.high)
  }

  @inlinable public mutating func text(_ value: String) {
    count(value.utf8.count)
    storage.append(contentsOf: value.utf8)
  }

  @inlinable public mutating func raw(_ value: UnsafeRawBufferPointer) { storage.append(contentsOf: value) }

  @inlinable public mutating func optional<Value>(_ value: Value?, _ write: (Value, inout ByteWriter) -> Void) {
    flag(value != nil)
    if let value { write(value, &self) }
  }

  @inlinable public mutating func list<Value>(
    _ values: some Collection<Value>, _ write: (Value, inout ByteWriter) -> Void
  ) {
    count(values.count)
    for value in values { write(value, &self) }
  }
}
