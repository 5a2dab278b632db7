import Archive
import Chronology
import Diagnostics
import Taxonomy
import Workers
import YAML

/// All documents of a site in their final order, what they point to resolved and checked.
public struct Catalog: Sendable {
  public let settings: SiteSettings
  /// What may be published, in part or in full: entries newest first, then the other kinds by path.
  public let documents: [Document]
  /// By position: what is asked of all documents.
  public let facts: [DocumentFacts]
  /// By position: which of the documents it was made from it is.
  public let origins: [Int32]
  /// Positions in `documents` by kind.
  private let ranges: [DocumentKind: Range<Int>]
  /// What lies in no organ's folder; the whole catalog, where the site serves its host alone.
  public let root: CatalogSection
  /// By ordinal of the organ.
  public let organs: [CatalogSection]
  /// Of all documents, published or not, by which of them it is; empty where one has none.
  private let indexNumbers: PackedTexts
  private let byIndexNumber: TextTable
  /// Where they are in the catalog; -1 for those that are not.
  private let positions: [Int32]
  /// Few sites have links from one document to another.
  private let byPath: Deferred<TextTable>
  /// Paths of the files that documents not published in full name as their attachments.
  public let withheldFiles: Set<String>
  /// By position: the documents that are shown with another validity than their front matter has.
  public let validityChanges: [Int: ValidityChange]
  /// The entries that are 不予公开.
  public let withheldEntries: [WithheldEntry]
  /// The entries under a time limit that are still to be published.
  public let waitingEntries: [WithheldEntry]
  /// Paths of documents that could not be read: they are there, but nobody knows what they hold.
  public let unread: Set<String>
  /// The day of the build, where it is known.
  public let today: CivilDate?
  /// Documents read, published or not.
  public let total: Int

  public var withheld: Int { total - documents.count }

  /// - Parameters:
  ///   - unread: paths of documents that could not be read, which has been reported.
  ///   - today: the day documents expire and take effect by; without it nothing is judged by the calendar.
  public init(
    _ settings: SiteSettings, _ found: [Document], unread: Set<String> = [], today: CivilDate? = nil,
    pool: WorkerPool = WorkerPool(workers: 1), _ diagnostics: inout [Diagnostic]
  ) {
    self.settings = settings
    self.unread = unread
    self.today = today
    total = found.count
    var (withheldEntries, waitingEntries): ([WithheldEntry], [WithheldEntry]) = ([], [])
    var withheldFiles: Set<String> = []
    var shown = [[Int32]](repeating: [], count: DocumentKind.allCases.count)
    let foundFacts = pool.map(found.count, chunk: Self.chunk, state: {}) { found[$1].facts }
    for (origin, facts) in foundFacts.enumerated() {
      if facts.publication != .withheld { shown[facts.kind.ordinal].append(Int32(origin)) }
      if facts.publication != .full { withheldFiles.formUnion(found[origin].attachmentPaths) }
      if facts.kind == .entry, facts.disclosure == .withheld { withheldEntries.append(WithheldEntry(facts)) }
      if facts.isWaiting { waitingEntries.append(WithheldEntry(facts)) }
    }
    (self.withheldEntries, self.waitingEntries, self.withheldFiles) = (withheldEntries, waitingEntries, withheldFiles)
    // Side by side, as they are compared many times.
    let numbers = Self.indexNumbers(of: found, pool)
    indexNumbers = numbers
    let (sorted, byIndexNumber) = pool.both {
      [shown] in
      shown.map { Catalog.sorted($0, of: found, foundFacts, numbers) }
    } _: {
      TextTable(numbers)
    }
    self.byIndexNumber = byIndexNumber
    var ranges: [DocumentKind: Range<Int>] = [:]
    var origins: [Int32] = []
    origins.reserveCapacity(found.count)
    for (kind, own) in zip(DocumentKind.allCases, sorted) {
      ranges[kind] = origins.count..<origins.count + own.count
      origins += own
    }
    self.origins = origins
    var positions = [Int32](repeating: -1, count: found.count)
    for (position, origin) in origins.enumerated() { positions[Int(origin)] = Int32(position) }
    self.positions = positions
    var documents = pool.map(origins.count, chunk: Self.chunk, state: {}) { [origins] in found[Int(origins[$1])] }
    var facts = pool.map(origins.count, chunk: Self.chunk, state: {}) { [origins] in foundFacts[Int(origins[$1])] }
    let changes = Catalog.validityChanges(documents, facts, settings.taxonomy, today: today)
    for (position, change) in changes {
      documents[position] = documents[position].with(validity: change.current)
      facts[position] = documents[position].facts
    }
    validityChanges = changes
    (self.documents, self.facts) = (documents, facts)
    let sections = Catalog.sections(settings.organs, facts, ranges)
    (root, organs) = (sections[0], Array(sections[1...]))
    self.ranges = ranges
    byPath = Deferred { [documents] in TextTable(documents.count) { documents[$0].path } }
    diagnostics += duplicateIndexNumbers(among: found) + unknownRelations(among: found)
  }

  public subscript(kind: DocumentKind) -> Range<Int> { ranges[kind] ?? 0..<0 }

  /// The documents whose facts say that they are meant, in the catalog's order; the others are not looked at.
  public func documents(where isMeant: (DocumentFacts) -> Bool) -> [Document] {
    facts.indices.filter { isMeant(facts[$0]) }.map { documents[$0] }
  }

  /// What rules judge by itself: each organ's part, and the root's where it has one.
  public var sections: [CatalogSection] { (organs.isEmpty || !root.isEmpty ? [root] : []) + organs }

  public func section(of document: Document) -> CatalogSection { document.organ.map { organs[$0] } ?? root }

  /// Whether a column of a section has documents that could not be read.
  public func hasUnread(_ kind: DocumentKind, in section: CatalogSection) -> Bool {
    unread.contains { $0.hasPrefix("\(section.folder)/\(kind.folder)/") }
  }

  /// Whether an index number that no document has may be that of an entry that could not be read.
  public var hasUnreadEntries: Bool { sections.contains { hasUnread(.entry, in: $0) } }

  /// Calls `body` with the index number of a document, which need not be asked for it; empty where it has none.
  public func withIndexNumber<Result>(of position: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    indexNumbers.withBytes(Int(origins[position]), body)
  }

  public func position(ofIndexNumber number: String) -> Int? {
    byIndexNumber.position(of: number) { positions[$0] >= 0 }.map { Int(positions[$0]) }
  }

  public func position(ofPath path: String) -> Int? { byPath.value.position(of: path) }

  private static func validityChanges(
    _ documents: [Document], _ facts: [DocumentFacts], _ taxonomy: Taxonomy, today: CivilDate?
  ) -> [Int: ValidityChange] {
    guard let validity = CurrentValidity(documents, facts, taxonomy, today: today) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: documents.indices.compactMap { i in validity.change(at: i).map { (i, $0) } })
  }

  /// The host's part first, then each organ's.
  private static func sections(
    _ organs: [Organ], _ facts: [DocumentFacts], _ ranges: [DocumentKind: Range<Int>]
  ) -> [CatalogSection] {
    var positions = [[DocumentKind: [Int]]](repeating: [:], count: organs.count + 1)
    for (kind, range) in ranges {
      var parts = [[Int]](repeating: [], count: positions.count)
      for position in range { parts[facts[position].organ.map { $0 + 1 } ?? 0].append(position) }
      for (part, own) in parts.enumerated() { positions[part][kind] = own }
    }
    return positions.enumerated().map { part, positions in
      CatalogSection(part == 0 ? nil : organs[part - 1], positions)
    }
  }

  /// As many documents as a worker takes at once.
  private static let chunk = 1_000

  /// Empty where a document has none.
  private static func indexNumbers(of found: [Document], _ pool: WorkerPool) -> PackedTexts {
    pool.run((found.count + chunk - 1) / chunk, into: PackedTexts(), state: {}) { _, number in
      PackedTexts(number * chunk..<min((number + 1) * chunk, found.count)) { found[$0].indexNumber ?? "" }
    } collect: {
      $0.append($1)
    }
  }

  /// Newest first, then by index number, then by path: total, so that input order does not matter.
  ///
  /// - Parameter numbers: the index numbers of those that were found.
  private static func sorted(
    _ origins: [Int32], of found: [Document], _ facts: [DocumentFacts], _ numbers: PackedTexts
  ) -> [Int32] {
    // By the day alone at first, with the document behind it in one number.
    let days = origins.map { origin in
      let day = UInt32(bitPattern: facts[Int(origin)].date?.digits ?? .min) ^ 1 << 31
      return UInt64(~day) << 32 | UInt64(UInt32(bitPattern: origin))
    }.sorted()
    var sorted = days.map { Int32(truncatingIfNeeded: $0) }
    let haveYears = origins.contains { facts[Int($0)].reportYear != nil }
    sorted.withUnsafeMutableBufferPointer { sorted in
      var start = 0
      while start < sorted.count {
        let end = days[start...].firstIndex { $0 >> 32 != days[start] >> 32 } ?? days.count
        sorted[start..<end].sort { a, b in
          if haveYears {
            let (year, other) = (facts[Int(a)].reportYear ?? 0, facts[Int(b)].reportYear ?? 0)
            if year != other { return year > other }
          }
          let order = numbers.compare(Int(a), Int(b))
          return order == 0 ? found[Int(a)].path < found[Int(b)].path : order > 0
        }
        start = end
      }
    }
    return sorted
  }

  /// Withheld documents count too: their number is taken.
  private func duplicateIndexNumbers(among found: [Document]) -> [Diagnostic] {
    guard byIndexNumber.hasRepeats else { return [] }
    var first: [String: Document] = [:]
    var repeated: Set<String> = []
    for document in found {
      guard let number = document.indexNumber else { continue }
      if let other = first.updateValue(document, forKey: number) {
        repeated.insert(number)
        // The one whose path comes first keeps its number.
        if other.path < document.path { first[number] = other }
      }
    }
    return found.compactMap { document in
      guard let number = document.indexNumber, repeated.contains(number), let other = first[number],
        other !== document
      else { return nil }
      return Diagnostic(
        .duplicateIndexNumber, at: document.span(.indexNumber), zh: "索引号“\(number)”已经用过",
        en: "the index number “\(number)” is already in use",
        notes: [.init(zh: "先用在这里", en: "first used here", at: other.span(.indexNumber))])
    }
  }

  private func unknownRelations(among found: [Document]) -> [Diagnostic] {
    guard facts.contains(where: \.hasRelations), !hasUnreadEntries else { return [] }
    let numbers = Set(found.compactMap(\.indexNumber))
    return documents.flatMap { document in
      document.relations.filter { !numbers.contains($0.target.value) }.map { relation in
        let fix = nearestNumber(to: relation.target.value, in: document).map { [Diagnostic.Fix.didYouMean($0)] }
        return Diagnostic(
          .unknownRelation, at: relation.target.span, zh: "目录里没有索引号“\(relation.target.value)”",
          en: "no entry has the index number “\(relation.target.value)”", fixes: fix ?? [])
      }
    }
  }

  /// What a document may have meant by an index number that no other has: never its own, and never one that readers
  /// do not see.
  public func nearestNumber(to number: String, in document: Document) -> String? {
    NearMiss.best(for: number, among: documents.compactMap(\.indexNumber).filter { $0 != document.indexNumber })
  }
}
