import Chronology
import Disclosure

/// Something that happened to a document, in the order of a change log: the latest first.
struct Change: Comparable {
  enum Kind: Int {
    case ended, changed, published
  }

  let date: CivilDate
  let kind: Kind
  /// Of the document in the catalog.
  let position: Int
  let note: String?

  static func < (a: Change, b: Change) -> Bool {
    a.date != b.date ? a.date > b.date : (a.kind.rawValue, a.position) < (b.kind.rawValue, b.position)
  }
}

/// What was published, changed and repealed on the site.
struct ChangeLog {
  private let catalog: Catalog
  private let endedValidity: Set<Int>

  init(_ catalog: Catalog) {
    self.catalog = catalog
    endedValidity = catalog.settings.taxonomy.endedValidity
  }

  /// The latest changes of all documents.
  func latest(_ count: Int) -> [Change] {
    // The newest entries come first, so that what was published before the last `count` of them is left out.
    let older = catalog[.entry].dropFirst(count)
    var found: [Change] = []
    for (position, facts) in catalog.facts.enumerated() {
      let isOlder = older.contains(position)
      // Nothing else happened to most.
      if isOlder, !facts.hasChanges, facts.dateEnded == nil { continue }
      found += changes(of: position).filter { $0.kind != .published || !isOlder }
    }
    return Array(found.sorted().prefix(count))
  }

  /// In no order.
  func changes(of position: Int) -> [Change] {
    let document = catalog.facts[position]
    let notes = document.hasChanges ? catalog.documents[position].changes : []
    var changes = notes.map { Change(date: $0.date, kind: .changed, position: position, note: $0.note) }
    if let date = document.date { changes.append(Change(date: date, kind: .published, position: position, note: nil)) }
    if let date = document.dateEnded, let validity = document.validity, endedValidity.contains(validity) {
      changes.append(Change(date: date, kind: .ended, position: position, note: nil))
    }
    return changes
  }
}
