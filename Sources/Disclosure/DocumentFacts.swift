import Archive
import Bytes
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
    static let hasSeveralCategories = Traits(rawValue: 32)
    static let hasExceptions = Traits(rawValue: 64)
    /// Its title says that it explains another document.
    static let isExplanation = Traits(rawValue: 128)
  }

  public let fingerprints: DocumentFingerprints
  let dateCreated: CivilDate?
  public let kind: DocumentKind
  public let publication: Publication
  private let traits: Traits
  public let datePublished: CivilDate?
  let disclosure: DisclosureMode?
  /// The day from which, or with which, it is no longer in force.
  public let dateEnded: CivilDate?
  @Ordinal public private(set) var organ: Int?
  @Ordinal public private(set) var publisher: Int?
  @Ordinal public private(set) var theme: Int?
  @Ordinal public private(set) var genre: Int?
  @Ordinal public private(set) var validity: Int?
  @Ordinal public private(set) var department: Int?
  @Ordinal public private(set) var reportYear: Int?
  @Ordinal public private(set) var statutory: Int?

  /// - Parameter file: of all bytes of the document's file.
  init(_ metadata: borrowing Metadata, path: String, place: DocumentPlace, publication: Publication, file: Fingerprint)
  {
    fingerprints = metadata.fingerprints(path: path, place: place, publication: publication, file: file)
    self.publication = publication
    kind = place.kind
    (dateCreated, datePublished, dateEnded) = (metadata.dateCreated, metadata.datePublished, metadata.dateEnded)
    disclosure = metadata.disclosure
    var traits: Traits = []
    if !metadata.relations.isEmpty { traits.insert(.hasRelations) }
    if !metadata.changes.isEmpty { traits.insert(.hasChanges) }
    if !metadata.attachments.isEmpty { traits.insert(.hasAttachments) }
    if path.hasSuffix("/index.md") { traits.insert(.isIndex) }
    if metadata.dateEffective != nil { traits.insert(.takesEffect) }
    if metadata.statutory.count > 1 { traits.insert(.hasSeveralCategories) }
    if !metadata.personalDataExceptions.isEmpty { traits.insert(.hasExceptions) }
    if Self.isExplanation(metadata.title) { traits.insert(.isExplanation) }
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
  /// Whether it has more than one of 法定主动公开内容, so that `statutory` is but the first.
  public var hasSeveralCategories: Bool { traits.contains(.hasSeveralCategories) }
  public var hasPersonalDataExceptions: Bool { traits.contains(.hasExceptions) }
  /// Whether its title says that it explains another document (解读).
  public var isTitledExplanation: Bool { traits.contains(.isExplanation) }

  /// Whether both stand at the same place in the catalog and in the same lists, and point to no other document.
  public func hasPlace(of other: DocumentFacts) -> Bool {
    fingerprints.address == other.fingerprints.address && terms == other.terms && !hasRelations && !other.hasRelations
  }

  private var terms: [Int?] { [publisher, theme, genre, validity, department, statutory] }

  private static func isExplanation(_ title: String) -> Bool {
    // By the bytes: every document is asked, and to go by characters takes fifty times as long.
    title.utf8.suffix(6).elementsEqual("解读".utf8)
      || title.withBytes { $0.firstRange(of: "一图读懂") != nil }
  }
}

/// The facts of a document that readers get in full, as they are kept between builds.
extension DocumentFacts {
  func write(to writer: inout ByteWriter) {
    for fingerprint in [fingerprints.file, fingerprints.metadata, fingerprints.address] {
      writer.fingerprint(fingerprint)
    }
    writer.count(kind.ordinal)
    writer.ordinal(disclosure.flatMap(DisclosureMode.allCases.firstIndex))
    writer.count(Int(traits.rawValue))
    for date in [dateCreated, datePublished, dateEnded] { writer.date(date) }
    for ordinal in [organ, publisher, theme, genre, validity, department, reportYear, statutory] {
      writer.ordinal(ordinal)
    }
  }

  /// What `write` wrote; `nil` where the bytes cannot be that.
  init?(_ reader: inout ByteReader) {
    fingerprints = DocumentFingerprints(
      file: reader.fingerprint(), metadata: reader.fingerprint(), address: reader.fingerprint())
    let (kind, disclosure) = (reader.count(), reader.ordinal() ?? -1)
    guard DocumentKind.allCases.indices.contains(kind) else { return nil }
    self.kind = DocumentKind.allCases[kind]
    publication = .full
    let modes = DisclosureMode.allCases
    self.disclosure = modes.indices.contains(disclosure) ? modes[disclosure] : nil
    traits = Traits(rawValue: UInt8(truncatingIfNeeded: reader.count()))
    (dateCreated, datePublished, dateEnded) = (reader.date(), reader.date(), reader.date())
    (organ, publisher, theme, genre) = (reader.ordinal(), reader.ordinal(), reader.ordinal(), reader.ordinal())
    (validity, department) = (reader.ordinal(), reader.ordinal())
    (reportYear, statutory) = (reader.ordinal(), reader.ordinal())
  }
}
