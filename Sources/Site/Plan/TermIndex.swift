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
    func lists(_ vocabulary: String) -> TermLists { TermLists(catalog.settings.taxonomy[vocabulary]) }
    var (theme, genre, statutory) = (lists("theme"), lists("genre"), lists("statutory"))
    var (publisher, department, validity) = (lists("publisher"), lists("department"), lists("validity"))
    for position in entries {
      let facts = catalog.facts[position]
      theme.add(position, facts.theme)
      genre.add(position, facts.genre)
      statutory.add(position, facts.statutory)
      if facts.hasSeveralCategories {
        for ordinal in catalog.documents[position].statutory.dropFirst() { statutory.add(position, ordinal) }
      }
      publisher.add(position, facts.publisher)
      department.add(position, facts.department)
      validity.add(position, facts.validity)
    }
    terms =
      [theme, genre, statutory, publisher, department, validity].flatMap { $0.terms(folder) }
      + TermIndex.years(catalog, entries, folder)
  }

  static func path(of term: IndexedTerm) -> String { "\(term.folder)/index.html" }

  /// The year of publication, newest first; its ordinal is the year itself.
  private static func years(_ catalog: Catalog, _ all: [Int], _ folder: String) -> [IndexedTerm] {
    var entries: [(year: Int, positions: [Int])] = []
    for i in all {
      guard let year = catalog.facts[i].date?.year else { continue }
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

/// The entries of each term of one vocabulary, where the site has it.
private struct TermLists {
  private let vocabulary: Vocabulary?
  private let parents: [Int?]
  private var entries: [[Int]]

  init(_ vocabulary: Vocabulary?) {
    self.vocabulary = vocabulary
    parents = vocabulary?.terms.map(\.parent) ?? []
    entries = [[Int]](repeating: [], count: parents.count)
  }

  mutating func add(_ position: Int, _ ordinal: Int?) {
    guard vocabulary != nil, let ordinal else { return }
    entries[ordinal].append(position)
    // A document of several children counts once for their parent.
    if let parent = parents[ordinal], entries[parent].last != position { entries[parent].append(position) }
  }

  /// Those that have entries.
  func terms(_ folder: String) -> [IndexedTerm] {
    guard let vocabulary else { return [] }
    return entries.indices.filter { !entries[$0].isEmpty }.map { ordinal in
      let term = vocabulary.terms[ordinal]
      return IndexedTerm(
        vocabulary: vocabulary.code, label: vocabulary.label, code: term.code, name: term.name,
        path: vocabulary.paths[ordinal], ordinal: ordinal, parent: term.parent,
        folder: "\(folder)catalog/\(vocabulary.code)/\(term.code)", entries: entries[ordinal])
    }
  }
}
