import Archive
import Chronology
import Diagnostics
import YAML

/// Metadata as they are kept between builds. Every field stands in both functions, in one order; a test that fills
/// all fields fails where one is forgotten.
extension Metadata {
  /// Everything but `spans`, which say nothing that a reader can see, and `statistics`, which stay where they are.
  func write(to writer: inout ByteWriter) {
    writer.text(title)
    writer.text(indexNumber)
    writer.text(documentNumber)
    writer.text(summary)
    writer.text(slug)
    writer.ordinal(publisher)
    writer.ordinal(theme)
    writer.ordinal(genre)
    writer.ordinal(withholdingReason)
    writer.ordinal(validity)
    writer.ordinal(department)
    writer.optional(reportYear) { $1.integer($0) }
    writer.date(dateCreated)
    writer.date(datePublished)
    writer.date(dateEffective)
    writer.date(dateRepealed)
    writer.date(validThrough)
    writer.list(statutory) { $1.count($0) }
    writer.list(audience) { $1.count($0) }
    writer.optional(disclosure) { $1.text($0.rawValue) }
    writer.list(keywords) { $1.text($0) }
    writer.optional(review) { review, writer in
      writer.text(review.reviewer)
      writer.date(review.date)
      writer.text(review.conclusion)
    }
    writer.list(relations) { relation, writer in
      writer.text(relation.kind.rawValue)
      writer.text(relation.target.value)
    }
    writer.list(attachments) { attachment, writer in
      writer.text(attachment.file.value)
      writer.text(attachment.name)
    }
    writer.list(changes) { change, writer in
      writer.date(change.date)
      writer.text(change.note)
    }
    writer.optional(period) { period, writer in
      writer.date(period.start)
      writer.date(period.end)
    }
    writer.optional(contact) { $0.write(to: &$1) }
    writer.flag(isDraft)
    writer.list(personalDataExceptions) { exception, writer in
      for text in [exception.content.value, exception.reason, exception.approver] { writer.text(text) }
      writer.text(exception.file)
    }
    writer.list(shown) { value, writer in
      writer.count(value.field.rawValue)
      writer.text(value.text)
    }
  }

  /// The places of fields and of the values within them, relative to nothing: bytes of the document's file.
  func writeSpans(to writer: inout ByteWriter) {
    spans.write(to: &writer)
    for relation in relations { writer.range(relation.target.span.range) }
    for attachment in attachments { writer.range(attachment.file.span.range) }
    for exception in personalDataExceptions { writer.range(exception.content.span.range) }
  }

  /// - Parameter path: of the document.
  init(_ reader: inout ByteReader, spans places: inout ByteReader, path: String) {
    func located(_ text: String) -> Located<String> { Located(text, SourceSpan(path: path, range: places.range())) }
    spans = FieldSpans(&places)
    title = reader.text()
    indexNumber = reader.optional { $0.text() }
    documentNumber = reader.optional { $0.text() }
    summary = reader.optional { $0.text() }
    slug = reader.optional { $0.text() }
    publisher = reader.ordinal()
    theme = reader.ordinal()
    genre = reader.ordinal()
    withholdingReason = reader.ordinal()
    validity = reader.ordinal()
    department = reader.ordinal()
    reportYear = reader.optional { $0.integer() }
    dateCreated = reader.date()
    datePublished = reader.date()
    dateEffective = reader.date()
    dateRepealed = reader.date()
    validThrough = reader.date()
    statutory = reader.list { $0.count() }
    audience = reader.list { $0.count() }
    disclosure = reader.optional { DisclosureMode(rawValue: $0.text()) }
    keywords = reader.list { $0.text() }
    review = reader.optional { reader in
      let (reviewer, date) = (reader.text(), reader.date())
      let conclusion = reader.text()
      return date.map { Review(reviewer: reviewer, date: $0, conclusion: conclusion) }
    }
    relations = reader.list { reader in
      let (kind, target) = (Relation.Kind(rawValue: reader.text()), located(reader.text()))
      return kind.map { Relation(kind: $0, target: target) }
    }
    attachments = reader.list { reader in
      AttachmentName(file: located(reader.text()), name: reader.optional { $0.text() })
    }
    changes = reader.list { reader in
      let (date, note) = (reader.date(), reader.text())
      return date.map { ChangeNote(date: $0, note: note) }
    }
    period = reader.optional { reader in
      guard let start = reader.date(), let end = reader.date() else { return nil }
      return Period(start: start, end: end)
    }
    contact = reader.optional { Contact(&$0) }
    isDraft = reader.flag()
    personalDataExceptions = reader.list { reader in
      let (content, reason, approver) = (located(reader.text()), reader.text(), reader.text())
      return PersonalDataException(
        content: content, reason: reason, approver: approver, file: reader.optional { $0.text() })
    }
    shown = reader.list { reader in
      let (field, text) = (DocumentField(rawValue: reader.count()), reader.text())
      return field.map { ShownValue(field: $0, text: text) }
    }
  }
}

extension Contact {
  fileprivate func write(to writer: inout ByteWriter) {
    for text in [office, address, postcode, phone, fax, email, hours] { writer.text(text) }
  }

  fileprivate init(_ reader: inout ByteReader) {
    office = reader.optional { $0.text() }
    address = reader.optional { $0.text() }
    postcode = reader.optional { $0.text() }
    phone = reader.optional { $0.text() }
    fax = reader.optional { $0.text() }
    email = reader.optional { $0.text() }
    hours = reader.optional { $0.text() }
  }
}
