import Disclosure
import Taxonomy
import YAML

/// Documents as rows and chosen fields as columns, for `gongkai list`.
public struct DocumentTable: Sendable {
  private let documents: [Document]
  private let fields: [DocumentField]
  private let taxonomy: Taxonomy

  public init(_ documents: [Document], fields: [DocumentField], taxonomy: Taxonomy) {
    self.documents = documents
    self.fields = fields
    self.taxonomy = taxonomy
  }

  /// Headed by the official labels; several values of a field are joined with `；`.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(fields.map(\.field.label) + ["文件"])
    for document in documents {
      writer.row(
        fields.map { document.metadata.values(of: $0, in: taxonomy).joined(separator: "；") } + [document.path])
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
          for field in fields { writer.member(field, document.metadata.values(of: field, in: taxonomy)) }
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
  mutating func member(_ field: DocumentField, _ values: [String]) {
    guard let first = values.first else { return }
    let (name, isList) = Self.fields[field.rawValue]
    if isList {
      key(name)
      array { writer in values.forEach { writer.string($0) } }
    } else {
      member(name, first)
    }
  }

  /// Keys, and whether they may have several values; by field.
  private static let fields: [(key: String, isList: Bool)] = DocumentField.allCases.map { field in
    switch field.field.type {
    case .texts, .terms, .records: (field.field.key, true)
    default: (field.field.key, false)
    }
  }
}
