import Bytes

/// 128 bits that follow from the values added to them, the same in every run on every machine.
///
/// Values with equal fingerprints are taken for equal. It is fast and not meant to withstand an adversary.
public struct Fingerprint: Sendable, Hashable {
  public private(set) var low: UInt64
  public private(set) var high: UInt64

  /// - Parameter seed: makes the same values give another fingerprint.
  public init(seed: UInt64 = 0) { (low, high) = (seed ^ 0x9E37_79B9_7F4A_7C15, seed ^ 0xD1B5_4A32_D192_ED03) }

  /// One that was kept.
  public init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  public init(of bytes: UnsafeRawBufferPointer) {
    self.init()
    add(bytes)
  }

  public init(of bytes: [UInt8]) {
    self.init()
    add(bytes)
  }

  public init(of text: String) {
    self.init()
    add(text)
  }

  @inline(__always) public mutating func add(_ word: UInt64) {
    low = Self.mix(low ^ word, 0xBF58_476D_1CE4_E5B9)
    high = Self.mix(high &+ word, 0x94D0_49BB_1331_11EB)
  }

  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  public mutating func add(_ other: Fingerprint) {
    add(other.low)
    add(other.high)
  }

  // Nothing, and anything there can be, differ.

  public mutating func add(_ other: Fingerprint?) {
    add(other == nil ? 0 : 1 as UInt64)
    if let other { add(other) }
  }

  public mutating func add(_ number: Int?) {
    add(number == nil ? 0 : 1 as UInt64)
    if let number { add(number) }
  }

  public mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1 as UInt64)
    if let text { add(text) }
  }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    // A copy stays in registers.
    var sum = self
    var position = 0
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    // Long texts half by half: each half of every 32 bytes goes into one half of the sum, and from there into the other.
    while position + 64 <= bytes.count {
      for step in stride(from: position, to: position + 64, by: 32) {
        sum.low = Self.mix(sum.low ^ word(step), by: word(step + 8))
        sum.high = Self.mix(sum.high &+ word(step + 16), by: word(step + 24))
      }
      position += 64
      sum.add(sum.low &+ sum.high.byteSwapped)
    }
    while position + 8 <= bytes.count {
      sum.add(word(position))
      position += 8
    }
    var rest = UInt64(bytes.count) << 56
    if position < bytes.count, bytes.count >= 8 {
      // The last eight bytes, less those that have been added.
      rest ^= word(bytes.count - 8) >> UInt64(64 - 8 * (bytes.count - position))
    } else {
      for place in position..<bytes.count { rest ^= UInt64(bytes[place]) << (8 * UInt64(place - position)) }
    }
    sum.add(rest)
    self = sum
  }

  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  public mutating func add(_ text: String) {
    text.withBytes { add(UnsafeRawBufferPointer($0)) }
  }

  /// What is lost where a factor is zero stands in the sum as well.
  private static func mix(_ word: UInt64, by other: UInt64) -> UInt64 {
    let product = (word ^ 0xBF58_476D_1CE4_E5B9).multipliedFullWidth(by: other ^ 0x94D0_49BB_1331_11EB)
    return product.high ^ product.low ^ word.byteSwapped &+ other
  }

  private static func mix(_ word: UInt64, _ factor: UInt64) -> UInt64 {
    let product = (word ^ factor).multipliedFullWidth(by: factor | 1)
    return product.high ^ product.low ^ word.byteSwapped
  }
}
