import Disclosure
import Taxonomy
import YAML

/// Names of the terms that documents show, ready to be looked up once a field.
struct TermNames {
  /// The site's labels, by field.
  private let labels: [String]
  private var names = [[String]](repeating: [], count: DocumentField.allCases.count)
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
}

/// The addresses of the lists of terms' entries, as pages link to them.
final class TermAddresses {
  /// By field, then by ordinal, below the root.
  private var addresses = [[String?]](repeating: [], count: DocumentField.allCases.count)
  /// The same from pages with this way to the root, as the next one that asks mostly is at the same depth.
  private var (root, rooted) = ("", [[String?]]())

  init(_ plan: SitePlan) {
    let taxonomy = plan.catalog.settings.taxonomy
    for field in DocumentField.allCases {
      guard let code = field.vocabulary, let vocabulary = taxonomy[code] else { continue }
      var found = [String?](repeating: nil, count: vocabulary.terms.count)
      for term in plan.root.index.terms where term.vocabulary == code { found[term.ordinal] = TermIndex.path(of: term) }
      addresses[field.rawValue] = found
    }
    rooted = addresses
  }

  /// `nil` where the term has no list.
  func address(_ ordinal: Int, of field: DocumentField, from url: RelativeURL) -> String? {
    if root != url.root {
      root = url.root
      rooted = addresses.map { $0.map { $0.map(url.to) } }
    }
    return rooted[field.rawValue][ordinal]
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
