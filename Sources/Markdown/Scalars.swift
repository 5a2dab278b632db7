/// Reading UTF-8 one scalar at a time, in both directions, without trust that it is well formed.
enum Scalars {
  /// What stands for bytes that are not UTF-8.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at `index`, and its length in bytes.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    // Most of Chinese text.
    if lead & 0xF0 == 0xE0, index + 3 <= bytes.count {
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (replacement, 1) }
      return (UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F), 3)
    }
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
