import Diagnostics
import Disclosure

/// What a document's text yields for the files that list it.
public struct Digest: Sendable {
  /// Position in the catalog.
  public let position: Int
  /// The front matter's, or the first sentences of the text.
  public let summary: String
  /// What a reader reads, without markup.
  public let text: [UInt8]
  /// Whether the text has links that lead into the site, or ought to.
  public let linksToDocuments: Bool
}

/// A page, made.
public struct RenderedPage: Sendable {
  public let path: String
  public let bytes: [UInt8]
  public let digest: Digest?
  public var diagnostics: [Diagnostic] = []
  public var externalLinks: [ExternalLink] = []
  /// To places in other documents.
  public var placeLinks: [PlaceLink] = []
}

/// A link from a document's text to another site.
public struct ExternalLink: Sendable {
  /// With its scheme.
  public let address: String
  public let span: SourceSpan

  public init(address: String, span: SourceSpan) {
    self.address = address
    self.span = span
  }
}

/// Gives the Markdown of a document that may be published.
public protocol BodySource {
  /// The bytes of the document's file at its `body`; throws what the machine reports.
  func body(of document: Document) throws -> [UInt8]
  /// The SHA-256 of an attachment's bytes, in hexadecimal; throws what the machine reports.
  func sha256(of attachment: AttachmentFile) throws -> String
}
