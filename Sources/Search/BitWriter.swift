import Bytes

/// Bits, the most significant first, and the codes the posting lists are made of.
struct BitWriter: ~Copyable {
  /// Whole bytes, and behind them, not yet counted, the bits that do not fill one.
  private var bytes = GrowableBuffer<UInt8>()
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Every append writes a whole word.
  private static let spare = MemoryLayout<UInt64>.size

  var count: Int { bytes.count * 8 + pendingCount }

  /// Makes room for so many bytes, which `write` does not exceed.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (inout Cursor) -> Void) {
    var cursor = Cursor(next: bytes.start, pending: pending, pendingCount: pendingCount)
    bytes.append(atMost: most + Self.spare) { start in
      cursor.next = start
      write(&cursor)
      // For those who read it before the next append.
      cursor.store()
      return cursor.next - start
    }
    (pending, pendingCount) = (cursor.pending, cursor.pendingCount)
  }

  /// Where the next bits go, held in registers while a list is written.
  struct Cursor {
    fileprivate var next: UnsafeMutablePointer<UInt8>
    /// What fills no byte yet, fewer than eight bits, in the highest; zeros below.
    fileprivate var pending: UInt64
    fileprivate var pendingCount: Int

    /// `value` is below 2 to the power of `bits`, which are 56 at most.
    @inline(__always)
    mutating func append(_ value: UInt64, bits: Int) {
      let count = pendingCount &+ bits
      pending |= value &<< UInt64(truncatingIfNeeded: 64 &- count)
      store()
      next += count &>> 3
      pending &<<= UInt64(truncatingIfNeeded: count & ~7)
      pendingCount = count & 7
    }

    @inline(__always)
    fileprivate func store() { UnsafeMutableRawPointer(next).storeBytes(of: pending.bigEndian, as: UInt64.self) }

    /// Elias gamma: the length in unary, then the number. `value` is at least 1 and below 2³².
    @inline(__always)
    mutating func appendGamma(_ value: Int) {
      let length = Int.bitWidth - value.leadingZeroBitCount
      if length > 28 {
        append(0, bits: length - 1)
        append(UInt64(value), bits: length)
      } else {
        append(UInt64(value), bits: 2 &* length &- 1)
      }
    }

    /// Elias gamma, then a bit.
    @inline(__always)
    mutating func appendGamma(_ value: Int, then bit: Bool) {
      let length = Int.bitWidth - value.leadingZeroBitCount
      if length > 28 {
        appendGamma(value)
        append(bit ? 1 : 0, bits: 1)
      } else {
        append(UInt64(value) &<< 1 | (bit ? 1 : 0), bits: 2 &* length)
      }
    }

    /// Rice: the part above `parameter` bits in unary, then the low bits. `parameter` is below 32.
    @inline(__always)
    mutating func appendRice(_ value: Int, parameter: Int) {
      let (code, bits) = rice(value, parameter)
      append(code, bits: bits)
    }

    /// A number in Rice code, and one in gamma code.
    @inline(__always)
    mutating func appendRice(_ value: Int, parameter: Int, thenGamma next: Int) {
      let (code, bits) = rice(value, parameter)
      let nextBits = 2 &* (Int.bitWidth &- next.leadingZeroBitCount) &- 1
      if bits &+ nextBits > 56 {
        append(code, bits: bits)
        return appendGamma(next)
      }
      append(code &<< UInt64(truncatingIfNeeded: nextBits) | UInt64(truncatingIfNeeded: next), bits: bits &+ nextBits)
    }

    /// The end of the code; what is too long for one step is appended.
    @inline(__always)
    private mutating func rice(_ value: Int, _ parameter: Int) -> (code: UInt64, bits: Int) {
      var quotient = value &>> parameter
      while quotient >= 24 {
        append(0xFF_FFFF, bits: 24)
        quotient -= 24
      }
      let bits = quotient &+ 1 &+ parameter
      // All bits set above the one that ends the unary part, which is not.
      let unary = 1 &<< bits &- 2 &<< parameter
      return (UInt64(truncatingIfNeeded: unary | value & (1 &<< parameter &- 1)), bits)
    }
  }

  /// The parameter that suits `count` numbers spread evenly below `universe`: the reader computes the same.
  static func riceParameter(universe: Int, count: Int) -> Int {
    let mean = universe * 11 / (max(1, count) * 16)
    return mean < 1 ? 0 : Int.bitWidth - 1 - mean.leadingZeroBitCount
  }

  /// Appends a range of the bits of `other`.
  mutating func append(_ other: borrowing BitWriter, _ range: Range<Int>) {
    let step = 56
    append(atMost: range.count / 8 + 1) { out in
      var bit = range.lowerBound
      while bit < range.upperBound {
        let take = min(step, range.upperBound - bit)
        out.append(other.bits(from: bit) &>> UInt64(64 - take), bits: take)
        bit += take
      }
    }
  }

  /// At least the 57 bits from `bit` on.
  @inline(__always)
  private func bits(from bit: Int) -> UInt64 {
    let word = UnsafeRawPointer(bytes.start + bit &>> 3).loadUnaligned(as: UInt64.self)
    return UInt64(bigEndian: word) &<< UInt64(bit & 7)
  }

  mutating func removeAll() {
    bytes.removeAll()
    (pending, pendingCount) = (0, 0)
  }

  /// The two digits of twelve bits, the first in the low byte.
  private static let digits: [UInt16] = {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8).map(UInt16.init)
    return (0..<1 << 12).map { alphabet[$0 >> 6] | alphabet[$0 & 63] << 8 }
  }()

  /// Base64 without padding, of whole bytes filled up with zero bits.
  func appendBase64(to out: inout ByteBuffer) {
    let length = (count + 7) / 8
    out.append(atMost: (length * 8 + 5) / 6 + 8) { digits in
      Self.digits.withUnsafeBufferPointer { pairs in
        // Eight digits of six bytes at once; those too many are written over.
        for byte in stride(from: 0, to: length, by: 6) {
          let bits = UInt64(bigEndian: UnsafeRawPointer(bytes.start + byte).loadUnaligned(as: UInt64.self))
          var eight = UInt64(pairs[Int(bits >> 52)])
          eight |= UInt64(pairs[Int(bits >> 40 & 0xFFF)]) << 16
          eight |= UInt64(pairs[Int(bits >> 28 & 0xFFF)]) << 32
          eight |= UInt64(pairs[Int(bits >> 16 & 0xFFF)]) << 48
          UnsafeMutableRawPointer(digits + byte / 6 * 8).storeBytes(of: eight.littleEndian, as: UInt64.self)
        }
      }
      return (length * 8 + 5) / 6
    }
  }
}
