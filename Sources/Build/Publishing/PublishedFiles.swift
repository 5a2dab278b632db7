import Archive

/// A file that was made and waits beside the output. By reference, as lists of them are put in order and joined.
final class StagedFile: Sendable {
  let entry: Manifest.Entry
  let label: OutputLabel
  /// Whether the output has other bytes, or none.
  let isChanged: Bool

  init(entry: Manifest.Entry, label: OutputLabel, isChanged: Bool) {
    self.entry = entry
    self.label = label
    self.isChanged = isChanged
  }
}

/// All files of the output after a build, sorted by the bytes of their paths.
struct PublishedFiles {
  enum File {
    /// As the last build left it, by its place in the archive.
    case kept(Int)
    case made(StagedFile)
  }

  let files: [File]
  let made: [StagedFile]
  let archive: OutputArchive?
  /// Of the whole output, where all of it has just been written.
  var state: TreeState?

  var count: Int { files.count }

  /// - Parameter kept: places in `archive`, in any order.
  init(_ staged: [StagedFile], kept: [Int], of archive: OutputArchive?) {
    made = Self.sorted(staged)
    self.archive = archive
    var files: [File] = []
    files.reserveCapacity(staged.count + kept.count)
    var rest = made[...]
    if let archive {
      var isKept = [Bool](repeating: false, count: archive.count)
      for ordinal in kept { isKept[ordinal] = true }
      for ordinal in isKept.indices where isKept[ordinal] {
        let path = archive[ordinal].path
        while let next = rest.first, next.entry.path.precedesByBytes(path) {
          files.append(.made(next))
          rest.removeFirst()
        }
        files.append(.kept(ordinal))
      }
    }
    self.files = files + rest.map { .made($0) }
  }

  private static func sorted(_ staged: [StagedFile]) -> [StagedFile] {
    let paths = PackedTexts(staged.count) { staged[$0].entry.path }
    return staged.indices.sorted { paths.compare($0, $1) < 0 }.map { staged[$0] }
  }

  /// Paths in an archive that are not among these files.
  func missing(from archive: OutputArchive) -> [String] {
    guard files.count - archive.count != 0 || made.contains(where: { archive.ordinal(of: $0.entry.path) == nil }) else {
      return []
    }
    var isThere = [Bool](repeating: false, count: archive.count)
    for file in files {
      switch file {
      case .kept(let ordinal): isThere[ordinal] = true
      case .made(let file): if let ordinal = archive.ordinal(of: file.entry.path) { isThere[ordinal] = true }
      }
    }
    return isThere.indices.filter { !isThere[$0] }.map { String(decoding: archive[$0].path, as: UTF8.self) }
  }

  func forEach(_ body: (_ path: UnsafeRawBufferPointer, _ size: Int, _ sha256: SHA256Digest?) -> Void) {
    for file in files {
      switch file {
      case .kept(let ordinal):
        guard let record = archive?[ordinal] else { continue }
        body(record.path, record.size, record.sha256)
      case .made(let file):
        var path = file.entry.path
        path.withUTF8 { body(UnsafeRawBufferPointer($0), file.entry.size, file.entry.sha256) }
      }
    }
  }
}
