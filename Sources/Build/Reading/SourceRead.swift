import Archive
import Diagnostics
import Disclosure
import Glibc

/// What reading one document's file gave, and the state of the file it was read in.
struct SourceRead: Sendable {
  let file: Scan.DocumentFile
  let document: Document?
  let diagnostics: [Diagnostic]
  /// Its place in the archive it comes from.
  @Ordinal var ordinal: Int?

  init(file: Scan.DocumentFile, document: Document?, diagnostics: [Diagnostic], ordinal: Int? = nil) {
    self.file = file
    self.document = document
    self.diagnostics = diagnostics
    self.ordinal = ordinal
  }

  /// Whether readers do not, or may not, get the document in full.
  var isUnpublished: Bool {
    // An entry that could not be read may be one that is not to be disclosed.
    guard let document else { return file.place.kind == .entry }
    return document.publication != .full
  }

  /// Whether readers get nothing of the document, not even its line in the catalog.
  var isSilent: Bool { isUnpublished && document?.publication != .listed }
}

/// Tells whether a file may have changed without reading it.
struct FileStamp: Sendable, Hashable {
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int
  /// When the file's record was changed, which no program can set; nanoseconds since 1970.
  let recorded: Int

  /// Of a file that nothing is known of; no file has it.
  static let unknown = FileStamp(size: -1, modified: 0, recorded: 0)

  /// When the file last changed in any way.
  var newest: Int { max(modified, recorded) }

  var fingerprint: Fingerprint {
    var fingerprint = Fingerprint()
    for number in [size, modified, recorded] { fingerprint.add(number) }
    return fingerprint
  }

  init(size: Int, modified: Int, recorded: Int) {
    self.size = size
    self.modified = modified
    self.recorded = recorded
  }

  init(_ info: borrowing stat) {
    size = Int(info.st_size)
    modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
    recorded = info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec
  }
}
