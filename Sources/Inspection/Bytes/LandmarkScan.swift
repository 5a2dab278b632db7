/// Jumps from landmark to landmark, sixteen bytes at a time.
///
/// Nearly all of a document is of no interest to a detector. These loops compare sixteen positions
/// in one step, so that a page without landmarks costs a fraction of a microsecond.
enum LandmarkScan {
  /// The next position at or after `start` where a digit (ASCII or full-width) or the character 姓 begins.
  @inline(__always)
  static func nextDigitOrSurname(in text: ByteText, from start: Int) -> Int? {
    next(in: text.buffer, from: start, reach: 2) { bytes in
      let (first, second, third) = (load(bytes), load(bytes + 1), load(bytes + 2))
      let ascii = below(10, first &- Lanes(repeating: 0x30))
      let fullWidth =
        zero((first ^ Lanes(repeating: 0xEF)) | (second ^ Lanes(repeating: 0xBC)))
        & below(10, third &- Lanes(repeating: 0x90))
      return ascii | fullWidth | equal((first, second, third), (0xE5, 0xA7, 0x93))
    } scalar: { position in
      text.digit(at: position) != nil || text.has("姓", at: position)
    }
  }

  /// The next position at or after `start` where the three-byte character `character` begins.
  @inline(__always)
  static func next(_ character: (UInt8, UInt8, UInt8), in text: ByteText, from start: Int) -> Int? {
    next(in: text.buffer, from: start, reach: 2) { bytes in
      equal((load(bytes), load(bytes + 1), load(bytes + 2)), character)
    } scalar: { position in
      text[position] == character.0 && text[position + 1] == character.1 && text[position + 2] == character.2
    }
  }

  /// The next position at or after `start` where a character of three bytes begins that comes again at one of the
  /// next four places for such a character; now and then one that differs from it in the first byte.
  @inline(__always)
  static func nextRepeat(in text: ByteText, from start: Int) -> Int? {
    next(in: text.buffer, from: start, reach: 14) { bytes in
      let isLead = zero((load(bytes) & Lanes(repeating: 0xF0)) ^ Lanes(repeating: 0xE0))
      return isLead
        & (comesAgain(3, bytes + 1) | comesAgain(6, bytes + 1) | comesAgain(9, bytes + 1) | comesAgain(12, bytes + 1))
    } scalar: { position in
      text[position] & 0xF0 == 0xE0
        && [3, 6, 9, 12].contains { distance in
          text[position + 1] == text[position + distance + 1] && text[position + 2] == text[position + distance + 2]
        }
    }
  }

  /// Whether two bytes come again `distance` bytes later.
  @inline(__always)
  private static func comesAgain(_ distance: Int, _ bytes: UnsafeRawPointer) -> Lanes {
    zero((load(bytes) ^ load(bytes + distance)) | (load(bytes + 1) ^ load(bytes + distance + 1)))
  }

  private typealias Lanes = SIMD16<UInt8>

  /// The first position for which `matching` has a lane of ones; near the end of the text, where sixteen bytes and
  /// the `reach` beyond them cannot be loaded, the first for which `scalar` holds.
  @inline(__always)
  private static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, reach: Int,
    matching: (UnsafeRawPointer) -> Lanes, scalar: (Int) -> Bool
  ) -> Int? {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    var position = start
    while position + 16 + reach <= bytes.count {
      let halves = unsafeBitCast(matching(base + position), to: SIMD2<UInt64>.self)
      if halves.x != 0 { return position + halves.x.trailingZeroBitCount / 8 }
      if halves.y != 0 { return position + 8 + halves.y.trailingZeroBitCount / 8 }
      position += 16
    }
    while position < bytes.count {
      if scalar(position) { return position }
      position += 1
    }
    return nil
  }

  @inline(__always)
  private static func load(_ pointer: UnsafeRawPointer) -> Lanes {
    pointer.loadUnaligned(as: Lanes.self)
  }

  // Comparisons give lanes of ones and are joined as vectors: joined as `SIMDMask` values they compile to a loop
  // over the lanes, which is a hundred times slower (Swift 6.3).

  @inline(__always)
  private static func zero(_ lanes: Lanes) -> Lanes {
    unsafeBitCast(lanes .== Lanes(repeating: 0), to: Lanes.self)
  }

  @inline(__always)
  private static func below(_ bound: UInt8, _ lanes: Lanes) -> Lanes {
    unsafeBitCast(lanes .< Lanes(repeating: bound), to: Lanes.self)
  }

  @inline(__always)
  private static func equal(_ lanes: (Lanes, Lanes, Lanes), _ character: (UInt8, UInt8, UInt8)) -> Lanes {
    zero(
      (lanes.0 ^ Lanes(repeating: character.0)) | (lanes.1 ^ Lanes(repeating: character.1))
        | (lanes.2 ^ Lanes(repeating: character.2)))
  }
}
