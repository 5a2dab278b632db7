import Glibc
import Workers

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

    func name(of entry: Entry) -> ArraySlice<UInt8> { names[entry.name] }

    /// By the bytes of their names.
    func sorted(_ entries: [Entry]) -> [Entry] {
      names.withUnsafeBytes { names in
        entries.sorted { a, b in
          UnsafeRawBufferPointer(rebasing: names[a.name]).order(to: UnsafeRawBufferPointer(rebasing: names[b.name])) < 0
        }
      }
    }

    /// The path of something in this folder.
    func path(of entry: Entry) -> String {
      let name = name(of: entry)
      var path = path
      return path.withUTF8 { path in
        String(unsafeUninitializedCapacity: path.count + 1 + name.count) { buffer in
          var end = buffer[...].update(fromContentsOf: path)
          if end > 0 {
            buffer[end] = UInt8(ascii: "/")
            end += 1
          }
          return buffer[end...].update(fromContentsOf: name)
        }
      }
    }
  }

  struct Entry: Sendable {
    private let start, end: Int32
    let mode: mode_t
    let stamp: FileStamp

    fileprivate init(name: Range<Int>, mode: mode_t, stamp: FileStamp) {
      (start, end) = (Int32(name.lowerBound), Int32(name.upperBound))
      self.mode = mode
      self.stamp = stamp
    }

    /// Where it is among the names of the folder.
    fileprivate var name: Range<Int> { Int(start)..<Int(end) }

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
        folder.entries.lazy.filter { $0.type == S_IFDIR }.map(folder.path)
      }
    }
  }

  /// The paths of files, by their numbers in the order of the tree.
  func paths(ofFiles numbers: [Int]) -> [String] {
    var paths: [String] = []
    var number = 0
    var rest = numbers[...]
    for folder in folders {
      for entry in folder.entries where entry.type != S_IFDIR {
        if rest.first == number {
          paths.append(folder.path(of: entry))
          rest.removeFirst()
        }
        number += 1
      }
    }
    return paths
  }

  /// The folders on the way to some files alone, with all that lies in them.
  func leading(to paths: [String]) -> FileTree {
    var tree = self
    tree.folders = folders.filter { folder in
      folder.path.isEmpty || paths.contains { $0.hasPrefix(folder.path + "/") }
    }
    return tree
  }

  private static func list(
    _ path: String, in root: String, excluding excluded: [String]
  ) throws(MachineFailure) -> Folder {
    var folder = Folder(path: path)
    let excluded = excluded.filter { Disk.folder(of: $0) == path }.map { Array(Disk.name(of: $0).utf8) }
    try Disk.forEachEntry(of: path.isEmpty ? root : "\(root)/\(path)") { name, info in
      guard !excluded.contains(where: { $0.elementsEqual(name) }) else { return }
      let start = folder.names.count
      folder.names += name
      folder.entries.append(
        Entry(name: start..<folder.names.count, mode: info.st_mode, stamp: FileStamp(info)))
    }
    return folder
  }
}
