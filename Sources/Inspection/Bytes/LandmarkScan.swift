/// Jumps from landmark to landmark, sixteen bytes at a time.
///
/// Nearly all of a document is of no interest to a detector. These loops compare sixteen positions
/// in one step, so that a page without landmarks costs a fraction of a microsecond.
enum LandmarkScan {
  /// The next position at or after `start` where a digit (ASCII or full-width) or the character 姓 begins.
  @inline(__always)
  static func nextDigitOrSurname(in text: ByteText, from start: Int) -> Int? {
    next(in: text.buffer, from: start) { first, second, third in
      let ascii = (first &- 0x30) .< 10
      let fullWidth = (first .== 0xEF) .& (second .== 0xBC) .& ((third &- 0x90) .< 10)
      let surname = (first .== 0xE5) .& (second .== 0xA7) .& (third .== 0x93)
      return ascii .| fullWidth .| surname
    } scalar: { position in
      switch text[position] {
      case 0x30...0x39: true
      case 0xEF: text[position + 1] == 0xBC && text[position + 2] &- 0x90 < 10
      case 0xE5: text[position + 1] == 0xA7 && text[position + 2] == 0x93
      default: false
      }
    }
  }

  /// The next position at or after `start` where the three-byte character `character` begins.
  @inline(__always)
  static func next(_ character: (UInt8, UInt8, UInt8), in text: ByteText, from start: Int) -> Int? {
    next(in: text.buffer, from: start) { first, second, third in
      (first .== character.0) .& (second .== character.1) .& (third .== character.2)
    } scalar: { position in
      text[position] == character.0 && text[position + 1] == character.1 && text[position + 2] == character.2
    }
  }

  /// The next position at or after `start` whose three bytes come again `distance` bytes later.
  @inline(__always)
  static func nextRepeat(at distance: Int, in text: ByteText, from start: Int) -> Int? {
    let bytes = text.buffer
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    var position = start
    while position + 18 + distance <= bytes.count {
      let matches =
        equal(base + position, base + position + distance)
        .& equal(base + position + 1, base + position + distance + 1)
        .& equal(base + position + 2, base + position + distance + 2)
      if let lane = firstLane(of: matches) { return position + lane }
      position += 16
    }
    while position + 3 + distance <= bytes.count {
      if (0..<3).allSatisfy({ text[position + $0] == text[position + distance + $0] }) { return position }
      position += 1
    }
    return nil
  }

  private typealias Lanes = SIMD16<UInt8>
  private typealias Matches = SIMDMask<SIMD16<Int8>>

  @inline(__always)
  private static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    matching: (Lanes, Lanes, Lanes) -> Matches, scalar: (Int) -> Bool
  ) -> Int? {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    var position = start
    while position + 18 <= bytes.count {
      let matches = matching(load(base + position), load(base + position + 1), load(base + position + 2))
      if let lane = firstLane(of: matches) { return position + lane }
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

  @inline(__always)
  private static func equal(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer) -> Matches {
    load(a) .== load(b)
  }

  /// A matching lane is all ones, so the first set bit tells the first match.
  @inline(__always)
  private static func firstLane(of matches: Matches) -> Int? {
    let halves = unsafeBitCast(matches, to: SIMD2<UInt64>.self)
    if halves.x != 0 { return halves.x.trailingZeroBitCount / 8 }
    if halves.y != 0 { return 8 + halves.y.trailingZeroBitCount / 8 }
    return nil
  }
}
