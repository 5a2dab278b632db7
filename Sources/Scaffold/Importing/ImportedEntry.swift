import Chronology
import Disclosure

/// An entry as an existing file has it, before it has an index number here.
public struct ImportedEntry: Sendable {
  public internal(set) var title = ""
  public internal(set) var values: [DocumentField: String] = [:]
  /// What fits no field, kept as comments of the front matter.
  var unread: [String] = []
  /// Markdown.
  var body = ""
  /// In the imported file.
  public internal(set) var line = 1
  public internal(set) var notes: [ImportNote] = []

  /// The day its index number is given for.
  public var date: CivilDate? {
    [.datePublished, .dateCreated].lazy.compactMap { values[$0].flatMap { CivilDate($0) } }.first
  }

  public func draft(indexNumber: String, publisher: String, today: CivilDate) -> ScaffoldFile {
    DocumentDraft(.entry, title: title, values: values, unread: unread, body: body)
      .entry(indexNumber: indexNumber, publisher: publisher, year: (date ?? today).year)
  }
}
