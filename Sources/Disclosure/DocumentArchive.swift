import Archive
import Chronology
import Diagnostics

/// A document as it is kept between builds.
extension Document {
  /// Whether it can be kept: of what readers do not get in full nothing leaves its own file, and the numbers of yearly
  /// reports are read again.
  public var isArchivable: Bool { publication == .full && metadata.statistics == nil }

  /// Whether the two differ in their texts alone: other pages show the same of both, and what is said of the fields of
  /// one points to the same places in the other.
  public func hasFrontMatter(of other: Document) -> Bool {
    fingerprints.metadata == other.fingerprints.metadata && fingerprints.address == other.fingerprints.address
      && spanBytes == other.spanBytes
  }

  private var spanBytes: [UInt8] {
    var writer = ByteWriter()
    metadata.writeSpans(to: &writer)
    return writer.bytes
  }

  public func write(to writer: inout ByteWriter) {
    writer.text(path)
    writer.text(kind.rawValue)
    writer.ordinal(organ)
    // A text that grows by a character leaves everything in its place.
    writer.optional(body) { body, writer in
      writer.integer(body.lowerBound)
      writer.integer(body.upperBound)
    }
    for fingerprint in [fingerprints.file, fingerprints.metadata, fingerprints.address] {
      writer.fingerprint(fingerprint)
    }
    var spans = ByteWriter()
    metadata.writeSpans(to: &spans)
    writer.count(spans.count)
    spans.withUnsafeBytes { writer.raw($0) }
    metadata.write(to: &writer)
  }

  /// What `write` wrote; `nil` where the bytes cannot be that.
  public convenience init?(_ reader: inout ByteReader) {
    let path = reader.text()
    let kind = DocumentKind(rawValue: reader.text())
    let organ = reader.ordinal()
    let body = reader.optional { ByteRange($0.integer(), $0.integer()) }
    let fingerprints = DocumentFingerprints(
      file: reader.fingerprint(), metadata: reader.fingerprint(), address: reader.fingerprint())
    var spans = ByteReader(reader.raw(reader.count()))
    let metadata = Metadata(&reader, spans: &spans, path: path)
    guard let kind, reader.isValid, spans.isFinished else { return nil }
    self.init(
      path: path, place: DocumentPlace(kind, organ: organ), metadata: metadata, body: body,
      publication: .full, fingerprints: fingerprints)
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
