import Chronology

/// What of a document decides where it stands in the catalog and in whose lists. A catalog has all of them side by side:
/// documents lie far apart in memory, and most of what is asked of all is asked of these few bytes.
public struct DocumentFacts: Sendable {
  /// What most documents lack, so that the document need not be asked for it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    static let hasRelations = Traits(rawValue: 1)
    static let hasChanges = Traits(rawValue: 2)
    static let hasAttachments = Traits(rawValue: 4)
    /// Its file is the `index.md` of a folder.
    static let isIndex = Traits(rawValue: 8)
    static let takesEffect = Traits(rawValue: 16)
    static let ends = Traits(rawValue: 32)
    static let hasSeveralCategories = Traits(rawValue: 64)
  }

  public let fingerprints: DocumentFingerprints
  let dateCreated: CivilDate?
  public let kind: DocumentKind
  public let publication: Publication
  private let traits: Traits
  let datePublished: CivilDate?
  let disclosure: DisclosureMode?
  @Ordinal public private(set) var organ: Int?
  @Ordinal public private(set) var publisher: Int?
  @Ordinal public private(set) var theme: Int?
  @Ordinal public private(set) var genre: Int?
  @Ordinal public private(set) var validity: Int?
  @Ordinal public private(set) var department: Int?
  @Ordinal public private(set) var reportYear: Int?
  @Ordinal public private(set) var statutory: Int?

  init(
    _ metadata: Metadata, path: String, place: DocumentPlace, publication: Publication,
    _ fingerprints: DocumentFingerprints
  ) {
    self.fingerprints = fingerprints
    self.publication = publication
    kind = place.kind
    (dateCreated, datePublished, disclosure) = (metadata.dateCreated, metadata.datePublished, metadata.disclosure)
    var traits: Traits = []
    if !metadata.relations.isEmpty { traits.insert(.hasRelations) }
    if !metadata.changes.isEmpty { traits.insert(.hasChanges) }
    if !metadata.attachments.isEmpty { traits.insert(.hasAttachments) }
    if path.hasSuffix("/index.md") { traits.insert(.isIndex) }
    if metadata.dateEffective != nil { traits.insert(.takesEffect) }
    if metadata.dateEnded != nil { traits.insert(.ends) }
    if metadata.statutory.count > 1 { traits.insert(.hasSeveralCategories) }
    self.traits = traits
    (organ, reportYear, statutory) = (place.organ, metadata.reportYear, metadata.statutory.first)
    (publisher, theme, genre) = (metadata.publisher, metadata.theme, metadata.genre)
    (validity, department) = (metadata.validity, metadata.department)
  }

  /// The day lists are ordered by.
  public var date: CivilDate? { datePublished ?? dateCreated }

  public var hasRelations: Bool { traits.contains(.hasRelations) }
  public var hasChanges: Bool { traits.contains(.hasChanges) }
  /// Whether it names attachments, or all files beside it are its own.
  public var mayHaveAttachments: Bool { !traits.isDisjoint(with: [.hasAttachments, .isIndex]) }
  /// Whether it has a day from which it is in force.
  public var takesEffect: Bool { traits.contains(.takesEffect) }
  /// Whether it has a day from which, or with which, it is no longer in force.
  public var ends: Bool { traits.contains(.ends) }
  /// Whether it has more than one of 法定主动公开内容, so that `statutory` is but the first.
  public var hasSeveralCategories: Bool { traits.contains(.hasSeveralCategories) }
}
