import Archive
import Bytes
import Glibc
import Workers

/// Identifies the state of all files below a folder without reading them: by names, sizes and times.
///
/// Two trees with equal states are taken to hold the same bytes. The time of the last change of a file's record
/// (`ctime`) is part of it, which no program can set, so that copying or touching a file back does not hide a change.
struct TreeState: Sendable, Hashable {
  private(set) var files = 0
  /// When the youngest file was changed, in nanoseconds since 1970; never earlier than any time where there are links.
  private(set) var newest = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0

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
      folder.name(of: entry).withUnsafeBufferPointer { add($0[...], entry.mode, entry.stamp, in: place) }
    }
  }

  private mutating func add(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, _ mode: mode_t, _ stamp: FileStamp, in place: Fingerprint
  ) {
    var hash = place
    hash.add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: name)))
    hash.add(Int(mode))
    hash.add(stamp.fingerprint)
    files += 1
    newest = mode & S_IFMT == S_IFLNK ? .max : max(newest, stamp.newest)
    low &+= hash.low
    high &+= hash.high
  }

  mutating func add(_ other: TreeState) {
    files += other.files
    newest = max(newest, other.newest)
    low &+= other.low
    high &+= other.high
  }

  // MARK: - In the cache

  init(_ reader: inout ByteReader) {
    (files, newest) = (reader.integer(), reader.integer())
    (low, high) = (reader.word(), reader.word())
  }

  func write(to writer: inout ByteWriter) {
    writer.integer(files)
    writer.integer(newest)
    writer.word(low)
    writer.word(high)
  }
}
