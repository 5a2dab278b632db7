import Archive
import Disclosure
import Rules
import Site

/// Reads attachments, and draws the text out of those whose bytes are not their text.
struct AttachmentReader: Sendable {
  private let source: String
  private let extractsText: Bool
  /// By the attachment's path.
  private let exceptions: [String: [PersonalDataException]]

  init(_ site: PlannedSite, extractsText: Bool) {
    source = site.source
    self.extractsText = extractsText
    var exceptions: [String: [PersonalDataException]] = [:]
    for document in site.plan.catalog.documents(where: \.hasPersonalDataExceptions) {
      for exception in document.personalDataExceptions {
        guard let file = exception.file else { continue }
        exceptions["\(Disk.folder(of: document.path))/\(file)", default: []].append(exception)
      }
    }
    self.exceptions = exceptions
  }

  /// Of what the file, and what is said of it, follows from.
  func key(of attachment: PlannedAttachment, site: Fingerprint) -> Fingerprint {
    var key = site
    key.add(attachment.file.path)
    key.add(attachment.file.state)
    for exception in exceptions[attachment.file.path] ?? [] {
      key.add(exception.content.value)
    }
    return key
  }

  func read(_ path: String) throws(MachineFailure) -> PublishedAttachment {
    let bytes = try Disk.read("\(source)/\(path)")
    return PublishedAttachment(
      path: path, bytes: bytes, extraction: extractsText ? extraction(bytes, path) : nil,
      exceptions: exceptions[path] ?? [])
  }

  private func extraction(_ bytes: [UInt8], _ path: String) -> PublishedAttachment.Extraction? {
    if path.lowercased().hasSuffix(".pdf") { return PDFText.extract("\(source)/\(path)") }
    guard String(validating: bytes, as: UTF8.self) == nil, !bytes.contains(0) else { return nil }
    return GB18030.decode(bytes).map { .text(Array($0.utf8)) }
  }

  /// Those for files that are none of `attachments`.
  func exceptions(outside attachments: [PlannedAttachment]) -> [PersonalDataException] {
    let paths = Set(attachments.map(\.file.path))
    return exceptions.filter { !paths.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}
