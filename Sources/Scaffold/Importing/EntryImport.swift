import Chronology
import Diagnostics
import Disclosure

/// Existing files on their way to drafts of catalog entries: a text or a Word file is one, each line of a CSV file is.
public struct EntryImport: Sendable {
  /// Something that was not sure, or was left out.
  public struct Note: Sendable {
    public let path: String
    /// From 1.
    public let line: Int
    public let message: Text
  }

  public private(set) var notes: [Note] = []
  private let settings: SiteSettings
  private var entries: [(path: String, entry: ImportedEntry)] = []

  public init(_ settings: SiteSettings) { self.settings = settings }

  /// Whether a file can be imported, told by the end of its name.
  public static func reads(_ path: String) -> Bool {
    [".txt", ".docx", ".csv"].contains(where: path.lowercased().hasSuffix)
  }

  /// Takes in a file.
  ///
  /// - Parameter text: of a Word file, a line for each paragraph and each row of a table.
  public mutating func add(_ text: String, path: String) {
    guard path.lowercased().hasSuffix(".csv") else {
      let file = path.split(separator: "/").last ?? ""
      let name = String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
      return add(ImportedEntry(text: text, name: name, taxonomy: settings.taxonomy), path)
    }
    let catalog = ImportedCatalog(csv: text, taxonomy: settings.taxonomy)
    for note in catalog.notes { self.note(note, path) }
    for entry in catalog.entries { add(entry, path) }
  }

  private mutating func add(_ entry: ImportedEntry, _ path: String) {
    entries.append((path, entry))
    for note in entry.notes { self.note(note, path) }
  }

  private mutating func note(_ note: ImportNote, _ path: String) {
    notes.append(Note(path: path, line: note.line, message: note.message))
  }

  /// The drafts of all that was taken in, in that order: those with an index number keep it, the others get the next
  /// ones of their years. One whose number is taken is left out, and noted.
  ///
  /// - Parameter known: every index number in use or once published.
  public mutating func drafts(beside known: [String], today: CivilDate) -> [ScaffoldFile] {
    var numbers = ImportNumbering(IndexNumberIssuer(settings), known: known)
    // Before any is given out: the next one may be the own one of an entry further down.
    let own = entries.map { $0.entry.values[.indexNumber].map { numbers.take($0) } }
    var drafts: [ScaffoldFile] = []
    var written: Set<String> = []
    for ((path, entry), isFree) in zip(entries, own) {
      let number = isFree == nil ? numbers.next(on: entry.date ?? today) : entry.values[.indexNumber]
      let draft = number.map { entry.draft(indexNumber: $0, publisher: settings.organization, today: today) }
      guard isFree != false, let draft, written.insert(draft.path).inserted else {
        note(
          ImportNote(
            entry.line, zh: "索引号已经用过，或者没有可以接着编的，这一条没有导入",
            en: "its index number is taken, or there is none to go on from; not imported"), path)
        continue
      }
      drafts.append(draft)
    }
    return drafts
  }
}

/// The index numbers in use, and the next ones.
private struct ImportNumbering {
  private let issuer: IndexNumberIssuer
  private var known: [String]
  private var taken: Set<String>
  /// The last number given out for each year, which the next one follows.
  private var last: [Int: String] = [:]

  init(_ issuer: IndexNumberIssuer, known: [String]) {
    self.issuer = issuer
    self.known = known
    taken = Set(known)
  }

  /// Whether a number was free until now.
  mutating func take(_ number: String) -> Bool {
    known.append(number)
    return taken.insert(number).inserted
  }

  /// `nil` when there is no number to go on from.
  mutating func next(on date: CivilDate) -> String? {
    var next = issuer.next(on: date, taken: last[date.year].map { [$0] } ?? known)
    while let number = next, !take(number) { next = issuer.next(on: date, taken: [number]) }
    last[date.year] = next
    return next
  }
}
