/// The scalars of UTF-8 bytes, U+FFFD for what is not UTF-8. Text is checked when it is read; this cannot fail.
enum UTF8ScalarDecoder {
  /// The scalar at `offset`, which moves behind it. The common two lengths are decoded here, for speed.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 {
      offset += 1
      return lead
    }
    if lead & 0xF0 == 0xE0, offset + 2 < bytes.count {
      let scalar = (lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      offset += 3
      return scalar
    }
    return rareScalar(bytes, &offset)
  }

  @inline(never)
  private static func rareScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
    var rest = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    var codec = UTF8()
    guard case .scalarValue(let scalar) = codec.decode(&rest) else {
      offset += 1
      return 0xFFFD
    }
    offset += UTF8.width(scalar)
    return scalar.value
  }
}
