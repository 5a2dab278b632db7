import Diagnostics
import Disclosure

/// A file that will be published beside a document, as it is checked.
public struct PublishedAttachment: Sendable {
  /// What another program made of the file.
  public enum Extraction: Sendable {
    case text([UInt8])
    /// The program that reads this type is not installed.
    case noTool
    /// What became of the attempt, as in “附件…” and “the attachment …”.
    case failed(Text)
  }

  /// Relative to the site's folder; its extension says what the file should be.
  public let path: String
  public let bytes: [UInt8]
  /// Its text, where that takes more than reading the bytes: of PDF, and of text in legacy encodings.
  public let extraction: Extraction?
  /// The exceptions for personal data in this file.
  public let exceptions: [PersonalDataException]

  public init(
    path: String, bytes: [UInt8], extraction: Extraction? = nil, exceptions: [PersonalDataException] = []
  ) {
    self.path = path
    self.bytes = bytes
    self.extraction = extraction
    self.exceptions = exceptions
  }
}
