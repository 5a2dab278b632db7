import Disclosure

/// Which documents a page follows from, so that a plan of these alone makes the same page. Nobody need believe it: a page
/// has the same key under both plans, or is another one.
extension SitePlan {
  /// Calls `body` with the documents besides itself, and besides the frame's, that an entry's page follows from.
  public func forEachSurrounding(ofEntry position: Int, _ body: (Int) -> Void) {
    let (newer, older) = neighbours(of: position)
    if let newer { body(newer) }
    if let older { body(older) }
    guard !incoming.isEmpty else { return }
    let targets = catalog.facts[position].hasRelations ? catalog.documents[position].relations.map(\.target.value) : []
    let related = targets.compactMap(catalog.position(ofIndexNumber:)) + documentsPointing(to: position)
    for other in related { body(other) }
    for shown in [newer, older].compactMap({ $0 }) + related { documentsEnding(shown).forEach(body) }
  }

  /// The documents that what all pages have in common follows from: those that are no entries, and an entry of each term
  /// that has any.
  ///
  /// - Parameter isKnown: whether an entry may stand for its terms.
  public func frame(where isKnown: (Int) -> Bool) -> [Int] {
    let others = DocumentKind.allCases.filter { $0 != .entry }.flatMap { Array(catalog[$0]) }
    let terms = ([root] + organs).flatMap(\.index.terms).filter { $0.vocabulary != "year" }
    let entries = terms.compactMap { $0.entries.first(where: isKnown) }
    return others + entries + entries.flatMap(documentsEnding)
  }

  private func documentsPointing(to position: Int) -> [Int] {
    catalog.documents[position].indexNumber.flatMap { incoming[$0] }?.map(\.from) ?? []
  }

  /// Those that may decide whether a document is in force.
  private func documentsEnding(_ position: Int) -> [Int] {
    guard !incoming.isEmpty, let number = catalog.documents[position].indexNumber else { return [] }
    return incoming[number]?.filter(\.kind.endsTarget).map(\.from) ?? []
  }
}
