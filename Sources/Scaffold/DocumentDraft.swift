import Chronology
import Disclosure
import Site

/// A new document: what is known filled in, everything else a comment that says how. A draft until the editor says
/// otherwise, so that an unfinished text is never published.
public struct DocumentDraft: Sendable {
  private let kind: DocumentKind
  private let organ: Organ?
  private let title: String
  private let values: [DocumentField: String]
  private let unread: [String]
  private let body: String

  /// - Parameters:
  ///   - organ: whose folder it goes into; `nil` for the site's own.
  ///   - values: of further fields, as they are to be written.
  ///   - unread: what fits no field, for the editor to see.
  ///   - body: Markdown.
  public init(
    _ kind: DocumentKind, of organ: Organ? = nil, title: String, values: [DocumentField: String] = [:],
    unread: [String] = [], body: String = ""
  ) {
    self.kind = kind
    self.organ = organ
    self.title = title
    self.values = values
    self.unread = unread
    self.body = body
  }

  /// A catalog entry, in a file named after its index number below the year's folder.
  public func entry(indexNumber: String, publisher: String?, year: Int, name: String? = nil) -> ScaffoldFile {
    var known = values
    known[.indexNumber] = known[.indexNumber] ?? indexNumber
    known[.publisher] = known[.publisher] ?? organ?.name ?? publisher
    known[.disclosure] = known[.disclosure] ?? "主动公开"
    known[.validity] = known[.validity] ?? "现行有效"
    return file("\(year)/\(name ?? Permalink.identifier(indexNumber)).md", known)
  }

  /// A rule or a page, whose address follows from the file's name.
  public func page(name: String) -> ScaffoldFile { file("\(name).md", values) }

  private func file(_ name: String, _ known: [DocumentField: String]) -> ScaffoldFile {
    var lines = FieldLines()
    lines.add(DocumentField.draft.field, "是", note: "写好、审查之后删去这一行，才会发布")
    lines.add(DocumentField.title.field, title)
    for field in Self.fields(kind) {
      lines.add(
        field.field, known[field],
        note: kind.required.contains(field) && known[field] == nil ? "必填：\(field.field.summary.zh)" : nil)
    }
    for text in unread { text.split(whereSeparator: \.isNewline).forEach { lines.add(comment: String($0)) } }
    let front = ["---"] + lines.lines + ["---", "", body]
    return ScaffoldFile(path: "\(Self.folder(kind, of: organ))/\(name)", text: front.joined(separator: "\n"))
  }

  /// Where documents of a kind go, relative to the site's folder.
  public static func folder(_ kind: DocumentKind, of organ: Organ?) -> String {
    "content/\(organ.map { "\($0.code)/" } ?? "")\(kind.folder)"
  }

  /// The fields an editor of this kind of document fills in, the title aside.
  private static func fields(_ kind: DocumentKind) -> [DocumentField] {
    switch kind {
    case .entry:
      [
        .indexNumber, .publisher, .documentNumber, .dateCreated, .datePublished, .theme, .genre, .statutory,
        .disclosure,
        .withholdingReason, .validity, .department, .summary, .keywords, .review, .relations, .attachments,
      ]
    case .rule: [.publisher, .documentNumber, .dateCreated, .datePublished, .dateEffective, .attachments]
    case .report: [.reportYear, .period, .contact, .statistics]
    case .guide, .apply, .page: [.publisher, .attachments]
    }
  }
}
