import Bytes

/// Appends values to bytes, for `ByteReader` to read back. Small numbers take little room.
public struct ByteWriter: ~Copyable {
  @usableFromInline var buffer: ByteBuffer

  /// As an array of their own.
  public var bytes: [UInt8] { buffer.array() }

  /// How many bytes there are.
  @inlinable public var count: Int { buffer.count }

  /// - Parameter capacity: how many bytes are likely to be written.
  public init(capacity: Int = 64) { buffer = ByteBuffer(capacity: capacity) }

  /// - Parameter body: what it is given must not outlive it.
  @inlinable
  public func withUnsafeBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(buffer.bytes))
  }

  /// Takes away the bytes that were written first.
  public mutating func removeFirst(_ count: Int) { buffer.removeFirst(count) }

  @inlinable public mutating func byte(_ value: UInt8) { buffer.append(value) }

  /// In seven bits a byte, the lowest first.
  @inlinable public mutating func count(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(truncatingIfNeeded: rest))
  }

  /// In eight bytes.
  @inlinable public mutating func word(_ value: UInt64) {
    Swift.withUnsafeBytes(of: value.littleEndian) { raw($0) }
  }

  @inlinable public mutating func integer(_ value: Int) { word(UInt64(bitPattern: Int64(value))) }

  @inlinable public mutating func flag(_ value: Bool) { byte(value ? 1 : 0) }

  @inlinable public mutating func fingerprint(_ value: Fingerprint) {
    word(value.low)
    word(value.high)
  }

  @inlinable public mutating func text(_ value: String) {
    count(value.utf8.count)
    buffer.append(contentsOf: value)
  }

  /// As `optional` writes it.
  @inlinable public mutating func text(_ value: String?) {
    flag(value != nil)
    if let value { text(value) }
  }

  @inlinable public mutating func raw(_ value: UnsafeRawBufferPointer) {
    buffer.append(value.assumingMemoryBound(to: UInt8.self))
  }

  public mutating func zeros(_ count: Int) {
    for _ in 0..<count { buffer.append(0) }
  }

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
