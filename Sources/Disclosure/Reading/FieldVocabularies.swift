import Taxonomy

/// The vocabularies whose terms fields take, looked up once and not for every document.
struct FieldVocabularies: Sendable {
  private let byField: [Vocabulary?]

  init(_ taxonomy: Taxonomy) {
    byField = DocumentField.allCases.map { field in
      switch field.field.type {
      case .term(let code), .terms(let code): taxonomy[code]
      default: nil
      }
    }
  }

  subscript(field: DocumentField) -> Vocabulary? { byField[field.rawValue] }
}
