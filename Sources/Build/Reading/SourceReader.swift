import Diagnostics
import Disclosure
import Reports
import Rules

/// Reads the files of documents and checks each by itself.
struct SourceReader: Sendable {
  private let options: BuildOptions
  private let reader: DocumentReader
  private let rules: RuleSet
  private let folder: OpenFolder

  /// - Parameter folder: the site's.
  init(_ options: BuildOptions, _ settings: SiteSettings, _ rules: RuleSet, in folder: OpenFolder) {
    self.options = options
    self.rules = rules
    self.folder = folder
    reader = DocumentReader(settings, drafts: options.drafts, forEditor: options.forEditor)
  }

  /// - Parameter progress: told how many bytes the file has.
  func read(_ file: Scan.DocumentFile, progress: (Int) -> Void = { _ in }) throws -> SourceRead {
    var diagnostics: [Diagnostic] = []
    let bytes = try Disk.read(file.path, in: folder, count: file.stamp.size)
    let document = bytes.withUnsafeBufferPointer { read(file, $0, &diagnostics) }
    progress(bytes.count)
    return SourceRead(file: file, document: document, diagnostics: diagnostics)
  }

  private func read(
    _ file: Scan.DocumentFile, _ bytes: UnsafeBufferPointer<UInt8>, _ diagnostics: inout [Diagnostic]
  ) -> Document? {
    let checks = options.parts.contains(.rules)
    if checks {
      diagnostics = rules.secrecyMarks(in: bytes, path: file.path)
      guard diagnostics.isEmpty else { return nil }
    }
    let document = reader.read(bytes, path: file.path, place: file.place, &diagnostics)
    if checks, let document { rules.check(document, bytes: bytes, &diagnostics) }
    if file.place.kind == .report { diagnostics += MalformedDates.check(bytes, path: file.path) }
    return options.forEditor ? document?.shownToEditor : document
  }
}
