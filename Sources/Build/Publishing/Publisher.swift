import Archive
import Glibc
import Site
import Synchronization

/// Puts a built site in place, all or nothing.
///
/// Files are staged beside the output while pages are made. A first build becomes the output by one rename. Later
/// builds move in only the files whose bytes changed, after leaving `manifest.json.next` as a sign that publishing has
/// begun; a run that finds the sign knows of an interrupted one and compares every file anyway. What is in no
/// manifest of ours is never touched.
final class Publisher: OutputSink {
  let output: String
  let stage: String
  /// Whether there is an output of ours to update.
  let updates: Bool
  /// The output as the last build left it, where that is certain.
  private let archive: OutputArchive?
  private let hashes: Bool
  /// The folder at `stage`, once there is something in it.
  private let stageFolder = Mutex<OpenFolder?>(nil)
  private let staged = Mutex<[StagedFile]>([])
  private let kept = Mutex<[Int]>([])
  /// Of all files staged: to look at each as it is written is less than to walk over all of them.
  private let state = Mutex(TreeState())

  static let manifestName = "manifest.json"
  static let pendingName = "manifest.json.next"

  /// - Parameters:
  ///   - archive: what is in the output; without it every file is compared.
  ///   - hashes: whether the manifest says what each file's SHA-256 is.
  init(output: String, archive: OutputArchive?, hashes: Bool) throws(MachineFailure) {
    self.output = output
    self.archive = archive
    self.hashes = hashes
    stage = Self.stage(of: output)
    try Disk.removeTree(stage)
    updates = Disk.exists(output) ? try !Disk.names(in: output).isEmpty : false
    guard updates, archive == nil, try Self.manifests(in: output).isEmpty else { return }
    throw MachineFailure(
      zh: "“\(output)”里已有别的文件，而且没有本程序的 manifest.json；为免覆盖，请换一个 --output，或者先清空它",
      en: "“\(output)” holds other files and no manifest of gongkai; choose another --output, or empty it first")
  }

  static func stage(of output: String) -> String { output + ".gongkai-stage" }

  /// More than one where publishing was interrupted.
  private static func manifests(in output: String) throws(MachineFailure) -> [Manifest] {
    var manifests: [Manifest] = []
    for name in [manifestName, pendingName] where Disk.exists("\(output)/\(name)") {
      if let manifest = Manifest(try Disk.read("\(output)/\(name)")) { manifests.append(manifest) }
    }
    return manifests
  }

  /// Stages a file unless the output has the same bytes already.
  func put(_ bytes: [UInt8], at path: String, _ label: OutputLabel) throws {
    let entry = Manifest.Entry(path: path, size: bytes.count, sha256: hashes ? SHA256.digest(of: bytes) : nil)
    let same = updates && isUnchanged(entry) { try Disk.read($0) == bytes }
    if !same { note(path, try Disk.write(bytes, to: path, in: openStage())) }
    staged.withLock { $0.append(StagedFile(entry: entry, label: label, isChanged: !same)) }
  }

  /// Stages a file piece by piece; whether the output has the same bytes shows when all are there.
  func put(_ file: OutputFile, _ label: OutputLabel) throws -> Int {
    var (pieces, sha256) = (FilePieces(), SHA256Digest?.none)
    let info = try Disk.write(to: file.path, in: openStage()) { descriptor, path throws(MachineFailure) in
      var writer = PieceWriter(descriptor, path: path, hashes: hashes)
      var earlier = earlierPieces(of: file.path)
      for piece in file.pieces {
        if let known = earlier?.piece(piece.key) {
          try writer.add(known.bytes, known.fingerprint, key: piece.key)
        } else {
          try writer.add(piece.make(), key: piece.key)
        }
      }
      (pieces, sha256) = (writer.pieces, writer.sha256)
    }
    note(file.path, info)
    let entry = Manifest.Entry(path: file.path, size: pieces.size, sha256: sha256)
    let same = updates && isUnchanged(entry) { try Disk.haveSameBytes($0, "\(stage)/\(file.path)") }
    if same { unlink("\(stage)/\(file.path)") }
    staged.withLock { $0.append(StagedFile(entry: entry, label: label, isChanged: !same, pieces: pieces)) }
    return pieces.size
  }

  private func earlierPieces(of path: String) -> EarlierPieces? {
    guard let archive, let ordinal = archive.ordinal(of: path) else { return nil }
    return EarlierPieces("\(output)/\(path)", archive[ordinal].pieces)
  }

  private func note(_ path: String, _ info: borrowing Glibc.stat) {
    let one = TreeState(of: path, info)
    state.withLock { $0.add(one) }
  }

  private func openStage() throws(MachineFailure) -> OpenFolder {
    try stageFolder.withLock { folder throws(MachineFailure) in
      if let folder { return folder }
      try Disk.makeFolder(stage)
      let opened = try OpenFolder(stage)
      folder = opened
      return opened
    }
  }

  func keep(_ ordinals: [Int]) { kept.withLock { $0 += ordinals } }

  /// - Parameter isSame: whether the file at a path has the bytes of the entry's.
  private func isUnchanged(_ entry: Manifest.Entry, _ isSame: (String) throws -> Bool) -> Bool {
    if let archive, let sha256 = entry.sha256 {
      guard let known = archive.ordinal(of: entry.path).map({ archive[$0] }) else { return false }
      return known.size == entry.size && known.sha256 == sha256
    }
    var info = Glibc.stat()
    let path = "\(output)/\(entry.path)"
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, Int(info.st_size) == entry.size else {
      return false
    }
    return (try? isSame(path)) ?? false
  }

  /// Makes the staged files the output.
  func publish(generator: String) throws(MachineFailure) -> (
    publication: BuildOutcome.Publication, files: PublishedFiles
  ) {
    var files = PublishedFiles(staged.withLock { $0 }, kept: kept.withLock { $0 }, of: archive)
    let changed = files.made.filter(\.isChanged).map(\.entry.path)
    let stale = updates ? try stale(files) : []
    let publication = BuildOutcome.Publication(files: files.count, changed: changed.count, removed: stale.count)
    try replace(
      changed, stale, manifest: amendedManifest(files) ?? Manifest.bytes(of: files, generator: generator))
    if !updates { files.state = state.withLock { $0 } }
    return (publication, files)
  }

  /// Moves in the staged files, each in the place of another of the same path, and leaves all else as it is.
  ///
  /// - Returns: how many changed; `nil` where the output's manifest does not know them, and nothing was done.
  func amend() throws(MachineFailure) -> Int? {
    let files = amended
    guard let manifest = Manifest.amended(try Disk.read(manifest), with: files.map(\.entry)) else { return nil }
    let changed = files.filter(\.isChanged).map(\.entry.path)
    try replace(changed, [], manifest: manifest)
    return changed.count
  }

  /// What `amend` would move in, sorted by path.
  var amended: [StagedFile] { PublishedFiles.sorted(staged.withLock { $0 }) }

  /// The output's manifest with the files that were made; `nil` where it has other files, or is best written anew.
  private func amendedManifest(_ files: PublishedFiles) throws(MachineFailure) -> [UInt8]? {
    guard files.haveSamePaths, files.made.count <= files.count / 8 else { return nil }
    return Manifest.amended(try Disk.read(manifest), with: files.made.map(\.entry))
  }

  private var manifest: String { "\(output)/\(Self.manifestName)" }

  private func replace(
    _ changed: [String], _ stale: [String], manifest bytes: [UInt8]
  ) throws(MachineFailure) {
    guard updates else {
      note(Self.manifestName, try Disk.write(bytes, to: "\(stage)/\(Self.manifestName)"))
      try Disk.makeFolder(Disk.folder(of: output))
      if Disk.exists(output), rmdir(output) != 0 { throw .system(output, doing: "替换", "replace") }
      try Disk.move(stage, to: output)
      return
    }
    if changed.isEmpty, stale.isEmpty, !Disk.exists("\(output)/\(Self.pendingName)"), isManifest(bytes) {
      try Disk.removeTree(stage)
      return
    }
    try requireRoom(for: changed, stale)
    do {
      try Disk.write(bytes, to: "\(output)/\(Self.pendingName)")
    } catch {
      // Nothing has been moved yet: the old output stands whole.
      unlink("\(output)/\(Self.pendingName)")
      throw error
    }
    for path in changed { try Disk.move("\(stage)/\(path)", to: "\(output)/\(path)") }
    try remove(stale)
    try Disk.move("\(output)/\(Self.pendingName)", to: manifest)
    try Disk.removeTree(stage)
  }

  /// Throws what would stop publishing half-way, as long as the old output stands whole.
  private func requireRoom(for changed: [String], _ stale: [String]) throws(MachineFailure) {
    var known: Set<String> = []
    for path in changed {
      let target = "\(output)/\(path)"
      if Disk.isDirectory(target) {
        throw MachineFailure(
          zh: "“\(target)”应是文件，那里却有一个文件夹；请移走它", en: "“\(target)” is to be a file, but there is a folder; move it away")
      }
    }
    for path in changed + stale {
      var folder = Disk.folder(of: path)
      // The nearest folder that is there is where the missing ones are made.
      while known.insert(folder).inserted {
        let place = folder.isEmpty ? output : "\(output)/\(folder)"
        if Disk.exists(place) {
          guard faccessat(AT_FDCWD, place, W_OK | X_OK, AT_EACCESS) == 0 else {
            throw .system(place, doing: "写入", "write")
          }
          break
        }
        folder = Disk.folder(of: folder)
      }
    }
  }

  private func isManifest(_ bytes: [UInt8]) -> Bool { (try? Disk.read(manifest)) == bytes }

  /// Forgets what was staged: the output stays as it is.
  func discard() throws(MachineFailure) { try Disk.removeTree(stage) }

  /// Files of earlier builds that this one does not have.
  private func stale(_ files: PublishedFiles) throws(MachineFailure) -> [String] {
    if archive != nil { return files.missing() }
    let paths = Set(files.made.map(\.entry.path))
    let known = Set(try Self.manifests(in: output).flatMap { $0.entries.map(\.path) })
    return known.filter { !paths.contains($0) && Disk.exists("\(output)/\($0)") }.sorted()
  }

  private func remove(_ paths: [String]) throws(MachineFailure) {
    for path in paths {
      guard unlink("\(output)/\(path)") == 0 || errno == ENOENT else {
        throw .system("\(output)/\(path)", doing: "删除", "remove")
      }
      var folder = Disk.folder(of: path)
      while !folder.isEmpty, rmdir("\(output)/\(folder)") == 0 { folder = Disk.folder(of: folder) }
    }
  }
}
