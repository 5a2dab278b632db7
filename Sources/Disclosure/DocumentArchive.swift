import Archive
import Chronology
import Diagnostics

/// A document as it is kept between builds.
extension Document {
  /// Whether it can be kept: of what readers do not get in full nothing leaves its own file, and the numbers of yearly
  /// reports are read again.
  public var isArchivable: Bool { publication == .full && self.statistics == nil }

  /// Whether the two differ in their texts alone: other pages show the same of both, and what is said of the fields of
  /// one points to the same places in the other.
  public func hasFrontMatter(of other: Document) -> Bool {
    fingerprints.metadata == other.fingerprints.metadata && fingerprints.address == other.fingerprints.address
      && spanBytes == other.spanBytes
  }

  private var spanBytes: [UInt8] {
    var writer = ByteWriter()
    decoded.metadata.writeSpans(to: &writer)
    return writer.bytes
  }

  public func write(to writer: inout ByteWriter) {
    writer.text(path)
    facts.write(to: &writer)
    writer.text(indexNumber)
    // A text that grows by a character leaves everything in its place.
    writer.optional(body) { body, writer in
      writer.integer(body.lowerBound)
      writer.integer(body.upperBound)
    }
    var metadata = ByteWriter(capacity: 512)
    decoded.write(to: &metadata)
    writer.count(metadata.count)
    metadata.withUnsafeBytes { writer.raw($0) }
  }

  /// What `write` wrote; `nil` where the bytes cannot be that.
  ///
  /// - Parameters:
  ///   - store: has the bytes; they must be those that were written, as most of them are read later.
  ///   - known: the path that it most likely has.
  public convenience init?(_ reader: inout ByteReader, of store: any ByteStore, path known: String? = nil) {
    let path = reader.text(likely: known)
    let facts = DocumentFacts(&reader)
    let indexNumber = reader.optional { $0.text() }
    let body = reader.optional { ByteRange($0.integer(), $0.integer()) }
    let metadata = reader.raw(reader.count())
    guard let facts, reader.isValid else { return nil }
    self.init(
      path: path, facts: facts, indexNumber: indexNumber, body: body,
      ArchivedMetadata(StoredBytes(metadata, of: store)))
  }
}

extension ByteWriter {
  public mutating func range(_ value: ByteRange) {
    count(value.lowerBound)
    count(value.count)
  }

  mutating func ordinal(_ value: Int?) { count(value.map { $0 + 1 } ?? 0) }

  mutating func date(_ value: CivilDate?) { count(value.map { Int($0.digits) } ?? 0) }
}

extension ByteReader {
  mutating func ordinal() -> Int? {
    let value = count()
    return value > 0 ? value - 1 : nil
  }

  /// `nil` also for a day that does not exist, which makes the reader invalid.
  mutating func date() -> CivilDate? {
    let digits = count()
    guard digits != 0 else { return nil }
    let date = Int32(exactly: digits).flatMap { CivilDate(digits: $0) }
    if date == nil { fail() }
    return date
  }

  public mutating func range() -> ByteRange {
    let start = count()
    let (end, overflows) = start.addingReportingOverflow(count())
    if overflows { fail() }
    return ByteRange(start, overflows ? start : end)
  }
}
