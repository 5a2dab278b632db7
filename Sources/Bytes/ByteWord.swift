/// Eight bytes looked at together, for texts in which hardly any byte is special.
///
/// In every mask only the highest bit of each byte counts.
public struct ByteWord {
  @usableFromInline let bits: UInt64

  @inlinable @inline(__always)
  public init(_ source: UnsafePointer<UInt8>) { bits = UnsafeRawPointer(source).loadUnaligned(as: UInt64.self) }

  @inlinable @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// How far from `start` on, at least, all words of a text are plain.
  @inlinable @inline(__always)
  public static func plainEnd(
    of text: UnsafePointer<UInt8>, from start: Int, to end: Int, _ isPlain: (ByteWord) -> Bool
  ) -> Int {
    var index = start
    while index &+ 8 <= end {
      guard isPlain(ByteWord(text + index)) else { return index }
      index &+= 8
    }
    // The last word overlaps the one before it.
    return end >= 8 && isPlain(ByteWord(text + (end &- 8))) ? end : index
  }

  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// As all bytes of Chinese text are.
  @inlinable @inline(__always)
  public var hasNoASCII: Bool { bits & Self.highBits == Self.highBits }

  /// As all bytes of Chinese text are, but those of the rarest characters: none is ASCII's, or begins one of four.
  @inlinable @inline(__always)
  public var hasOnlyLongCharacters: Bool {
    let pairs = bits & bits << 1
    return (~bits | pairs & pairs << 2) & Self.highBits == 0
  }

  /// Letters are not among the bytes below 64, nor are those of Chinese text.
  @inlinable @inline(__always)
  public var hasNoneBelow64: Bool { (bits | bits << 1) & Self.highBits == Self.highBits }

  /// Not zero if there is such a byte.
  @inlinable @inline(__always)
  public func mask(of byte: UInt8) -> UInt64 { ByteWord(bits: bits ^ (Self.ones &* UInt64(byte))).mask(below: 1) }

  /// Not zero if there is such a byte, or the one that differs from it in one bit.
  @inlinable @inline(__always)
  public func mask(of byte: UInt8, ignoring bit: UInt8) -> UInt64 {
    ByteWord(bits: bits | (Self.ones &* UInt64(bit))).mask(of: byte | bit)
  }

  /// Not zero if there is a byte below a limit, which is at most 128.
  @inlinable @inline(__always)
  public func mask(below limit: UInt8) -> UInt64 { (bits &- (Self.ones &* UInt64(limit))) & ~bits & Self.highBits }
}
