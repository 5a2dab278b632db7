/// Reads what `ByteWriter` wrote; every answer is `nil` where the bytes cannot be that.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func word() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
  }

  mutating func integer() -> Int? { word().map { Int(Int64(bitPattern: $0)) } }

  mutating func text() -> String? {
    guard let count = integer(), (0...(bytes.count - position)).contains(count) else { return nil }
    defer { position += count }
    return String(validating: bytes[position..<position + count], as: UTF8.self)
  }

  /// The outer optional is `nil` where the bytes cannot be an optional value.
  mutating func optional<Value>(_ read: (inout ByteReader) -> Value?) -> Value?? {
    switch integer() {
    case 0: .some(nil)
    case 1: read(&self).map { .some($0) }
    default: nil
    }
  }

  mutating func list<Value>(_ read: (inout ByteReader) -> Value?) -> [Value]? {
    // No item takes less than a byte, so that a damaged count cannot ask for more memory than there are bytes.
    guard let count = integer(), (0...(bytes.count - position)).contains(count) else { return nil }
    var values: [Value] = []
    for _ in 0..<count {
      guard let value = read(&self) else { return nil }
      values.append(value)
    }
    return values
  }
}
