import Diagnostics
import Taxonomy
import YAML

/// Decodes front matter into `Metadata`, field by field.
struct MetadataDecoder {
  private var reader: FieldReader<DocumentField>
  private let vocabularies: FieldVocabularies

  init(_ reader: FieldReader<DocumentField>, _ vocabularies: FieldVocabularies) {
    self.reader = reader
    self.vocabularies = vocabularies
  }

  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// Where a field is written, though it may have no value.
  func span(_ field: DocumentField) -> SourceSpan? { reader.span(field) }

  mutating func decode() -> Metadata {
    var metadata = Metadata()
    metadata.spans = FieldSpans(reader.present)
    metadata.title = reader.text(.title) ?? ""
    metadata.indexNumber = reader.text(.indexNumber)
    metadata.documentNumber = reader.text(.documentNumber)
    metadata.summary = reader.text(.summary)
    metadata.slug = slug()
    metadata.keywords = reader.texts(.keywords).map(\.value)
    metadata.isDraft = reader.flag(.draft) ?? false
    metadata.reportYear = reader.integer(.reportYear)
    metadata.dateCreated = reader.date(.dateCreated)
    metadata.datePublished = reader.date(.datePublished)
    metadata.dateEffective = reader.date(.dateEffective)
    metadata.dateRepealed = reader.date(.dateRepealed)
    metadata.validThrough = reader.date(.validThrough)
    metadata.publisher = term(.publisher)
    metadata.theme = term(.theme)
    metadata.genre = term(.genre)
    metadata.validity = term(.validity)
    metadata.department = term(.department)
    metadata.withholdingReason = term(.withholdingReason)
    metadata.statutory = terms(.statutory)
    metadata.audience = terms(.audience)
    metadata.disclosure = term(.disclosure).flatMap {
      DisclosureMode(rawValue: vocabularies[.disclosure]?.terms[$0].code ?? "")
    }
    metadata.review = review()
    metadata.relations = relations()
    metadata.attachments = attachments()
    metadata.changes = changes()
    metadata.period = period()
    metadata.statistics = reader.node(.statistics)
    metadata.contact = contact()
    metadata.personalDataExceptions = exceptions()
    metadata.shown = shown()
    return metadata
  }

  /// Part of an address and of a file's path: a `/` in it would lead out of the output folder.
  private mutating func slug() -> String? {
    guard let text = reader.text(.slug) else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy(\.isSafeInAddress) { return text }
    reader.absorb([
      Diagnostic(
        .wrongType, at: reader.span(.slug), zh: "“网址名”只能用英文字母、数字、连字符和下划线",
        en: "“网址名” (slug) takes only the letters a–z, digits, hyphens and underscores")
    ])
    return nil
  }

  private mutating func term(_ field: DocumentField) -> Int? {
    guard let text = reader.text(field), let span = reader.span(field) else { return nil }
    return ordinal(of: Located(text, span), field)
  }

  private mutating func terms(_ field: DocumentField) -> [Int] {
    reader.texts(field).compactMap { ordinal(of: $0, field) }
  }

  private mutating func ordinal(of text: Located<String>, _ field: DocumentField) -> Int? {
    if let ordinal = vocabularies.ordinal(of: text.value, in: field) { return ordinal }
    guard let vocabulary = vocabularies[field] else { return nil }
    let fix = vocabulary.suggestion(for: text.value).map { [Diagnostic.Fix.didYouMean($0)] }
    let label = field.field.label
    reader.absorb([
      Diagnostic(
        .unknownTerm, at: text.span, zh: "“\(label)”里没有“\(text.value)”",
        en: "“\(text.value)” is not a term of “\(label)”",
        fixes: fix ?? [])
    ])
    return nil
  }

  private mutating func shown() -> [ShownValue] {
    var values: [ShownValue] = []
    for field in DocumentField.shownAsWritten where reader.has(field) {
      let texts: [String?] =
        switch field.field.type {
        case .date: [reader.date(field)?.description]
        case .choice: [reader.choice(field)]
        case .texts: reader.texts(field).map(\.value)
        default: [reader.text(field)]
        }
      values += texts.compactMap { $0.map { ShownValue(field: field, text: $0) } }
    }
    return values
  }

  private mutating func review() -> Review? {
    guard var nested = reader.record(.review, as: ReviewField.self) else { return nil }
    let (reviewer, date, conclusion) = (nested.text(.reviewer), nested.date(.date), nested.text(.conclusion))
    reader.absorb(nested.diagnostics)
    guard let reviewer, let date, let conclusion else {
      reader.absorb([
        Diagnostic(
          .missingReview, at: reader.span(.review), zh: "“审查”要有审查人、日期和结论",
          en: "“审查” needs a reviewer, a date and a conclusion")
      ])
      return nil
    }
    return Review(reviewer: reviewer, date: date, conclusion: conclusion)
  }

  private mutating func relations() -> [Relation] {
    reader.records(.relations, as: RelationField.self).compactMap { nested in
      var nested = nested
      let kind = nested.choice(.kind).flatMap(Relation.Kind.init)
      let target = nested.text(.target).flatMap { text in nested.span(.target).map { Located(text, $0) } }
      reader.absorb(nested.diagnostics)
      guard let kind, let target else { return incomplete(nested.range, "关系", "文件", path: nested.path) }
      return Relation(kind: kind, target: target)
    }
  }

  private mutating func attachments() -> [AttachmentName] {
    reader.records(.attachments, as: AttachmentField.self).compactMap { nested in
      var nested = nested
      let file = nested.text(.file).flatMap { text in nested.span(.file).map { Located(text, $0) } }
      let name = nested.text(.name)
      reader.absorb(nested.diagnostics)
      guard let file else { return incomplete(nested.range, "文件", path: nested.path) }
      return AttachmentName(file: file, name: name)
    }
  }

  private mutating func exceptions() -> [PersonalDataException] {
    reader.records(.personalDataExceptions, as: ExceptionField.self).compactMap { nested in
      var nested = nested
      let content = nested.text(.content).flatMap { text in nested.span(.content).map { Located(text, $0) } }
      let (reason, approver, file) = (nested.text(.reason), nested.text(.approver), nested.text(.file))
      reader.absorb(nested.diagnostics)
      guard let content, let reason, let approver else {
        return incomplete(nested.range, "内容", "理由", "批准人", path: nested.path)
      }
      return PersonalDataException(content: content, reason: reason, approver: approver, file: file)
    }
  }

  private mutating func changes() -> [ChangeNote] {
    reader.records(.changes, as: ChangeField.self).compactMap { nested in
      var nested = nested
      let (date, note) = (nested.date(.date), nested.text(.note))
      reader.absorb(nested.diagnostics)
      guard let date, let note else { return incomplete(nested.range, "日期", "说明", path: nested.path) }
      return ChangeNote(date: date, note: note)
    }
  }

  private mutating func period() -> Period? {
    guard var nested = reader.record(.period, as: PeriodField.self) else { return nil }
    let (start, end) = (nested.date(.start), nested.date(.end))
    reader.absorb(nested.diagnostics)
    guard let start, let end else { return incomplete(nested.range, "起", "止", path: nested.path) }
    return Period(start: start, end: end)
  }

  private mutating func contact() -> Contact? {
    guard var nested = reader.record(.contact, as: ContactField.self) else { return nil }
    let contact = Contact(&nested)
    reader.absorb(nested.diagnostics)
    return contact
  }

  /// Reports a record that lacks parts; nothing more when its own reader reported why.
  private mutating func incomplete<Value>(_ range: ByteRange, _ parts: String..., path: String) -> Value? {
    let names = parts.map { "“\($0)”" }.joined(separator: "、")
    let span = SourceSpan(path: path, range: range)
    let known = reader.diagnostics.contains {
      $0.span.map { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound } ?? false
    }
    if !known {
      reader.absorb([Diagnostic(.missingField, at: span, zh: "这里要有\(names)", en: "\(names) must be given here")])
    }
    return nil
  }
}

extension Contact {
  init(_ reader: inout FieldReader<ContactField>) {
    self.init(
      office: reader.text(.office), address: reader.text(.address), postcode: reader.text(.postcode),
      phone: reader.text(.phone), fax: reader.text(.fax), email: reader.text(.email), hours: reader.text(.hours))
  }
}

extension UInt8 {
  var isSafeInAddress: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
