import Bytes

/// The one normalisation of the index and of queries: what readers do not tell apart becomes equal.
///
/// NFKC, lower case, one form for brackets, quotation marks and dashes, traditional characters as simplified ones;
/// spaces and invisible characters vanish. Frozen at Unicode 14.0; `search.js` does the same with the browser's
/// own NFKC, and a test compares the two over every scalar.
struct Fold: Sendable {
  /// Raised with every change of a table.
  static let version = 1
  /// Ends a field of an entry. Folded text has no capitals, so they are free for the format's own signs.
  static let separator = UInt16(UInt8(ascii: "Z"))

  static let withTraditional = Fold(traditional: true)
  static let withoutTraditional = Fold(traditional: false)

  /// For each unit of the BMP: what it becomes, 0 to drop it, `several` to look further.
  private let units: [UInt16]
  private let expansions: [UInt32: [UInt16]]
  private let compositions: [UInt32: UInt16]

  private static let several: UInt16 = 0xFFFF

  private init(traditional: Bool) {
    var units = (0...0xFFFF).map { UInt16($0) }
    var expansions: [UInt32: [UInt16]] = [0xFFFF: [0xFFFF]]
    FoldRecords.scalars.withBytes { bytes in
      var reader = FoldRecordReader(bytes)
      while let record = reader.change() {
        for index in 0..<record.count {
          let source = record.source(index)
          if source < 0x10000, let unit = record.unit(index) {
            units[Int(source)] = unit
          } else {
            if source < 0x10000 { units[Int(source)] = Self.several }
            expansions[source] = record.target(index)
          }
        }
      }
    }
    units[0xFFFF] = Self.several
    if traditional {
      let pairs = TraditionalPairs.text.utf16.filter { $0 > 0x20 }
      for i in stride(from: 0, to: pairs.count - 1, by: 2) { units[Int(pairs[i])] = pairs[i + 1] }
      // A compatibility form of a traditional character goes all the way.
      for unit in units.indices where units[unit] != Self.several { units[unit] = units[Int(units[unit])] }
      expansions = expansions.mapValues { $0.map { units[Int($0)] == Self.several ? $0 : units[Int($0)] } }
    }
    for unit in units.indices where Self.isMark(units[unit]) {
      expansions[UInt32(unit)] = [units[unit]]
      units[unit] = Self.several
    }
    self.units = units
    self.expansions = expansions
    compositions = FoldRecords.compositions.withBytes { bytes in
      var compositions: [UInt32: UInt16] = [:]
      var reader = FoldRecordReader(bytes)
      while let (first, second, whole) = reader.composition() {
        compositions[first << 16 | second] = UInt16(whole)
      }
      return compositions
    }
  }

  func units(of text: String) -> [UInt16] {
    var out = GrowableBuffer<UInt16>(capacity: text.utf8.count)
    append(text, to: &out)
    return Array(out.elements)
  }

  func append(_ text: String, to out: inout GrowableBuffer<UInt16>) {
    text.withBytes { append($0, to: &out) }
  }

  /// Appends UTF-8 text.
  func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout GrowableBuffer<UInt16>) {
    var offset = 0
    while offset < text.count {
      appendUsual(text, &offset, to: &out)
      if offset < text.count { append(UTF8ScalarDecoder.scalar(text, &offset), to: &out) }
    }
  }

  /// Appends the characters from `offset` on until one of which there is more to do.
  private func appendUsual(
    _ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int, to out: inout GrowableBuffer<UInt16>
  ) {
    var next = offset
    units.withUnsafeBufferPointer { units in
      out.append(atMost: text.count - offset) { start in
        var count = 0
        while next < text.count {
          let lead = Int(text[next])
          let isLong = lead & 0xF0 == 0xE0 && next + 2 < text.count
          guard isLong || lead < 0x80 else { break }
          let scalar =
            isLong ? (lead & 0x0F) << 12 | Int(text[next + 1] & 0x3F) << 6 | Int(text[next + 2] & 0x3F) : lead
          let unit = units[scalar]
          if unit == Self.several { break }
          start[count] = unit
          count += unit == 0 ? 0 : 1
          next += isLong ? 3 : 1
        }
        return count
      }
    }
    offset = next
  }

  @inline(__always)
  func append(_ scalar: UInt32, to out: inout GrowableBuffer<UInt16>) {
    guard scalar < 0x10000, case let unit = units[Int(scalar)], unit != Self.several else {
      return appendExpansion(of: scalar, to: &out)
    }
    if unit != 0 { out.append(unit) }
  }

  @inline(__always)
  static func isMark(_ unit: UInt16) -> Bool {
    (0x300...0x36F).contains(unit) || unit == 0x3099 || unit == 0x309A
  }

  private func appendMark(_ mark: UInt16, to out: inout GrowableBuffer<UInt16>) {
    if let last = out.last, let whole = compositions[UInt32(last) << 16 | UInt32(mark)] {
      out[out.count - 1] = whole
    } else {
      out.append(mark)
    }
  }

  private func appendExpansion(of scalar: UInt32, to out: inout GrowableBuffer<UInt16>) {
    if let expansion = expansions[scalar] {
      for unit in expansion {
        if Self.isMark(unit) { appendMark(unit, to: &out) } else { out.append(unit) }
      }
    } else if let scalar = Unicode.Scalar(scalar) {
      for unit in String(scalar).utf16 { out.append(unit) }
    }
  }
}
