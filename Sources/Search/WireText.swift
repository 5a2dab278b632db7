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

  func appendString(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { appendString($0, to: &out) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { appendString($0, to: &out) } }
  }

  /// A byte becomes six at most: a control character's escape.
  private func appendString(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * 6 + 2) { buffer in
      var writer = ByteWriter(buffer)
      writer.append(UInt8(ascii: "\""))
      var offset = 0
      while offset < text.count { append(UTF8ScalarDecoder.scalar(text, &offset), to: &writer) }
      writer.append(UInt8(ascii: "\""))
      out.append(contentsOf: writer.written)
    }
  }

  /// Folded units without the quotation marks; halves of a pair that the format parts are written as escapes.
  func append(units: some Collection<UInt16>, to out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: units.count * 6) { buffer in
      var writer = ByteWriter(buffer)
      var high: UInt32?
      for unit in units {
        if let first = high {
          high = nil
          if UTF16.isTrailSurrogate(unit) {
            append(0x10000 + (first & 0x3FF) << 10 + UInt32(unit & 0x3FF), to: &writer)
            continue
          }
          writer.appendEscape(first)
        }
        if UTF16.isLeadSurrogate(unit) {
          high = UInt32(unit)
        } else if UTF16.isTrailSurrogate(unit) {
          writer.appendEscape(UInt32(unit))
        } else {
          append(UInt32(unit), to: &writer)
        }
      }
      if let high { writer.appendEscape(high) }
      out.append(contentsOf: writer.written)
    }
  }

  @inline(__always)
  private func append(_ scalar: UInt32, to out: inout ByteWriter) {
    let scalar = scalar < 0x10000 ? UInt32(places[Int(scalar)]) : scalar
    switch scalar {
    case 0x22, 0x5C:
      out.append(UInt8(ascii: "\\"))
      out.append(UInt8(scalar))
    case 0x0A:
      out.append(UInt8(ascii: "\\"))
      out.append(UInt8(ascii: "n"))
    case 0..<0x20: out.appendEscape(scalar)
    default: out.append(scalar: scalar)
    }
  }
}

/// Writes into memory that is large enough for all that may come.
private struct ByteWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case 0..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      appendTrail(scalar)
    case 0..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      appendTrail(scalar >> 6)
      appendTrail(scalar)
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      appendTrail(scalar >> 12)
      appendTrail(scalar >> 6)
      appendTrail(scalar)
    }
  }

  @inline(__always)
  private mutating func appendTrail(_ bits: UInt32) { append(UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)) }

  mutating func appendEscape(_ unit: UInt32) {
    let hex = String(unit, radix: 16)
    for byte in ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8 { append(byte) }
  }
}
