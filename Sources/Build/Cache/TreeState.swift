import Archive
import Bytes
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
  /// Of each file of a whole tree, in its order, which may be another one for the same files.
  private var hashes: [Fingerprint] = []

  /// Of no file.
  init() {}

  /// Of one file, by its path from the root of the tree.
  init(of path: String, _ info: borrowing stat) {
    let (mode, stamp) = (info.st_mode, FileStamp(info))
    path.withBytes { path in
      let slash = path.lastIndex(of: UInt8(ascii: "/"))
      let folder = UnsafeBufferPointer(rebasing: path[..<(slash ?? 0)])
      add(path[(slash.map { $0 + 1 } ?? 0)...], mode, stamp, in: Fingerprint(of: UnsafeRawBufferPointer(folder)))
    }
  }

  init(_ tree: FileTree, pool: WorkerPool) {
    let states = pool.map(tree.folders.count, chunk: 1, state: {}) { _, i in TreeState(tree.folders[i]) }
    for state in states { add(state) }
  }

  private init(_ folder: FileTree.Folder) {
    let place = Fingerprint(of: folder.path)
    for entry in folder.entries where entry.type != S_IFDIR {
      let hash = folder.name(of: entry).withUnsafeBufferPointer {
        add($0[...], entry.mode, entry.stamp, in: place)
      }
      hashes.append(hash)
    }
  }

  @discardableResult private mutating func add(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, _ mode: mode_t, _ stamp: FileStamp, in place: Fingerprint
  ) -> Fingerprint {
    var hash = place
    hash.add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: name)))
    hash.add(Int(mode))
    hash.add(stamp.fingerprint)
    files += 1
    newest = mode & S_IFMT == S_IFLNK ? .max : max(newest, stamp.newest)
    low &+= hash.low
    high &+= hash.high
    return hash
  }

  mutating func add(_ other: TreeState) {
    files += other.files
    newest = max(newest, other.newest)
    low &+= other.low
    high &+= other.high
    hashes += other.hashes
  }

  static func == (a: TreeState, b: TreeState) -> Bool {
    (a.files, a.newest, a.low, a.high) == (b.files, b.newest, b.low, b.high)
  }

  /// The same for equal states.
  var fingerprint: Fingerprint {
    var all = Fingerprint(low: low, high: high)
    all.add(files)
    all.add(newest)
    return all
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
