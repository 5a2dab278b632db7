import Diagnostics
import Disclosure
import Glibc

/// What reading one document's file gave, and the state of the file it was read in.
struct SourceRead: Sendable {
  let document: Document?
  let diagnostics: [Diagnostic]
  let stamp: FileStamp
}

/// Tells whether a file may have changed without reading it.
struct FileStamp: Sendable, Hashable {
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int

  init(_ info: stat) {
    size = Int(info.st_size)
    modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
  }
}
