import Bytes
import Glibc

/// POSIX file access, with failures told by path.
enum Disk {
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// A file itself, not a link to one.
  static func isRegularFile(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file, or of a part of it; fewer than wanted only where the file ends.
  ///
  /// - Parameter folder: what `path` starts from.
  static func read(
    _ path: String, in folder: OpenFolder? = nil, from offset: Int = 0, count wanted: Int? = nil,
    atMost limit: Int = .max
  ) throws(MachineFailure) -> [UInt8] {
    let file = open(path, in: folder, O_RDONLY)
    guard file >= 0 else { throw .system(whole(path, folder), doing: "打开", "open") }
    defer { close(file) }
    if let wanted { return try read(file, from: offset, count: wanted, whole(path, folder)) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw .system(whole(path, folder), doing: "读取", "read") }
    return try read(file, from: offset, count: min(limit, max(0, Int(info.st_size) - offset)), whole(path, folder))
  }

  /// Fewer bytes than wanted only where the file ends.
  static func read(
    _ file: Int32, from offset: Int, count: Int, _ path: @autoclosure () -> String
  ) throws(MachineFailure) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = read(file, into: buffer.baseAddress, from: offset, count: count, &failed)
    }
    if failed { throw .system(path(), doing: "读取", "read") }
    return bytes
  }

  /// Appends bytes of a file; fewer than wanted only where the file ends.
  static func append(
    _ file: Int32, from offset: Int, count: Int, _ path: @autoclosure () -> String, to buffer: inout ByteBuffer
  ) throws(MachineFailure) {
    var failed = false
    buffer.append(atMost: count) { read(file, into: $0, from: offset, count: count, &failed) }
    if failed { throw .system(path(), doing: "读取", "read") }
  }

  /// - Returns: how many bytes were read.
  private static func read(
    _ file: Int32, into buffer: UnsafeMutablePointer<UInt8>?, from offset: Int, count: Int, _ failed: inout Bool
  ) -> Int {
    var filled = 0
    while filled < count {
      let got = pread(file, buffer.map { $0 + filled }, count - filled, offset + filled)
      if got < 0 && errno == EINTR { continue }
      failed = got < 0
      if got <= 0 { break }
      filled += got
    }
    return filled
  }

  /// Whether two files have the same bytes.
  static func haveSameBytes(_ path: String, _ other: String) throws(MachineFailure) -> Bool {
    let block = 1 << 20
    var offset = 0
    while true {
      let bytes = try read(path, from: offset, count: block)
      guard try bytes == read(other, from: offset, count: block) else { return false }
      guard bytes.count == block else { return true }
      offset += block
    }
  }

  /// Writes a file, making its folders when they are missing.
  ///
  /// - Parameter folder: what `path` starts from.
  /// - Returns: the file's state when all is written.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String, in folder: OpenFolder? = nil) throws(MachineFailure) -> stat {
    try bytes.withUnsafeBufferPointer { bytes throws(MachineFailure) in
      try write(UnsafeRawBufferPointer(bytes), to: path, in: folder)
    }
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, in folder: OpenFolder?
  ) throws(MachineFailure) -> stat {
    try create(path, in: folder) { file throws(MachineFailure) in
      try write(bytes, to: file, at: 0, whole(path, folder))
    }
  }

  /// Writes a file as `fill` does, which gets its descriptor and its whole path.
  ///
  /// - Returns: the file's state when all is written.
  static func write(
    to path: String, in folder: OpenFolder, _ fill: (Int32, String) throws(MachineFailure) -> Void
  ) throws(MachineFailure) -> stat {
    try create(path, in: folder) { file throws(MachineFailure) in try fill(file, whole(path, folder)) }
  }

  private static func create(
    _ path: String, in folder: OpenFolder?, _ fill: (Int32) throws(MachineFailure) -> Void
  ) throws(MachineFailure) -> stat {
    var file = open(path, in: folder, O_WRONLY | O_CREAT | O_TRUNC)
    if file < 0, errno == ENOENT {
      try makeFolder(self.folder(of: whole(path, folder)))
      file = open(path, in: folder, O_WRONLY | O_CREAT | O_TRUNC)
    }
    guard file >= 0 else { throw .system(whole(path, folder), doing: "写入", "write") }
    var info = stat()
    do throws(MachineFailure) {
      try fill(file)
      guard fstat(file, &info) == 0 else { throw .system(whole(path, folder), doing: "写入", "write") }
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw .system(whole(path, folder), doing: "写入", "write") }
    return info
  }

  private static func open(_ path: String, in folder: OpenFolder?, _ flags: Int32) -> Int32 {
    // A string handed to C as it is would be copied into an array first.
    path.withCString { openat(folder?.descriptor ?? AT_FDCWD, $0, flags | O_CLOEXEC, 0o644) }
  }

  private static func whole(_ path: String, _ folder: OpenFolder?) -> String {
    folder.map { "\($0.path)/\(path)" } ?? path
  }

  static func write(
    _ bytes: [UInt8], to file: Int32, at offset: Int, _ path: @autoclosure () -> String
  ) throws(MachineFailure) {
    try bytes.withUnsafeBufferPointer { bytes throws(MachineFailure) in
      try write(UnsafeRawBufferPointer(bytes), to: file, at: offset, path())
    }
  }

  static func write(
    _ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int, _ path: @autoclosure () -> String
  ) throws(MachineFailure) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(file, bytes.baseAddress.map { $0 + written }, bytes.count - written, offset + written)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path(), doing: "写入", "write") }
      written += count
    }
  }

  /// Puts a file in the place of another, whole or not at all. One that exists keeps its permissions.
  static func replace(_ path: String, with bytes: [UInt8]) throws(MachineFailure) {
    try replace(path) { file, path throws(MachineFailure) in try write(bytes, to: file, at: 0, path) }
  }

  /// - Parameter fill: writes the new file, given as its descriptor and its path.
  static func replace(
    _ path: String, _ fill: (Int32, String) throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    var info = stat()
    let exists = stat(path, &info) == 0
    // Hidden, so that no scan takes it for content.
    let next = "\(folder(of: path))/.\(name(of: path)).next"
    _ = try create(next, in: nil) { file throws(MachineFailure) in try fill(file, next) }
    guard !exists || chmod(next, info.st_mode & 0o777) == 0 else { throw .system(next, doing: "写入", "write") }
    try move(next, to: path)
  }

  static func makeFolder(_ path: String) throws(MachineFailure) {
    guard !path.isEmpty, mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT else { throw .system(path, doing: "创建文件夹", "make the folder") }
    try makeFolder(folder(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system(path, doing: "创建文件夹", "make the folder") }
  }

  static func move(_ source: String, to target: String) throws(MachineFailure) {
    if rename(source, target) == 0 { return }
    guard errno == ENOENT || errno == ENOTDIR else { throw .system(target, doing: "写入", "write") }
    try makeFolder(folder(of: target))
    guard rename(source, target) == 0 else { throw .system(target, doing: "写入", "write") }
  }

  /// Calls `body` with the name and the state of everything in a folder, in no order; links are not followed.
  static func forEachEntry(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>, borrowing stat) -> Void
  ) throws(MachineFailure) {
    guard let folder = opendir(path) else { throw .system(path, doing: "读取文件夹", "read the folder") }
    defer { closedir(folder) }
    let descriptor = dirfd(folder)
    var info = stat()
    while let entry = readdir(folder) {
      let failed = withUnsafeBytes(of: &entry.pointee.d_name) { field in
        let name = field.assumingMemoryBound(to: UInt8.self)
        let count = strnlen(field.assumingMemoryBound(to: CChar.self).baseAddress!, field.count)
        if name[0] == UInt8(ascii: "."), count == 1 || count == 2 && name[1] == UInt8(ascii: ".") { return false }
        // What is gone since the folder was opened was never there.
        guard
          fstatat(descriptor, field.assumingMemoryBound(to: CChar.self).baseAddress!, &info, AT_SYMLINK_NOFOLLOW) == 0
        else { return errno != ENOENT }
        body(UnsafeBufferPointer(rebasing: name[..<count]), info)
        return false
      }
      if failed { throw .system(path, doing: "读取文件夹", "read the folder") }
    }
  }

  /// The names in a folder, sorted by bytes.
  static func names(in path: String) throws(MachineFailure) -> [String] {
    guard let folder = opendir(path) else { throw .system(path, doing: "读取文件夹", "read the folder") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.precedesByBytes($1) }
  }

  /// Removes a folder of ours with everything in it; links are removed, not followed.
  static func removeTree(_ path: String) throws(MachineFailure) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    if info.st_mode & S_IFMT == S_IFDIR {
      for name in try names(in: path) { try removeTree("\(path)/\(name)") }
      guard rmdir(path) == 0 else { throw .system(path, doing: "删除", "remove") }
    } else {
      guard unlink(path) == 0 else { throw .system(path, doing: "删除", "remove") }
    }
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The one path of what has many: absolute, links followed. What is not there yet is found by its folder.
  static func resolved(_ path: String) -> String {
    func real(_ path: String) -> String? {
      guard let found = realpath(path, nil) else { return nil }
      defer { free(found) }
      return String(cString: found)
    }
    let parent = folder(of: path)
    return real(path) ?? real(parent.isEmpty ? "." : parent).map { "\($0)/\(name(of: path))" } ?? path
  }
}
