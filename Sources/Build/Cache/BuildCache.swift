import Diagnostics
import Glibc

/// What the last build leaves for the next one: in `.gongkai/` beside `site.yml`, outside the output.
///
/// It says in which state the site's folder was when the build began, in which state the output was when it ended, and
/// how it ended. Where all three still hold, there is nothing to do. Everything else about it, an unknown version or a
/// damaged byte, means a build from the start. It holds diagnostics and counts, but no text of any document.
struct BuildCache {
  private static let magic = "gongkai cache 1"
  static let folder = ".gongkai"

  private let options: BuildOptions
  private let pool: WorkerPool
  private let path: String
  /// When the build began, by the clock that files get their times from.
  private let start: Int
  private let key: SHA256Digest
  private let sources: TreeState

  init(_ options: BuildOptions, pool: WorkerPool) throws {
    self.options = options
    self.pool = pool
    // Each output has a cache of its own.
    let name = SHA256.digest(of: Array(options.output.utf8)).description.prefix(16)
    path = "\(options.source)/\(Self.folder)/cache-\(name)"
    var now = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &now)
    start = now.tv_sec * 1_000_000_000 + now.tv_nsec
    key = Self.key(options)
    sources = try Self.sources(options, pool)
  }

  /// How the last build ended, if this one could only end the same.
  func outcome() -> BuildOutcome? {
    guard var reader = reader(), reader.text() == Self.magic, reader.text() == key.description,
      TreeState(&reader) == sources, let output = TreeState(&reader),
      (try? TreeState(of: options.output, pool: pool)) == output
    else { return nil }
    guard let outcome = OutcomeArchive.read(&reader, source: options.source), reader.isAtEnd else { return nil }
    return outcome
  }

  /// Keeps how a build ended that has just been published.
  ///
  /// - Parameter files: how many files the output has.
  func store(_ outcome: BuildOutcome, files: Int) throws {
    // A file changed in the very moment the build began may change again without getting a later time; and what a
    // link leads to can change without a trace.
    guard sources.newest < start else { return forget() }
    var writer = ByteWriter()
    writer.text(Self.magic)
    writer.text(key.description)
    sources.write(to: &writer)
    try TreeState(of: options.output, pool: pool).write(to: &writer)
    OutcomeArchive.write(outcome, files: files, to: &writer)
    let digest = SHA256.digest(of: writer.bytes)
    writer.text(digest.description)
    try Disk.write(writer.bytes, to: "\(path).new")
    try Disk.move("\(path).new", to: path)
  }

  /// Makes the next build one from the start.
  func forget() { unlink(path) }

  /// The file's bytes less the digest at their end, if that is right.
  private func reader() -> ByteReader? {
    let digestSize = 8 + 64
    guard let bytes = try? Disk.read(path), bytes.count > digestSize else { return nil }
    let content = Array(bytes.dropLast(digestSize))
    return SHA256.digest(of: content).description.utf8.elementsEqual(bytes.suffix(64)) ? ByteReader(content) : nil
  }

  /// Everything below the site's folder can be an input, but what a build writes there. What git knows is in the key.
  private static func sources(_ options: BuildOptions, _ pool: WorkerPool) throws -> TreeState {
    let prefix = options.source + "/"
    let output = options.output.hasPrefix(prefix) ? String(options.output.dropFirst(prefix.count)) : options.output
    return try TreeState(of: options.source, pool: pool) { name in
      name == ".git" || name == folder || name == output || name.hasPrefix("\(output).gongkai-")
    }
  }

  /// What a build depends on beside the site's files: the program itself, what it is asked to do, and the history.
  private static func key(_ options: BuildOptions) -> SHA256Digest {
    var writer = ByteWriter()
    writer.text(generator)
    var info = stat()
    if stat("/proc/self/exe", &info) == 0 {
      let program = FileStamp(info)
      for part in [program.size, program.modified, program.recorded] { writer.integer(part) }
    }
    // All options, those included that are yet to come.
    writer.text("\(options)")
    writer.optional(GitHistory.state(in: options.source)) { $1.text($0) }
    return SHA256.digest(of: writer.bytes)
  }
}
