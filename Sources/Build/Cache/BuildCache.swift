import Archive
import Diagnostics
import Glibc
import Workers

/// What the last build leaves for the next one: in `.gongkai/` beside `site.yml`, outside the output.
///
/// There are four files. `outcome` says in which state the site's folder was when the build began, in which state the
/// output was when it ended, and how it ended: where all of it still holds, there is nothing to do. `sources` holds the
/// documents as they were read, `outputs` what the output consists of and of what each file was made, `search` what the
/// search index was made of. Each stands for itself; a damaged byte, another program or other options mean that it is as
/// good as not there. None holds any text that the output does not show to everyone, but the front matter of published
/// documents.
struct BuildCache: Sendable {
  private static let magic = "gongkai outcome 2"
  static let folder = ".gongkai"
  /// Where more files than this were made, the cache is written anew.
  private static let mostPatches = 256

  private let options: BuildOptions
  private let pool: WorkerPool
  private let path: String
  /// When the build began, by the clock that files get their times from.
  private let start: Int
  private let key: Fingerprint
  /// Everything below the site's folder when the build began.
  let tree: FileTree
  private let state: TreeState

  init(_ options: BuildOptions, pool: WorkerPool) throws {
    self.options = options
    self.pool = pool
    // Each output has a cache of its own, however its path is written.
    let output = Disk.resolved(options.output)
    let name = SHA256.digest(of: Array(output.utf8)).description.prefix(16)
    path = "\(options.source)/\(Self.folder)/\(name)"
    var now = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &now)
    start = now.tv_sec * 1_000_000_000 + now.tv_nsec
    var key = options.fingerprint
    key.add(options.baseURL)
    key.add(options.today)
    self.key = key
    tree = try Self.tree(options.source, without: output, pool)
    state = TreeState(tree, pool: pool)
  }

  /// How the last build under the same options ended, where its output stands as it left it and no more than a few
  /// files of the site are others.
  func lastBuild() -> LastBuild? {
    guard let file = MappedFile(path + ".outcome", pool: pool) else { return nil }
    var reader = ByteReader(file.bytes)
    guard reader.text() == Self.magic, reader.fingerprint() == key,
      let changes = state.changes(since: TreeState(&reader))
    else { return nil }
    // git takes longer than all else here, and few sites show what it knows.
    let commit = reader.optional { $0.text() }
    guard commit.map({ $0 == GitHistory.state(in: options.source) }) ?? true else { return nil }
    let output = OutputState(&reader)
    guard (try? OutputState(of: options.output, folders: output.folders, pool: pool)) == output else { return nil }
    let outcome = OutcomeArchive.read(&reader, source: options.source)
    guard reader.isFinished else { return nil }
    return LastBuild(outcome: outcome, changed: tree.paths(ofFiles: changes), showsCommit: commit != nil)
  }

  /// The documents as the last build read them under the same settings.
  func sources(_ settings: SettingFiles, whole: Bool = true) -> SourceArchive? {
    SourceArchive(path + ".sources", key: sourceKey(settings), pool: whole ? pool : nil)
  }

  /// The output as the last build left it.
  func outputArchive(whole: Bool = true) -> OutputArchive? {
    OutputArchive(path + ".outputs", of: options.output, key: options.fingerprint, pool: pool, whole: whole)
  }

  /// The search index of the output.
  var index: IndexCache { IndexCache(path: path + ".search", pool: pool) }

  /// Whether nothing can have changed while the build ran without getting a later time; what a link leads to can.
  var isSettled: Bool { state.newest < start }

  private func sourceKey(_ settings: SettingFiles) -> Fingerprint {
    var key = options.fingerprint
    key.add(settings.fingerprint)
    return key
  }

  // MARK: - Writing

  /// Keeps how a build ended that has just been published.
  ///
  /// - Parameter commit: what git knew, where the site shows something of it.
  func store(_ outcome: BuildOutcome, _ files: PublishedFiles, commit: String?) throws {
    let output = try OutputState(of: options.output, files: files, pool: pool)
    if files.haveSamePaths, files.made.count <= Self.mostPatches, let archive = files.archive,
      let patches = archive.patches(for: files.made)
    {
      try archive.patch(patches, output)
    } else {
      try OutputArchive.write(files, output, to: path + ".outputs", key: options.fingerprint)
    }
    try store(outcome, files: files.count, output, commit: commit)
  }

  private func store(_ outcome: BuildOutcome, files: Int, _ output: OutputState, commit: String?) throws {
    guard isSettled else { return forget() }
    try MappedFile.write(to: path + ".outcome") { out throws(MachineFailure) in
      try out.append { writer in
        writer.text(Self.magic)
        writer.fingerprint(key)
        state.write(to: &writer)
        writer.text(commit)
        output.write(to: &writer)
        OutcomeArchive.write(outcome, files: files, to: &writer)
      }
    }
  }

  /// Keeps how a build ended that changed a few files of the output and no more.
  func store(
    _ outcome: BuildOutcome, _ outputs: OutputArchive, _ outputPatches: [MappedFile.Patch], _ sources: SourceArchive,
    _ sourcePatches: [MappedFile.Patch]
  ) throws {
    let output = try OutputState(of: options.output, folders: outputs.state.folders, pool: pool)
    try outputs.patch(outputPatches, output)
    try sources.patch(sourcePatches)
    try store(outcome, files: outputs.count, output, commit: nil)
  }

  /// Keeps the documents that were read, whether the site is published or not.
  ///
  /// - Parameter last: what the archive was written by, where that is known.
  func store(_ site: PlannedSite, after archive: SourceArchive?, _ last: LastBuild?) throws {
    if let archive, let last, let patches = archive.patches(for: site, changed: last.changed, start: start) {
      return try archive.patch(patches)
    }
    try SourceArchive.write(
      site, to: path + ".sources", key: sourceKey(site.settingFiles), after: archive, start: start)
  }

  /// Makes the next build look at everything.
  func forget() { unlink(path + ".outcome") }

  /// Everything below the site's folder can be an input, but what a build writes there. What git knows is kept apart.
  private static func tree(_ source: String, without output: String, _ pool: WorkerPool) throws -> FileTree {
    var excluded = [".git", folder]
    let root = Disk.resolved(source) + "/"
    if output.hasPrefix(root) {
      let path = String(output.dropFirst(root.count))
      excluded += [path, Publisher.stage(of: path), TextStore.path(beside: path)]
    }
    return try FileTree(of: source, pool: pool, excluding: excluded)
  }
}

/// How the last build ended.
struct LastBuild {
  let outcome: BuildOutcome
  /// Paths of the site's files that are not what they were; without any, this build could only end the same.
  let changed: [String]
  /// Whether the site shows something of what git knows.
  let showsCommit: Bool
}

extension BuildOptions {
  /// Of the program itself and of all it is asked to do, those options included that are yet to come; but for the
  /// address and the day, which only some files show, and where and how the work is done.
  var fingerprint: Fingerprint {
    var options = self
    (options.output, options.jobs, options.baseURL, options.today, options.probe) = ("", 1, nil, nil, nil)
    var fingerprint = Fingerprint()
    fingerprint.add(generator)
    var info = stat()
    if stat("/proc/self/exe", &info) == 0 { fingerprint.add(FileStamp(info).fingerprint) }
    fingerprint.add("\(options)")
    fingerprint.add(probe == nil ? 0 : 1 as Int)
    return fingerprint
  }
}
