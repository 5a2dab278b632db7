/// Reading UTF-8 one scalar at a time, in both directions, without trust that it is well formed.
enum Scalars {
  /// What stands for bytes that are not UTF-8.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at `index`, and its length in bytes.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.count else { return (replacement, 1) }
    var value = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  /// The scalar that ends just before `index`.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> (value: UInt32, length: Int) {
    var start = index - 1
    if bytes[start] < 0x80 { return (UInt32(bytes[start]), 1) }
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = decode(bytes, at: start)
    return start + length == index ? (value, length) : (replacement, 1)
  }
}
