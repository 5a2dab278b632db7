import Archive
import Diagnostics

/// Byte ranges of the fields that are present, packed: four bytes or so a field, as a hundred thousand documents keep
/// theirs.
public struct FieldSpans: Sendable {
  /// A bit for each field that is present, the lowest for the first.
  private var fields: UInt64 = 0
  /// In the order of the fields, as `ByteWriter` writes them.
  private var ranges: [UInt8] = []

  public init() {}

  /// - Parameter present: in the order of the fields.
  init(_ present: [(ordinal: Int, range: ByteRange)]) {
    var writer = ByteWriter()
    for (ordinal, range) in present {
      fields |= 1 << UInt64(ordinal)
      writer.range(range)
    }
    ranges = writer.bytes
  }

  init(_ reader: inout ByteReader) {
    fields = reader.word()
    ranges = Array(reader.raw(reader.count()))
  }

  func write(to writer: inout ByteWriter) {
    writer.word(fields)
    writer.count(ranges.count)
    ranges.withUnsafeBytes { writer.raw($0) }
  }

  func contains(_ field: DocumentField) -> Bool { fields & 1 << UInt64(field.rawValue) != 0 }

  public subscript(field: DocumentField) -> ByteRange? {
    guard contains(field) else { return nil }
    let before = fields & (1 << UInt64(field.rawValue) - 1)
    return ranges.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      for _ in 0..<before.nonzeroBitCount { _ = reader.range() }
      return reader.range()
    }
  }
}
