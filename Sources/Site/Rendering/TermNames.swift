import Disclosure
import Taxonomy
import YAML

/// Names and addresses of the terms that documents show, ready to be looked up once a field.
struct TermNames {
  private var names = [[String]](repeating: [], count: DocumentField.allCases.count)
  private var addresses = [[String?]](repeating: [], count: DocumentField.allCases.count)
  /// Validity terms that mean a document is no longer in force.
  let endedValidity: Set<Int>

  init(_ plan: SitePlan) {
    let taxonomy = plan.catalog.settings.taxonomy
    for field in DocumentField.allCases {
      guard let code = field.vocabulary, let vocabulary = taxonomy[code] else { continue }
      names[field.rawValue] = vocabulary.paths
      var found = [String?](repeating: nil, count: vocabulary.terms.count)
      for term in plan.root.index.terms where term.vocabulary == code { found[term.ordinal] = TermIndex.path(of: term) }
      addresses[field.rawValue] = found
    }
    let validity = taxonomy["validity"]?.terms ?? []
    endedValidity = Set(validity.indices.filter { ["lapsed", "repealed"].contains(validity[$0].code) })
  }

  /// The term's name with its parent's.
  func name(_ ordinal: Int?, of field: DocumentField) -> String? { ordinal.map { names[field.rawValue][$0] } }

  /// The list of the term's entries, below the root.
  func address(_ ordinal: Int?, of field: DocumentField) -> String? {
    ordinal.flatMap { addresses[field.rawValue][$0] }
  }
}

extension DocumentField {
  /// The code of the vocabulary its values are taken from.
  fileprivate var vocabulary: String? {
    switch field.type {
    case .term(let vocabulary), .terms(let vocabulary): vocabulary
    default: nil
    }
  }
}
