import Glibc
import Synchronization

/// Puts a built site in place, all or nothing.
///
/// Files are staged beside the output while pages are made. A first build becomes the output by one rename. Later
/// builds move in only the files whose bytes changed, after leaving `manifest.json.next` as a sign that publishing has
/// begun; a run that finds the sign knows of an interrupted one and compares every file anyway. What is in no
/// manifest of ours is never touched.
final class Publisher: Sendable {
  let output: String
  let stage: String
  /// Whether there is an output of ours to update.
  let updates: Bool
  private let known: [String]
  private let hashes: Bool
  private let staged = Mutex<[StagedFile]>([])

  static let manifestName = "manifest.json"
  static let pendingName = "manifest.json.next"

  /// - Parameter hashes: whether the manifest says what each file's SHA-256 is.
  init(output: String, hashes: Bool = true) throws(MachineFailure) {
    self.output = output
    self.hashes = hashes
    stage = output + ".gongkai-stage"
    try Disk.removeTree(stage)
    guard Disk.exists(output), try !Disk.names(in: output).isEmpty else {
      updates = false
      known = []
      return
    }
    var manifests: [Manifest] = []
    for name in [Self.manifestName, Self.pendingName] where Disk.exists("\(output)/\(name)") {
      if let manifest = Manifest(try Disk.read("\(output)/\(name)")) { manifests.append(manifest) }
    }
    guard !manifests.isEmpty else {
      throw MachineFailure(
        zh: "“\(output)”里已有别的文件，而且没有本程序的 manifest.json；为免覆盖，请换一个 --output，或者先清空它",
        en: "“\(output)” holds other files and no manifest of gongkai; choose another --output, or empty it first")
    }
    updates = true
    known = manifests.flatMap { $0.entries.map(\.path) }
  }

  /// Stages a file unless the output has the same bytes already. May be called from any worker.
  func stage(_ bytes: [UInt8], at path: String) throws(MachineFailure) {
    let same = updates && isUnchanged(bytes, at: path)
    if !same { try Disk.write(bytes, to: "\(stage)/\(path)") }
    let entry = Manifest.Entry(path: path, size: bytes.count, sha256: hashes ? SHA256.digest(of: bytes) : nil)
    staged.withLock { $0.append(StagedFile(entry: entry, isChanged: !same)) }
  }

  private func isUnchanged(_ bytes: [UInt8], at path: String) -> Bool {
    var info = Glibc.stat()
    guard lstat("\(output)/\(path)", &info) == 0, info.st_mode & S_IFMT == S_IFREG, Int(info.st_size) == bytes.count
    else { return false }
    return (try? Disk.read("\(output)/\(path)")) == bytes
  }

  /// Makes the staged files the output.
  func publish(generator: String) throws(MachineFailure) -> BuildOutcome.Publication {
    let files = staged.withLock { $0 }
    let manifest = Manifest(files.map(\.entry)).bytes(generator: generator)
    guard updates else {
      try Disk.write(manifest, to: "\(stage)/\(Self.manifestName)")
      try Disk.makeFolder(Disk.folder(of: output))
      if Disk.exists(output), rmdir(output) != 0 { throw .system(output, doing: "替换", "replace") }
      try Disk.move(stage, to: output)
      return .init(files: files.count, changed: files.count, removed: 0)
    }
    do {
      try Disk.write(manifest, to: "\(output)/\(Self.pendingName)")
    } catch {
      // Nothing has been moved yet: the old output stands whole.
      unlink("\(output)/\(Self.pendingName)")
      throw error
    }
    let changed = files.filter(\.isChanged).map(\.entry.path)
    for path in changed { try Disk.move("\(stage)/\(path)", to: "\(output)/\(path)") }
    let removed = try removeStale(keeping: Set(files.map(\.entry.path)))
    try Disk.move("\(output)/\(Self.pendingName)", to: "\(output)/\(Self.manifestName)")
    try Disk.removeTree(stage)
    return .init(files: files.count, changed: changed.count, removed: removed)
  }

  /// Forgets what was staged: the output stays as it is.
  func discard() throws(MachineFailure) { try Disk.removeTree(stage) }

  private func removeStale(keeping paths: Set<String>) throws(MachineFailure) -> Int {
    var removed = 0
    for path in known where !paths.contains(path) && Disk.exists("\(output)/\(path)") {
      guard unlink("\(output)/\(path)") == 0 else { throw .system("\(output)/\(path)", doing: "删除", "remove") }
      removed += 1
      var folder = Disk.folder(of: path)
      while !folder.isEmpty, rmdir("\(output)/\(folder)") == 0 { folder = Disk.folder(of: folder) }
    }
    return removed
  }
}

private struct StagedFile: Sendable {
  let entry: Manifest.Entry
  let isChanged: Bool
}
