import Archive
import Taxonomy

/// The vocabularies whose terms fields take, looked up once and not for every document.
struct FieldVocabularies: Sendable {
  private let byField: [Vocabulary?]
  private let names: [NameTable]
  /// The same, which `names` keeps alive. Not counted: workers would wait for each other.
  private let tables: [Unmanaged<NameTable>]
  private let paths: [[String]]
  private let modes: [DisclosureMode: String]

  init(_ taxonomy: Taxonomy) {
    byField = DocumentField.allCases.map { field in
      switch field.field.type {
      case .term(let code), .terms(let code): taxonomy[code]
      default: nil
      }
    }
    names = byField.map { $0.map { NameTable($0.ordinalsByName) } ?? NameTable() }
    tables = names.map { .passUnretained($0) }
    paths = byField.map { $0?.paths ?? [] }
    let modes = taxonomy["disclosure"]?.terms.compactMap { term in
      DisclosureMode(rawValue: term.code).map { ($0, term.name) }
    }
    self.modes = Dictionary(modes ?? [], uniquingKeysWith: { first, _ in first })
  }

  subscript(field: DocumentField) -> Vocabulary? { byField[field.rawValue] }

  /// The term's name with its parent's.
  func path(of ordinal: Int, in field: DocumentField) -> String? {
    // The list is not taken out: to count references to it would keep workers waiting for one another.
    ordinal < paths[field.rawValue].count ? paths[field.rawValue][ordinal] : nil
  }

  /// The term written as a name, an alias, a code or a path.
  func ordinal(of text: String, in field: DocumentField) -> Int? {
    tables[field.rawValue]._withUnsafeGuaranteedRef { $0.value(of: text) }
      ?? byField[field.rawValue]?.ordinal(of: text)
  }

  func name(of mode: DisclosureMode) -> String? { modes[mode] }
}
