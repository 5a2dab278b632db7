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
  /// For each unit the bytes it travels as, the first in the lowest bits, and their number in the highest; 0 where
  /// there is more to do.
  private let codes: [UInt32]

  private init() {
    let common = CommonCharacters.text.utf16.filter { $0 > 0x20 }
    let codes = Array(Self.short.utf16) + (0x80..<0x400)
    var places = (0...0xFFFF).map { UInt16($0) }
    for (character, code) in zip(common, codes) {
      places[Int(character)] = code
      places[Int(code)] = character
    }
    self.places = places
    self.codes = places.map(Self.code)
  }

  private static func code(_ place: UInt16) -> UInt32 {
    guard place >= 0x20, place != 0x22, place != 0x5C, let scalar = Unicode.Scalar(place) else { return 0 }
    var code = UInt32(UTF8.width(scalar)) << 24
    for (index, byte) in scalar.utf8.enumerated() { code |= UInt32(byte) << UInt32(index * 8) }
    return code
  }

  func appendString(_ text: some Collection<UInt8>, to out: inout ByteBuffer) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { appendString($0, to: &out) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { appendString($0, to: &out) } }
  }

  private func appendString(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    out.append(UInt8(ascii: "\""))
    codes.withUnsafeBufferPointer { codes in
      var offset = 0
      while offset < text.count {
        appendUsual(text, &offset, codes, to: &out)
        if offset < text.count { append(UTF8ScalarDecoder.scalar(text, &offset), to: &out) }
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Appends the characters from `offset` on until one of which there is more to do.
  private func appendUsual(
    _ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ codes: UnsafeBufferPointer<UInt32>,
    to out: inout ByteBuffer
  ) {
    var next = offset
    out.append(atMost: (text.count - offset) * 3 + 1) { start in
      var end = UnsafeMutableRawPointer(start)
      while next < text.count {
        let lead = Int(text[next])
        let isLong = lead & 0xF0 == 0xE0 && next + 2 < text.count
        guard isLong || lead < 0x80 else { break }
        let unit = isLong ? (lead & 0x0F) << 12 | Int(text[next + 1] & 0x3F) << 6 | Int(text[next + 2] & 0x3F) : lead
        let code = codes[unit]
        if code == 0 { break }
        // A whole word, whose last byte the next character takes.
        end.storeBytes(of: code, as: UInt32.self)
        end += Int(code >> 24)
        next += isLong ? 3 : 1
      }
      return end - UnsafeMutableRawPointer(start)
    }
    offset = next
  }

  /// Folded units without the quotation marks; halves of a pair that the format parts are written as escapes.
  func append(units: UnsafeBufferPointer<UInt16>, to out: inout ByteBuffer) {
    var index = 0
    while true {
      out.append(atMost: units.count * 4) { start in
        var end = UnsafeMutableRawPointer(start)
        while index < units.count, case let code = codes[Int(units[index])], code != 0 {
          end.storeBytes(of: code, as: UInt32.self)
          end += Int(code >> 24)
          index += 1
        }
        return end - UnsafeMutableRawPointer(start)
      }
      if index == units.count { return }
      let unit = units[index]
      index += 1
      if UTF16.isLeadSurrogate(unit), index < units.count, UTF16.isTrailSurrogate(units[index]) {
        append(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(units[index] & 0x3FF), to: &out)
        index += 1
      } else if UTF16.isSurrogate(unit) {
        Self.appendEscape(UInt32(unit), to: &out)
      } else {
        append(UInt32(unit), to: &out)
      }
    }
  }

  private func append(_ scalar: UInt32, to out: inout ByteBuffer) {
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
