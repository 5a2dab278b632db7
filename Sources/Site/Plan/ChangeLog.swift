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
enum ChangeLog {
  /// The latest changes of all documents.
  static func latest(_ count: Int, in catalog: Catalog) -> [Change] {
    // The newest entries come first, so that what was published before the last `count` of them is left out.
    let entries = catalog[.entry]
    let found = catalog.documents.indices.flatMap { position -> [Change] in
      let changes = changes(of: position, in: catalog)
      return entries.contains(position) && position >= entries.lowerBound + count
        ? changes.filter { $0.kind != .published } : changes
    }
    return Array(found.sorted().prefix(count))
  }

  /// In no order.
  static func changes(of position: Int, in catalog: Catalog) -> [Change] {
    let metadata = catalog.documents[position].metadata
    var changes = metadata.changes.map { Change(date: $0.date, kind: .changed, position: position, note: $0.note) }
    if let date = metadata.date { changes.append(Change(date: date, kind: .published, position: position, note: nil)) }
    if let date = metadata.dateRepealed { changes.append(Change(date: date, kind: .ended, position: position, note: nil)) }
    return changes
  }
}
