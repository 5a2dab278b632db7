import Glibc

/// All that lies below a folder, by name, size and times, without reading a file: the cache compares it, and the scan
/// takes a site's files from it.
struct FileTree: Sendable {
  struct Folder: Sendable {
    /// From the root; empty for the root itself.
    let path: String
    /// In no order.
    fileprivate(set) var entries: [Entry] = []
    /// One after the other: a string for each would take more room than all else.
    fileprivate var names: [UInt8] = []

    func name(of entry: Entry) -> ArraySlice<UInt8> { names[Int(entry.name.lowerBound)..<Int(entry.name.upperBound)] }

    /// The path of something in this folder.
    func path(of name: some StringProtocol) -> String { path.isEmpty ? String(name) : "\(path)/\(name)" }
  }

  struct Entry: Sendable {
    fileprivate let name: Range<Int32>
    let mode: mode_t
    let stamp: FileStamp

    /// The kind of file, as `S_IFREG`.
    var type: mode_t { mode & S_IFMT }
  }

  /// A level after the other.
  private(set) var folders: [Folder] = []

  /// - Parameters:
  ///   - folder: where to begin, below the root; a link to a folder is followed here and nowhere else.
  ///   - skips: whether a name in that folder, and everything below it, is left out.
  init(
    of root: String, from folder: String = "", pool: WorkerPool,
    skipping skips: @Sendable (String) -> Bool = { _ in false }
  ) throws(MachineFailure) {
    var level = [folder]
    while !level.isEmpty {
      let paths = level
      let isFirst = folders.isEmpty
      let listed = try pool.map(paths.count, chunk: 1, state: {}) { _, i throws(MachineFailure) in
        try Self.list(paths[i], in: root) { isFirst && skips($0) }
      }
      folders += listed
      level = listed.flatMap { folder in
        folder.entries.lazy.filter { $0.type == S_IFDIR }.map {
          folder.path(of: String(decoding: folder.name(of: $0), as: UTF8.self))
        }
      }
    }
  }

  private static func list(
    _ path: String, in root: String, _ skips: (String) -> Bool
  ) throws(MachineFailure) -> Folder {
    var folder = Folder(path: path)
    try Disk.forEachEntry(of: path.isEmpty ? root : "\(root)/\(path)") { name, info in
      if skips(String(decoding: name, as: UTF8.self)) { return }
      let start = Int32(folder.names.count)
      folder.names += name
      folder.entries.append(
        Entry(name: start..<Int32(folder.names.count), mode: info.st_mode, stamp: FileStamp(info)))
    }
    return folder
  }
}
