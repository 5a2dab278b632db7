import Bytes

/// JSON strings as the index files hold them: frequent characters change places with rare short ones.
///
/// 的 travels as a letter and the letter as 的; the 693 most frequent characters take one or two bytes instead of
/// three, which makes a compressed result text a fifth smaller. Changing places twice restores the text, and
/// capitals, digits and the signs of JSON stay as they are.
struct WireText: Sendable {
  static let shared = WireText()

  /// The one-byte codes; the rest follow from U+0080 up.
  private static let short = "!#$&'*+<=>?@^_`abcdefghijklmnopqrstuvwxyz{|}~"

  private let places: [UInt16]

  private init() {
    let common = CommonCharacters.text.utf16.filter { $0 > 0x20 }
    let codes = Array(Self.short.utf16) + (0x80..<0x400)
    var places = (0...0xFFFF).map { UInt16($0) }
    for (character, code) in zip(common, codes) {
      places[Int(character)] = code
      places[Int(code)] = character
    }
    self.places = places
  }

  func appendString(_ text: some Collection<UInt8>, to out: inout ByteBuffer) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { appendString($0, to: &out) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { appendString($0, to: &out) } }
  }

  private func appendString(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    out.append(UInt8(ascii: "\""))
    places.withUnsafeBufferPointer { places in
      var offset = 0
      while offset < text.count { append(UTF8ScalarDecoder.scalar(text, &offset), places, to: &out) }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Folded units without the quotation marks; halves of a pair that the format parts are written as escapes.
  func append(units: UnsafeBufferPointer<UInt16>, to out: inout ByteBuffer) {
    places.withUnsafeBufferPointer { places in
      var high: UInt32?
      for unit in units {
        if let first = high {
          high = nil
          if UTF16.isTrailSurrogate(unit) {
            append(0x10000 + (first & 0x3FF) << 10 + UInt32(unit & 0x3FF), places, to: &out)
            continue
          }
          Self.appendEscape(first, to: &out)
        }
        if UTF16.isLeadSurrogate(unit) {
          high = UInt32(unit)
        } else if UTF16.isTrailSurrogate(unit) {
          Self.appendEscape(UInt32(unit), to: &out)
        } else {
          append(UInt32(unit), places, to: &out)
        }
      }
      if let high { Self.appendEscape(high, to: &out) }
    }
  }

  @inline(__always)
  private func append(_ scalar: UInt32, _ places: UnsafeBufferPointer<UInt16>, to out: inout ByteBuffer) {
    let scalar = scalar < 0x10000 ? UInt32(places[Int(scalar)]) : scalar
    switch scalar {
    case 0x22, 0x5C:
      out.append(UInt8(ascii: "\\"))
      out.append(UInt8(scalar))
    case 0x0A:
      out.append(UInt8(ascii: "\\"))
      out.append(UInt8(ascii: "n"))
    case 0..<0x20: Self.appendEscape(scalar, to: &out)
    default: Self.append(scalar: scalar, to: &out)
    }
  }

  @inline(__always)
  private static func append(scalar: UInt32, to out: inout ByteBuffer) {
    switch scalar {
    case 0..<0x80: out.append(UInt8(truncatingIfNeeded: scalar))
    case 0..<0x800:
      out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      appendTrail(scalar, to: &out)
    case 0..<0x10000:
      out.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      appendTrail(scalar >> 6, to: &out)
      appendTrail(scalar, to: &out)
    default:
      out.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      appendTrail(scalar >> 12, to: &out)
      appendTrail(scalar >> 6, to: &out)
      appendTrail(scalar, to: &out)
    }
  }

  @inline(__always)
  private static func appendTrail(_ bits: UInt32, to out: inout ByteBuffer) {
    out.append(UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F))
  }

  private static func appendEscape(_ unit: UInt32, to out: inout ByteBuffer) {
    let hex = String(unit, radix: 16)
    out.append(contentsOf: "\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
  }
}
