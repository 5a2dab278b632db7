import Bytes

/// Reads what `ByteWriter` wrote.
///
/// Bytes that cannot be that make it invalid, and every answer from then on empty: who reads asks `isValid` at the end.
/// It does not keep the bytes, which must outlive it.
public struct ByteReader {
  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var offset = 0
  public private(set) var isValid = true

  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// How many bytes have been read.
  public var position: Int { offset }

  /// Whether all of it has been read, and could be.
  public var isFinished: Bool { isValid && offset == bytes.count }

  /// Says that the bytes cannot be what was written.
  public mutating func fail() {
    isValid = false
    offset = bytes.count
  }

  @inlinable public mutating func byte() -> UInt8 {
    guard offset < bytes.count else {
      fail()
      return 0
    }
    offset += 1
    return bytes[offset - 1]
  }

  @inlinable public mutating func count() -> Int {
    let first = byte()
    if first < 0x80 { return Int(first) }
    var value = UInt64(first & 0x7F)
    for shift in stride(from: 7 as UInt64, to: 64, by: 7) {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(truncatingIfNeeded: value) }
    }
    fail()
    return 0
  }

  @inlinable public mutating func word() -> UInt64 {
    guard bytes.count - offset >= 8 else {
      fail()
      return 0
    }
    offset += 8
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset - 8, as: UInt64.self))
  }

  @inlinable public mutating func integer() -> Int { Int(Int64(bitPattern: word())) }

  @inlinable public mutating func flag() -> Bool {
    let value = byte()
    if value > 1 { fail() }
    return value == 1
  }

  @inlinable public mutating func fingerprint() -> Fingerprint {
    let low = word()
    return Fingerprint(low: low, high: word())
  }

  /// The next bytes as they stand.
  @inlinable public mutating func raw(_ count: Int) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - offset else {
      fail()
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    offset += count
    return UnsafeRawBufferPointer(rebasing: bytes[offset - count..<offset])
  }

  public mutating func text() -> String {
    let bytes = raw(count())
    // Repairs what is no UTF-8, and is four times as fast as `String(validating:as:)`, which answers `nil`.
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count else {
      fail()
      return ""
    }
    return text
  }

  /// - Parameter known: what the text most likely is; then it takes no room of its own.
  public mutating func text(likely known: String?) -> String {
    let start = offset
    let bytes = raw(count())
    if let known, known.withBytes({ UnsafeRawBufferPointer($0).order(to: bytes) == 0 }) { return known }
    offset = start
    return text()
  }

  /// - Parameter read: answers `nil` where the bytes cannot be such a value.
  @inlinable public mutating func optional<Value>(_ read: (inout ByteReader) -> Value?) -> Value? {
    guard flag() else { return nil }
    let value = read(&self)
    if value == nil { fail() }
    return value
  }

  /// - Parameter read: answers `nil` where the bytes cannot be such a value.
  @inlinable public mutating func list<Value>(_ read: (inout ByteReader) -> Value?) -> [Value] {
    // No item takes less than a byte, so that a damaged count cannot ask for more memory than there are bytes.
    let count = count()
    guard (0...(bytes.count - offset)).contains(count) else {
      fail()
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    while values.count < count {
      guard let value = read(&self), isValid else {
        fail()
        break
      }
      values.append(value)
    }
    return values
  }
}
