import Archive

/// A file below `content/` that is not a document, hence an attachment of one.
public struct AttachmentFile: Sendable, Hashable {
  /// Relative to the site's folder.
  public let path: String
  public let size: Int
  /// Of what tells that the file is what it was: its size and times.
  public let state: Fingerprint

  public init(path: String, size: Int, state: Fingerprint) {
    self.path = path
    self.size = size
    self.state = state
  }
}

/// An attachment, where it is published and under which name.
public struct PlannedAttachment: Sendable, Hashable {
  public let file: AttachmentFile
  /// Below the site's root: `d/ID/form.csv`.
  public let output: String
  let name: String
}
