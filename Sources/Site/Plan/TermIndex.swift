import Disclosure
import Taxonomy

/// A term that has entries. Each page of its list refers to it.
final class IndexedTerm: Sendable {
  /// Code of its vocabulary.
  let vocabulary: String
  let label: String
  let code: String
  let name: String
  /// The name with its parent's: titles of pages must differ.
  let path: String
  let ordinal: Int
  let parent: Int?
  /// Of its list: `catalog/theme/science`, `kjj/catalog/theme/science`.
  let folder: String
  /// Positions in the catalog, newest first; a parent's hold its children's.
  let entries: [Int]

  init(
    vocabulary: String, label: String, code: String, name: String, path: String, ordinal: Int, parent: Int?,
    folder: String, entries: [Int]
  ) {
    self.vocabulary = vocabulary
    self.label = label
    self.code = code
    self.name = name
    self.path = path
    self.ordinal = ordinal
    self.parent = parent
    self.folder = folder
    self.entries = entries
  }
}

/// Which entries each term has.
struct TermIndex: Sendable {
  /// By vocabulary in the site's order, then by term.
  let terms: [IndexedTerm]

  /// - Parameter folder: before its addresses: empty, or an organ's `kjj/`.
  init(_ catalog: Catalog, entries: [Int], folder: String) {
    let taxonomy = catalog.settings.taxonomy
    var terms: [IndexedTerm] = []
    for code in ["theme", "genre", "statutory", "publisher", "department", "validity"] {
      if let vocabulary = taxonomy[code] { terms += TermIndex.terms(of: vocabulary, catalog, entries, folder) }
    }
    self.terms = terms + TermIndex.years(catalog, entries, folder)
  }

  static func path(of term: IndexedTerm) -> String { "\(term.folder)/index.html" }

  private static func terms(
    of vocabulary: Vocabulary, _ catalog: Catalog, _ all: [Int], _ folder: String
  ) -> [IndexedTerm] {
    var entries = [[Int]](repeating: [], count: vocabulary.terms.count)
    let parents = vocabulary.terms.map(\.parent)
    func add(_ position: Int, _ ordinal: Int) {
      entries[ordinal].append(position)
      // A document of several children counts once for their parent.
      if let parent = parents[ordinal], entries[parent].last != position { entries[parent].append(position) }
    }
    if let ordinal = singleTerm(in: vocabulary.code) {
      for i in all { ordinal(catalog.documents[i]).map { add(i, $0) } }
    } else {
      for i in all { for ordinal in catalog.documents[i].statutory { add(i, ordinal) } }
    }
    return vocabulary.terms.enumerated().filter { !entries[$0.offset].isEmpty }.map { ordinal, term in
      IndexedTerm(
        vocabulary: vocabulary.code, label: vocabulary.label, code: term.code, name: term.name,
        path: vocabulary.paths[ordinal], ordinal: ordinal,
        parent: term.parent, folder: "\(folder)catalog/\(vocabulary.code)/\(term.code)", entries: entries[ordinal])
    }
  }

  /// What tells a document's term in a vocabulary of which it has one at most.
  private static func singleTerm(in vocabulary: String) -> ((Document) -> Int?)? {
    switch vocabulary {
    case "theme": return { $0.theme }
    case "genre": return { $0.genre }
    case "publisher": return { $0.publisher }
    case "department": return { $0.department }
    case "validity": return { $0.validity }
    default: return nil
    }
  }

  /// The year of publication, newest first; its ordinal is the year itself.
  private static func years(_ catalog: Catalog, _ all: [Int], _ folder: String) -> [IndexedTerm] {
    var entries: [(year: Int, positions: [Int])] = []
    for i in all {
      guard let year = catalog.documents[i].date?.year else { continue }
      if entries.last?.year == year {
        entries[entries.count - 1].positions.append(i)
      } else {
        entries.append((year, [i]))
      }
    }
    return entries.map { year, positions in
      IndexedTerm(
        vocabulary: "year", label: "年份", code: "\(year)", name: "\(year)年", path: "\(year)年", ordinal: year,
        parent: nil,
        folder: "\(folder)catalog/year/\(year)", entries: positions)
    }
  }
}
