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
  ///   - excluded: paths from the root that are left out with everything below them.
  init(
    of root: String, from folder: String = "", pool: WorkerPool, excluding excluded: [String] = []
  ) throws(MachineFailure) {
    var level = [folder]
    while !level.isEmpty {
      let paths = level
      let listed = try pool.map(paths.count, chunk: 1, state: {}) { _, i throws(MachineFailure) in
        try Self.list(paths[i], in: root, excluding: excluded)
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
    _ path: String, in root: String, excluding excluded: [String]
  ) throws(MachineFailure) -> Folder {
    var folder = Folder(path: path)
    let excluded = excluded.filter { Disk.folder(of: $0) == path }.map { Array(Disk.name(of: $0).utf8) }
    try Disk.forEachEntry(of: path.isEmpty ? root : "\(root)/\(path)") { name, info in
      guard !excluded.contains(where: { $0.elementsEqual(name) }) else { return }
      let start = Int32(folder.names.count)
      folder.names += name
      folder.entries.append(
        Entry(name: start..<Int32(folder.names.count), mode: info.st_mode, stamp: FileStamp(info)))
    }
    return folder
  }
}
