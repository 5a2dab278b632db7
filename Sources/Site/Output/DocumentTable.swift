import Disclosure
import YAML

/// Documents as rows and chosen fields as columns, for `gongkai list`.
public struct DocumentTable: Sendable {
  private let documents: [Document]
  private let fields: [DocumentField]
  private let values: FieldValues

  public init(_ documents: [Document], fields: [DocumentField], values: FieldValues) {
    self.documents = documents
    self.fields = fields
    self.values = values
  }

  /// Headed by the official labels; several values of a field are joined with `；`.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(fields.map(\.field.label) + ["文件"])
    for document in documents {
      writer.row { row in
        for field in fields { row.cell { add in values.forEach(of: field, in: document, add) } }
        row.cell(document.path)
      }
    }
    return writer.bytes
  }

  /// An array of objects under the registry's keys; absent fields are absent.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.array { writer in
      for document in documents {
        writer.newline()
        writer.object { writer in
          for field in fields { writer.member(field, of: document, values) }
          writer.member("path", document.path)
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}

extension JSONWriter {
  /// A field of the registry: an array where it may hold several values, nothing where it has none.
  mutating func member(_ field: DocumentField, of document: Document, _ values: FieldValues) {
    let (name, isList) = Self.fields[field.rawValue]
    var isAbsent = true
    values.forEach(of: field, in: document) { value in
      if isAbsent {
        key(name)
        if isList { begin("[") }
      }
      if isAbsent || isList { string(value) }
      isAbsent = false
    }
    if isList, !isAbsent { end("]") }
  }

  /// A text that stands for what the field of a document says.
  mutating func member(_ field: DocumentField, _ value: String?) { member(Self.fields[field.rawValue].key, value) }

  /// Keys, and whether they may have several values; by field.
  private static let fields: [(key: String, isList: Bool)] = DocumentField.allCases.map { field in
    switch field.field.type {
    case .texts, .terms, .records: (field.field.key, true)
    default: (field.field.key, false)
    }
  }
}
