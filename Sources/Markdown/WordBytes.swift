/// Which of eight ASCII characters belong to words, all eight looked at side by side: the top bit of each byte says so.
struct WordBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  private let words: UInt64
  /// Characters that may stand within a word, as in `3.14`, `1,000` and `e-mail`.
  private let joiners: UInt64

  /// Before any text.
  init() { (words, joiners) = (0, 0) }

  /// Nothing if one of the eight bytes at `start` is not ASCII.
  @inline(__always)
  init?(at start: UnsafePointer<UInt8>) {
    let bytes = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
    guard bytes & Self.tops == 0 else { return nil }
    words =
      Self.flags(bytes | Self.ones &* 0x20, "a", "z") | Self.flags(bytes, "0", "9")
    joiners =
      Self.flags(bytes, ",", ".") | Self.flags(bytes, "'", "'") | Self.flags(bytes, "_", "_")
      | Self.flags(bytes, "@", "@")
  }

  /// The words that begin here, when the eight bytes before are `previous`.
  @inline(__always)
  func beginnings(after previous: WordBytes) -> Int {
    let afterWord = words << 8 | previous.words >> 56
    let afterJoiner = joiners << 8 | previous.joiners >> 56
    let secondAfterWord = words << 16 | previous.words >> 48
    let beginnings = words & ~(afterWord | afterJoiner & secondAfterWord)
    return Int((beginnings >> 7 &* Self.ones) >> 56)
  }

  /// The bytes from `first` to `last`.
  @inline(__always)
  private static func flags(_ bytes: UInt64, _ first: Unicode.Scalar, _ last: Unicode.Scalar) -> UInt64 {
    let fromFirst = bytes &+ ones &* UInt64(0x80 - first.value)
    let behindLast = bytes &+ ones &* UInt64(0x7F - last.value)
    return fromFirst & ~behindLast & tops
  }
}
