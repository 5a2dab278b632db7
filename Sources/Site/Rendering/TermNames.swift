import Disclosure
import Taxonomy
import YAML

/// Names and addresses of the terms that documents show, ready to be looked up once a field.
struct TermNames {
  /// The site's labels, by field.
  private let labels: [String]
  private var names = [[String]](repeating: [], count: DocumentField.allCases.count)
  private var addresses = [[String?]](repeating: [], count: DocumentField.allCases.count)
  /// Codes of the terms of validity, by ordinal.
  let validityCodes: [String]
  /// Whether a term of validity means that a document is no longer in force, by ordinal.
  private let ended: [Bool]
  /// The category of laws, regulations and normative documents.
  let regulations: Int?
  /// What schema.org calls a term of validity, by ordinal.
  let legalForce: [String?]

  init(_ plan: SitePlan) {
    let settings = plan.catalog.settings
    let taxonomy = settings.taxonomy
    labels = DocumentField.allCases.map { settings.label(of: $0).ownCopy }
    for field in DocumentField.allCases {
      guard let code = field.vocabulary, let vocabulary = taxonomy[code] else { continue }
      names[field.rawValue] = vocabulary.paths.map(\.ownCopy)
      var found = [String?](repeating: nil, count: vocabulary.terms.count)
      for term in plan.root.index.terms where term.vocabulary == code { found[term.ordinal] = TermIndex.path(of: term) }
      addresses[field.rawValue] = found
    }
    validityCodes = taxonomy["validity"]?.terms.map(\.code) ?? []
    ended = validityCodes.indices.map(taxonomy.endedValidity.contains)
    regulations = taxonomy["statutory"]?.terms.firstIndex { $0.code == "regulations" }
    let forces = [
      "in-force": "InForce", "partly-in-force": "PartiallyInForce", "lapsed": "NotInForce", "repealed": "NotInForce",
    ]
    legalForce = validityCodes.map { forces[$0].map { "https://schema.org/\($0)" } }
  }

  /// Whether a document with this validity is no longer in force.
  func isEnded(_ validity: Int?) -> Bool { validity.map { ended[$0] } ?? false }

  func label(of field: DocumentField) -> String { labels[field.rawValue] }

  /// The term's name with its parent's.
  func name(_ ordinal: Int?, of field: DocumentField) -> String? { ordinal.map { names[field.rawValue][$0] } }

  /// The list of the term's entries, below the root.
  func address(_ ordinal: Int?, of field: DocumentField) -> String? {
    ordinal.flatMap { addresses[field.rawValue][$0] }
  }
}

extension Taxonomy {
  /// Validity terms that mean a document is no longer in force.
  var endedValidity: Set<Int> {
    let validity = self["validity"]?.terms ?? []
    return Set(validity.indices.filter { ["lapsed", "repealed"].contains(validity[$0].code) })
  }
}

extension String {
  /// The same text in memory of its own: workers that count references to one text wait for each other.
  var ownCopy: String { String(decoding: Array(utf8), as: UTF8.self) }
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
