import Archive
import Glibc
import Workers

/// Whether the output is as a build left it.
///
/// The size and the times of every file tell. Where there are many files, the times of the folders and of the manifest
/// do: then a file that was removed, added or replaced shows, but not one whose bytes were changed in place.
struct OutputState: Equatable {
  /// Looking at more files than this takes longer than a small build.
  private static let mostFiles = 20_000

  /// Of the output, below its root; empty where every file counts.
  let folders: [String]
  private let fingerprint: Fingerprint

  /// Just after a build.
  init(of output: String, files: PublishedFiles, pool: WorkerPool) throws {
    if let state = files.state, files.count <= Self.mostFiles {
      self.init(folders: [], state.fingerprint)
      return
    }
    if let archive = files.archive, files.haveSamePaths {
      try self.init(of: output, folders: archive.state.folders, pool: pool)
      return
    }
    var folders: Set<String> = []
    if files.count > Self.mostFiles {
      var last: [UInt8] = []
      files.forEach { path, _, _ in
        let folder = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
        guard !folder.elementsEqual(last) else { return }
        last = Array(folder)
        folders.insert(String(decoding: last, as: UTF8.self))
      }
      for folder in folders {
        var parent = Disk.folder(of: folder)
        while !parent.isEmpty, folders.insert(parent).inserted { parent = Disk.folder(of: parent) }
      }
      folders.insert("")
    }
    try self.init(of: output, folders: folders.sorted(), pool: pool)
  }

  /// As it is now.
  ///
  /// - Parameter folders: those of the earlier state.
  init(of output: String, folders: [String], pool: WorkerPool) throws {
    guard !folders.isEmpty else {
      self.init(folders: [], TreeState(try FileTree(of: output, pool: pool), pool: pool).fingerprint)
      return
    }
    var fingerprint = Fingerprint()
    for path in folders + [Publisher.manifestName, Publisher.pendingName] {
      var info = stat()
      fingerprint.add(lstat("\(output)/\(path)", &info) == 0 ? FileStamp(info).fingerprint : nil)
    }
    self.init(folders: folders, fingerprint)
  }

  private init(folders: [String], _ fingerprint: Fingerprint) {
    self.folders = folders
    self.fingerprint = fingerprint
  }

  // MARK: - In the cache

  init(_ reader: inout ByteReader) {
    folders = reader.list { $0.text() }
    fingerprint = reader.fingerprint()
  }

  func write(to writer: inout ByteWriter) {
    writer.list(folders) { $1.text($0) }
    writer.fingerprint(fingerprint)
  }
}
