import Archive
import Diagnostics

/// One source file, read and decoded.
///
/// The text itself is not kept: `body` says where it stands, and it is read again when the page is made. Documents are
/// immutable and large, so they are passed on by reference. The fields of a document's metadata are the document's own:
/// `document.title`. Where an earlier build read the document, they are decoded when one of them is first asked for; what
/// is asked of every document, `facts`, `path` and `indexNumber`, is there without that.
@dynamicMemberLookup
public final class Document: Sendable {
  /// Relative to the site's folder: `content/catalog/2017/a.md`.
  public let path: String
  /// What the whole catalog is put in order by.
  public let facts: DocumentFacts
  public let indexNumber: String?
  /// Where the Markdown stands in the file, if anyone gets to see it.
  private let text: ByteRange?
  /// Empty where an earlier build read it. Never `nil`, as to look into what may be would count references.
  @usableFromInline internal let read: DecodedMetadata
  /// What the earlier build kept.
  @usableFromInline internal let archived: ArchivedMetadata?

  /// - Parameters:
  ///   - file: of the whole file's bytes.
  ///   - drafts: whether documents marked as drafts are published.
  ///   - forEditor: whether `shownToEditor` will be asked for.
  init(
    path: String, place: DocumentPlace, metadata: Metadata, body: ByteRange, file: Fingerprint, drafts: Bool,
    forEditor: Bool
  ) {
    self.path = path
    let publication = metadata.publication(as: place.kind, drafts: drafts)
    facts = DocumentFacts(metadata, path: path, place: place, publication: publication, file: file)
    indexNumber = metadata.indexNumber
    text = publication == .full || forEditor && publication == .withheld ? body : nil
    archived = nil
    // Last, to be handed on: to copy its thirty parts takes time.
    read = DecodedMetadata(metadata)
  }

  /// As it was kept by an earlier build.
  init(path: String, facts: DocumentFacts, indexNumber: String?, body: ByteRange?, _ metadata: ArchivedMetadata) {
    (self.path, self.facts, self.indexNumber, text) = (path, facts, indexNumber, body)
    (read, archived) = (.unread, metadata)
  }

  private init(_ other: Document, _ metadata: Metadata, publication: Publication) {
    (path, indexNumber, text, archived) = (other.path, other.indexNumber, other.text, nil)
    facts = DocumentFacts(
      metadata, path: path, place: DocumentPlace(other.kind, organ: other.organ), publication: publication,
      file: other.fingerprints.file)
    read = DecodedMetadata(metadata)
  }

  /// The document as its editor's own screen shows it: whole, with a title that says why readers do not get it.
  public var shownToEditor: Document {
    guard publication == .withheld, text != nil else { return self }
    var metadata = decoded.metadata
    let reason = metadata.isDraft ? "草稿" : metadata.disclosure == .withheld ? "不予公开" : "未审查"
    metadata.title = "【\(reason)】\(metadata.title)"
    return Document(self, metadata, publication: .full)
  }

  /// The same document with another validity than its front matter has.
  func with(validity: Int?) -> Document {
    var metadata = decoded.metadata
    metadata.validity = validity
    return Document(self, metadata, publication: publication)
  }

  public var kind: DocumentKind { facts.kind }
  /// Among the site's organs; `nil` where it lies in no organ's folder.
  public var organ: Int? { facts.organ }
  public var publication: Publication { facts.publication }
  public var fingerprints: DocumentFingerprints { facts.fingerprints }

  /// Where the Markdown stands in the file; `nil` when it may not be published.
  public var body: ByteRange? { publication == .full ? text : nil }

  @inlinable @inline(__always)
  public subscript<Value>(dynamicMember field: KeyPath<Metadata, Value>) -> Value {
    archived == nil ? read[field] : decoded[field]
  }

  @usableFromInline internal var decoded: DecodedMetadata { archived?.decoded(path: path) ?? read }

  /// The name of the file without folders and `.md`; of the folder for an `index.md`.
  public var name: String {
    let parts = path.split(separator: "/")
    let file = parts.last?.dropLast(3) ?? ""
    return String(file == "index" && parts.count > 1 ? parts[parts.count - 2] : file)
  }

  /// Whether it is the page of its whole column: `content/guide/index.md`, `content/kjj/apply/index.md`.
  public var isColumnIndex: Bool {
    path.hasSuffix("/\(kind.folder)/index.md") && path.utf8.count { $0 == UInt8(ascii: "/") } == (organ == nil ? 2 : 3)
  }

  /// The files it names as its attachments, which lie beside it.
  var attachmentPaths: [String] {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return self.attachments.map { "\(folder)/\($0.file.value)" }
  }

  /// The exceptions that concern the file at `path`: this document's own, or one beside it.
  public func exceptions(for path: String) -> [PersonalDataException] {
    let name = path == self.path ? nil : path.split(separator: "/").last.map(String.init)
    return self.personalDataExceptions.filter { $0.file == name }
  }

  public func span(_ field: DocumentField) -> SourceSpan {
    SourceSpan(path: path, range: self.spans[field] ?? ByteRange(0, 0))
  }
}

/// How much of a document readers get.
public enum Publication: Sendable, Hashable {
  /// Its page with everything.
  case full
  /// 依申请公开: its line in the catalog and a page that says how to apply, without its body or attachments.
  case listed
  /// Nothing at all: 不予公开, drafts, and what is not reviewed.
  case withheld
}

extension Metadata {
  /// - Parameter drafts: whether documents marked as drafts are published.
  func publication(as kind: DocumentKind, drafts: Bool) -> Publication {
    if isDraft && !drafts { return .withheld }
    if kind == .entry && disclosure == nil || disclosure == .withheld { return .withheld }
    if kind == .entry && review == nil { return .withheld }
    return disclosure == .onApplication ? .listed : .full
  }
}
