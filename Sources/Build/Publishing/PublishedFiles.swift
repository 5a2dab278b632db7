import Archive
import Bytes

/// A file that was made and waits beside the output. By reference, as lists of them are put in order and joined.
final class StagedFile: Sendable {
  let entry: Manifest.Entry
  let label: OutputLabel
  /// Whether the output has other bytes, or none.
  let isChanged: Bool
  /// Of a file made piece by piece.
  let pieces: FilePieces

  init(entry: Manifest.Entry, label: OutputLabel, isChanged: Bool, pieces: FilePieces = FilePieces()) {
    self.entry = entry
    self.label = label
    self.isChanged = isChanged
    self.pieces = pieces
  }
}

/// All files of the output after a build, sorted by the bytes of their paths.
struct PublishedFiles {
  enum Run {
    /// As the last build left them, by their places in the archive.
    case kept(Range<Int>)
    case made(StagedFile)
  }

  let runs: [Run]
  let made: [StagedFile]
  let archive: OutputArchive?
  let count: Int
  /// Whether the archive has files of the same paths, and no others.
  let haveSamePaths: Bool
  /// Of the whole output, where all of it has just been written.
  var state: TreeState?

  /// - Parameter kept: places in `archive`, in any order.
  init(_ staged: [StagedFile], kept: [Int], of archive: OutputArchive?) {
    made = Self.sorted(staged)
    self.archive = archive
    count = staged.count + kept.count
    guard let archive else {
      runs = made.map { .made($0) }
      haveSamePaths = false
      return
    }
    var isKept = [Bool](repeating: false, count: archive.count)
    for ordinal in kept { isKept[ordinal] = true }
    var runs: [Run] = []
    var next = 0
    func keep(upTo end: Int) {
      while next < end {
        let start = isKept[next..<end].firstIndex(of: true) ?? end
        next = isKept[start..<end].firstIndex(of: false) ?? end
        if start < next { runs.append(.kept(start..<next)) }
      }
    }
    var known = 0
    for file in made {
      let place = archive.place(of: file.entry.path)
      keep(upTo: place.ordinal)
      runs.append(.made(file))
      known += place.isTaken ? 1 : 0
    }
    keep(upTo: archive.count)
    self.runs = runs
    haveSamePaths = known == made.count && count == archive.count
  }

  static func sorted(_ staged: [StagedFile]) -> [StagedFile] {
    let paths = PackedTexts(staged.count) { staged[$0].entry.path }
    return staged.indices.sorted { paths.compare($0, $1) < 0 }.map { staged[$0] }
  }

  /// Paths in the archive that are not among these files.
  func missing() -> [String] {
    guard let archive, !haveSamePaths else { return [] }
    var isThere = [Bool](repeating: false, count: archive.count)
    for run in runs {
      switch run {
      case .kept(let ordinals): for ordinal in ordinals { isThere[ordinal] = true }
      case .made(let file): if let ordinal = archive.ordinal(of: file.entry.path) { isThere[ordinal] = true }
      }
    }
    return isThere.indices.filter { !isThere[$0] }.map { String(decoding: archive[$0].path, as: UTF8.self) }
  }

  func forEach(_ body: (_ path: UnsafeRawBufferPointer, _ size: Int, _ sha256: SHA256Digest?) -> Void) {
    for run in runs {
      switch run {
      case .kept(let ordinals):
        guard let archive else { continue }
        for ordinal in ordinals {
          let record = archive[ordinal]
          body(record.path, record.size, record.sha256)
        }
      case .made(let file):
        file.entry.path.withBytes { body(UnsafeRawBufferPointer($0), file.entry.size, file.entry.sha256) }
      }
    }
  }
}
