/// Why an attachment cannot be read. Nothing here is a fault of the reader: each is a fact about the file.
public enum AttachmentFailure: Error, Sendable, Hashable {
  /// The bytes end before the structure they announce.
  case truncated
  /// Fields contradict one another, or the compressed data breaks its own rules.
  case corrupt
  /// The data does not have the CRC-32 the archive states.
  case checksum
  case encrypted
  /// A compression method other than stored (0) and deflate (8), or a ZIP64 archive.
  case unsupported
  /// More entries, more bytes or a higher compression ratio than `AttachmentLimits` allows.
  case tooLarge
  /// A part of the document is no well-formed XML.
  case malformedXML
}

/// How much an attachment may unpack to. A small file can hold gigabytes of zeros; no honest one does.
public struct AttachmentLimits: Sendable, Hashable {
  /// Entries of an archive.
  public var entries = 4_096
  /// Bytes of one entry when unpacked, and of the text taken from a document.
  public var bytes = 64 << 20
  /// Bytes out per byte in, above the first mebibyte. Spreadsheets reach some 50.
  public var ratio = 250

  public init() {}
}
