import Taxonomy

/// The validity terms that say a document is no longer in force.
struct EndedValidity: Sendable {
  private let ordinals: Set<Int>

  init(_ taxonomy: Taxonomy) {
    let terms = taxonomy["validity"]?.terms ?? []
    ordinals = Set(terms.indices.filter { ["repealed", "lapsed"].contains(terms[$0].code) })
  }

  func contains(_ validity: Int?) -> Bool { validity.map(ordinals.contains) ?? false }
}
