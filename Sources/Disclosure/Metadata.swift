import Archive
import Chronology
import Diagnostics
import YAML

/// What a document says of itself, decoded once. Terms are ordinals in their vocabularies.
public struct Metadata: Sendable {
  public var title = ""
  public var indexNumber: String?
  @Ordinal public var publisher: Int?
  public var documentNumber: String?
  public var dateCreated: CivilDate?
  public var datePublished: CivilDate?
  public var dateEffective: CivilDate?
  public var dateRepealed: CivilDate?
  /// The last day it is in force.
  public var validThrough: CivilDate?
  @Ordinal public var theme: Int?
  @Ordinal public var genre: Int?
  public var statutory: [Int] = []
  public var audience: [Int] = []
  public var disclosure: DisclosureMode?
  @Ordinal public var withholdingReason: Int?
  @Ordinal public var validity: Int?
  @Ordinal public var department: Int?
  public var summary: String?
  public var keywords: [String] = []
  public var review: Review?
  public var relations: [Relation] = []
  public var attachments: [AttachmentName] = []
  /// As written, in the order of the file.
  public var changes: [ChangeNote] = []
  public var reportYear: Int?
  @Rare public var period: Period?
  /// The numbers of a yearly report as written; the room `Reports` reads them by the form for the year.
  @Rare public var statistics: YAMLNode?
  @Rare public var contact: Contact?
  public var slug: String?
  public var isDraft = false
  public var personalDataExceptions: [PersonalDataException] = []
  /// Values of `DocumentField.shownAsWritten`; few documents have any.
  public var shown: [ShownValue] = []
  /// Where the fields' values stand in the file.
  public var spans = FieldSpans()

  public init() {}

  /// The day lists are ordered by.
  public var date: CivilDate? { datePublished ?? dateCreated }

  /// The day from which, or with which, it is no longer in force, where the document says so.
  public var dateEnded: CivilDate? { dateRepealed ?? validThrough }
}

/// A value that readers are shown as it is written.
public struct ShownValue: Sendable, Hashable {
  public let field: DocumentField
  public let text: String
}

/// 公开方式.
public enum DisclosureMode: String, Sendable, CaseIterable {
  case active
  case onApplication = "on-application"
  case withheld
}

/// The record of the review before release.
public struct Review: Sendable, Hashable {
  public var reviewer: String
  public var date: CivilDate
  public var conclusion: String
}

/// How a document relates to another one in the catalog.
public struct Relation: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case amends, repeals, replaces, basedOn = "based-on", explains, accompanies

    public var label: String {
      switch self {
      case .amends: "修改"
      case .repeals: "废止"
      case .replaces: "替代"
      case .basedOn: "依据"
      case .explains: "解读"
      case .accompanies: "配套"
      }
    }

    /// The same relation seen from the other document.
    public var reverseLabel: String {
      switch self {
      case .amends: "被修改"
      case .repeals: "被废止"
      case .replaces: "被替代"
      case .basedOn: "被引为依据"
      case .explains: "相关解读"
      case .accompanies: "配套文件"
      }
    }

    /// Whether the other document is no longer in force because of it.
    public var endsTarget: Bool { self == .repeals || self == .replaces }
  }

  public var kind: Kind
  public var target: Located<String>

  public static func == (a: Relation, b: Relation) -> Bool { a.kind == b.kind && a.target.value == b.target.value }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(target.value)
  }
}

/// An attachment as the front matter names it.
public struct AttachmentName: Sendable {
  public var file: Located<String>
  public var name: String?
}

/// Personal data in a document, or in an attachment of its, that an office has decided to publish.
public struct PersonalDataException: Sendable {
  /// The value, or what the check shows of it.
  public let content: Located<String>
  public let reason, approver: String
  /// The attachment's file name; `nil` for the document's own text.
  public let file: String?
}

/// What was changed in a document after it was published.
public struct ChangeNote: Sendable, Hashable {
  public var date: CivilDate
  public var note: String
}

public struct Period: Sendable, Hashable {
  public var start: CivilDate
  public var end: CivilDate
}

public struct Contact: Sendable, Hashable {
  public var office, address, postcode, phone, fax, email, hours: String?
}
