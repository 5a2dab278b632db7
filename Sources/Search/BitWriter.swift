/// Bits, the most significant first, and the codes the posting lists are made of.
struct BitWriter: ~Copyable {
  private var words = GrowableBuffer<UInt64>()
  /// Bits not yet in `words`, fewer than a word, in the low end.
  private var pending: UInt64 = 0
  private var pendingCount = 0

  var count: Int { words.count * 64 + pendingCount }

  /// `value` is below 2 to the power of `bits`, which are 64 at most.
  @inline(__always)
  mutating func append(_ value: UInt64, bits: Int) {
    let room = 64 - pendingCount
    if bits < room {
      pending = pending &<< UInt64(bits) | value
      pendingCount += bits
    } else {
      let rest = bits - room
      words.append(pending &<< UInt64(room) | value &>> UInt64(rest))
      pending = value & (1 &<< UInt64(rest) &- 1)
      pendingCount = rest
    }
  }

  /// Elias gamma: the length in unary, then the number. `value` is at least 1 and below 2³².
  @inline(__always)
  mutating func appendGamma(_ value: Int) {
    let length = Int.bitWidth - value.leadingZeroBitCount
    append(UInt64(value), bits: 2 * length - 1)
  }

  /// Rice: the part above `parameter` bits in unary, then the low bits. `parameter` is below 32.
  @inline(__always)
  mutating func appendRice(_ value: Int, parameter: Int) {
    var quotient = value &>> parameter
    while quotient >= 32 {
      append(0xFFFF_FFFF, bits: 32)
      quotient -= 32
    }
    let unary: UInt64 = (1 &<< UInt64(quotient) &- 1) &<< 1
    let low = UInt64(value & (1 &<< parameter &- 1))
    append(unary &<< UInt64(parameter) | low, bits: quotient + 1 + parameter)
  }

  /// The parameter that suits `count` numbers spread evenly below `universe`: the reader computes the same.
  static func riceParameter(universe: Int, count: Int) -> Int {
    let mean = universe * 11 / (max(1, count) * 16)
    return mean < 1 ? 0 : Int.bitWidth - 1 - mean.leadingZeroBitCount
  }

  /// A range of the bits of `other`.
  mutating func append(_ other: borrowing BitWriter, _ range: Range<Int>) {
    var bit = range.lowerBound
    while bit < range.upperBound {
      let take = min(64, range.upperBound - bit)
      append(other.bits(from: bit) &>> UInt64(64 - take), bits: take)
      bit += take
    }
  }

  mutating func removeAll() {
    words.removeAll()
    (pending, pendingCount) = (0, 0)
  }

  /// The 64 bits from `bit` on; zeros behind the end.
  @inline(__always)
  private func bits(from bit: Int) -> UInt64 {
    let (index, offset) = (bit >> 6, UInt64(bit & 63))
    return offset == 0 ? word(index) : word(index) &<< offset | word(index + 1) &>> (64 - offset)
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt64 {
    if index < words.count { return words[index] }
    return index == words.count && pendingCount > 0 ? pending &<< UInt64(64 - pendingCount) : 0
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base64 without padding, of whole bytes filled up with zero bits.
  func appendBase64(to out: inout [UInt8]) {
    let start = out.count
    let digits = ((count + 7) / 8 * 8 + 5) / 6
    out.append(contentsOf: repeatElement(0, count: digits))
    Self.alphabet.withUnsafeBufferPointer { alphabet in
      out.withUnsafeMutableBufferPointer { out in
        for first in stride(from: 0, to: digits, by: 10) {
          var bits = bits(from: first * 6)
          for digit in first..<min(first + 10, digits) {
            out[start + digit] = alphabet[Int(bits >> 58)]
            bits &<<= 6
          }
        }
      }
    }
  }
}
