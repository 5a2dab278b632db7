import Archive

/// The 32 bytes of a SHA-256, without a place in memory of their own: a hundred thousand files have one each.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter state: the eight words of the hash's state.
  init(_ state: [UInt32]) {
    func word(_ i: Int) -> UInt64 { UInt64(state[i]) << 32 | UInt64(state[i + 1]) }
    words = (word(0), word(2), word(4), word(6))
  }

  /// Reads 64 hexadecimal digits.
  init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (i, digit) in digits.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      words[i / 16] = words[i / 16] << 4 | UInt64(value)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  init(_ reader: inout ByteReader) { words = (reader.word(), reader.word(), reader.word(), reader.word()) }

  func write(to writer: inout ByteWriter) {
    for word in [words.0, words.1, words.2, words.3] { writer.word(word) }
  }

  /// Appends the digest in lower-case hexadecimal.
  func append(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
      for index in 0..<64 {
        let word = index < 32 ? index < 16 ? words.0 : words.1 : index < 48 ? words.2 : words.3
        let digit = UInt8(truncatingIfNeeded: word &>> UInt64(60 &- index % 16 &* 4) & 15)
        digits.initializeElement(at: index, to: digit &+ (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10))
      }
      bytes += UnsafeBufferPointer(digits)
    }
  }

  /// Lower-case hexadecimal.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  public static func == (a: SHA256Digest, b: SHA256Digest) -> Bool { a.words == b.words }

  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
