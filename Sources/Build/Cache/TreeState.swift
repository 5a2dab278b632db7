import Archive
import Glibc

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

  /// - Parameters:
  ///   - skips: whether a name in the folder itself, and everything below it, is left out.
  init(of root: String, pool: WorkerPool, skipping skips: @Sendable (String) -> Bool = { _ in false }) throws {
    var level = [Folder(path: "", seed: 0)]
    while !level.isEmpty {
      let folders = level
      let listed = try pool.map(folders.count, chunk: 1, state: {}) { _, i in try Self.list(folders[i], root, skips) }
      for (state, _) in listed { add(state) }
      level = listed.flatMap(\.folders)
    }
  }

  private init() {}

  private struct Folder: Sendable {
    /// From the root, with a slash at the end; empty for the root.
    let path: String
    let seed: UInt64
  }

  private static func list(
    _ folder: Folder, _ root: String, _ skips: (String) -> Bool
  ) throws(MachineFailure) -> (state: TreeState, folders: [Folder]) {
    var state = TreeState()
    var folders: [Folder] = []
    try Disk.forEachEntry(of: folder.path.isEmpty ? root : "\(root)/\(folder.path)") { name, info in
      if folder.path.isEmpty, skips(String(decoding: name, as: UTF8.self)) { return }
      var hash = Fingerprint(seed: folder.seed)
      hash.add(UnsafeRawBufferPointer(name))
      if info.st_mode & S_IFMT == S_IFDIR {
        folders.append(Folder(path: folder.path + String(decoding: name, as: UTF8.self) + "/", seed: hash.low))
      } else {
        state.add(info, hash)
      }
    }
    return (state, folders)
  }

  private mutating func add(_ info: borrowing stat, _ name: Fingerprint) {
    var hash = name
    let stamp = FileStamp(info)
    for part in [Int(info.st_mode), stamp.size, stamp.modified, stamp.recorded] { hash.add(part) }
    files += 1
    newest = info.st_mode & S_IFMT == S_IFLNK ? .max : max(newest, stamp.newest)
    low &+= hash.low
    high &+= hash.high
  }

  private mutating func add(_ other: TreeState) {
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
