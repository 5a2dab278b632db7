/// Bits, the most significant first, and the codes the posting lists are made of.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  /// Bits not yet in `bytes`, in the low end.
  private var pending: UInt64 = 0
  private var pendingCount = 0

  var count: Int { bytes.count * 8 + pendingCount }

  @inline(__always)
  mutating func append(_ value: UInt32, bits: Int) {
    pending = pending << UInt64(bits) | UInt64(value)
    pendingCount += bits
    while pendingCount >= 8 {
      pendingCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(pendingCount)))
    }
  }

  /// Elias gamma: the length in unary, then the number. `value` is at least 1.
  mutating func appendGamma(_ value: Int) {
    let length = Int.bitWidth - value.leadingZeroBitCount
    append(0, bits: length - 1)
    append(UInt32(value), bits: length)
  }

  /// Rice: the part above `parameter` bits in unary, then the low bits.
  @inline(__always)
  mutating func appendRice(_ value: Int, parameter: Int) {
    var quotient = value >> parameter
    while quotient >= 24 {
      append(0xFF_FFFF, bits: 24)
      quotient -= 24
    }
    append((1 << UInt32(quotient) - 1) << 1, bits: quotient + 1)
    append(UInt32(value & (1 << parameter - 1)), bits: parameter)
  }

  /// The parameter that suits `count` numbers spread evenly below `universe`: the reader computes the same.
  static func riceParameter(universe: Int, count: Int) -> Int {
    let mean = universe * 11 / (max(1, count) * 16)
    return mean < 1 ? 0 : Int.bitWidth - 1 - mean.leadingZeroBitCount
  }

  /// A range of the bits of `other`.
  mutating func append(_ other: BitWriter, _ range: Range<Int>) {
    var bit = range.lowerBound
    while bit < range.upperBound {
      let offset = bit & 7
      let take = min(8 - offset, range.upperBound - bit)
      let byte = UInt32(other.byte(bit >> 3)) >> UInt32(8 - offset - take) & (1 << UInt32(take) - 1)
      append(byte, bits: take)
      bit += take
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : UInt8(truncatingIfNeeded: pending << UInt64(8 - pendingCount))
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base64 without padding, filled up with zero bits.
  func appendBase64(to out: inout [UInt8]) {
    var (buffer, filled) = (UInt32(0), 0)
    for index in 0..<(count + 7) / 8 {
      buffer = buffer << 8 | UInt32(byte(index))
      filled += 8
      while filled >= 6 {
        filled -= 6
        out.append(Self.alphabet[Int(buffer >> UInt32(filled) & 63)])
      }
    }
    if filled > 0 { out.append(Self.alphabet[Int(buffer << UInt32(6 - filled) & 63)]) }
  }
}
