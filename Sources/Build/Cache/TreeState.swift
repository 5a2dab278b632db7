import Archive
import Glibc
import Workers

/// Identifies the state of all files below a folder without reading them: by names, sizes and times.
///
/// Two trees with equal states are taken to hold the same bytes. The time of the last change of a file's record
/// (`ctime`) is part of it, which no program can set, so that copying or touching a file back does not hide a change.
struct TreeState: Sendable, Equatable {
  /// More files than this are not told apart.
  private static let mostChanges = 16

  private(set) var files = 0
  /// When the youngest file was changed, in nanoseconds since 1970; never earlier than any time where there are links.
  private(set) var newest = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Of each file, in the order of the tree, which may be another one for the same files.
  private var hashes: [Fingerprint] = []

  init(_ tree: FileTree, pool: WorkerPool) {
    let states = pool.map(tree.folders.count, chunk: 1, state: {}) { _, i in TreeState(tree.folders[i]) }
    for state in states { add(state) }
  }

  private init(_ folder: FileTree.Folder) {
    let place = Fingerprint(of: folder.path)
    for entry in folder.entries where entry.type != S_IFDIR {
      var hash = place
      folder.name(of: entry).withUnsafeBytes { hash.add($0) }
      hash.add(Int(entry.mode))
      hash.add(entry.stamp.fingerprint)
      files += 1
      newest = entry.type == S_IFLNK ? .max : max(newest, entry.stamp.newest)
      low &+= hash.low
      high &+= hash.high
      hashes.append(hash)
    }
  }

  private mutating func add(_ other: TreeState) {
    files += other.files
    newest = max(newest, other.newest)
    low &+= other.low
    high &+= other.high
    hashes += other.hashes
  }

  static func == (a: TreeState, b: TreeState) -> Bool {
    (a.files, a.newest, a.low, a.high) == (b.files, b.newest, b.low, b.high)
  }

  /// Which files of the tree are not what they were, by their numbers in its order; `nil` where there are others, or
  /// more than a few.
  func changes(since earlier: TreeState) -> [Int]? {
    if self == earlier { return [] }
    guard hashes.count == earlier.hashes.count else { return nil }
    let changed = hashes.indices.lazy.filter { hashes[$0] != earlier.hashes[$0] }.prefix(Self.mostChanges + 1)
    return changed.count > Self.mostChanges ? nil : Array(changed)
  }

  // MARK: - In the cache

  init(_ reader: inout ByteReader) {
    (files, newest) = (reader.integer(), reader.integer())
    (low, high) = (reader.word(), reader.word())
    hashes = reader.list { $0.fingerprint() }
  }

  func write(to writer: inout ByteWriter) {
    writer.integer(files)
    writer.integer(newest)
    writer.word(low)
    writer.word(high)
    writer.list(hashes) { $1.fingerprint($0) }
  }
}
