/// The text of an attachment, so that the detectors can read it as they read a page.
public enum AttachmentText {
  /// The text of a docx or xlsx file as UTF-8; `nil` when `bytes` are neither.
  ///
  /// Files are told by what they contain, not by their names. `nil` means that nobody has looked inside: older
  /// formats (doc, xls), PDF and pictures are not read.
  public static func text(
    of bytes: [UInt8], limits: AttachmentLimits = AttachmentLimits()
  ) throws(AttachmentFailure) -> [UInt8]? {
    guard ZipArchive.isArchive(bytes) else { return nil }
    let archive = try ZipArchive(bytes, limits: limits)
    if WordText.isDocument(archive) { return try WordText.text(of: archive, limit: limits.bytes) }
    if SheetText.isWorkbook(archive) { return try SheetText.text(of: archive, limit: limits.bytes) }
    return nil
  }
}
