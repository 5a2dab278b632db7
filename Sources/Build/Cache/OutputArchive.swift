import Archive
import Bytes
import Workers

/// The files of the output as the last build left them, each with the key it was made under, sorted by path.
final class OutputArchive: Sendable {
  private static let magic = "gongkai outputs 5"

  let state: OutputState
  private let records: ArchivedRecords
  /// Where `state` stands in the file.
  private let stateStart: Int
  private let byPath: KeyTable
  private let groups: OutputGroups

  /// A file of the output. Most are asked for their path, key and findings alone, and are read no further.
  struct Record {
    let path: UnsafeRawBufferPointer
    let key: Fingerprint
    /// What making a document's page showed; `nil` for other files.
    let findings: ArchivedFindings?
    private let rest: ByteReader

    fileprivate init(_ bytes: UnsafeRawBufferPointer) {
      var reader = ByteReader(bytes)
      key = reader.fingerprint()
      path = reader.raw(reader.count())
      let findings = reader.raw(reader.count())
      self.findings = findings.isEmpty ? nil : ArchivedFindings(findings)
      rest = reader
    }

    var size: Int {
      var reader = rest
      return reader.integer()
    }

    var sha256: SHA256Digest? {
      var reader = rest
      _ = reader.integer()
      return reader.optional { SHA256Digest(&$0) }
    }

    var pieces: FilePieces {
      var reader = rest
      _ = reader.integer()
      _ = reader.optional { SHA256Digest(&$0) }
      return FilePieces(&reader)
    }

    /// Of a record's bytes.
    fileprivate static func path(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      var reader = ByteReader(bytes)
      _ = reader.fingerprint()
      return reader.raw(reader.count())
    }
  }

  /// - Parameters:
  ///   - key: of the program.
  ///   - pool: reads the whole; without it each record must be asked for whether it is sound.
  /// - Returns: `nil` where there is none, it is damaged, or the output is not what it was.
  init?(_ path: String, of output: String, key: Fingerprint, pool: WorkerPool, whole: Bool = true) {
    guard let file = MappedFile(path, pool: whole ? pool : nil), let records = ArchivedRecords(file) else { return nil }
    var head = ByteReader(file.bytes)
    guard head.text() == Self.magic, head.fingerprint() == key else { return nil }
    stateStart = head.position
    state = OutputState(&head)
    guard head.isValid, file.isSound(0..<head.position),
      (try? OutputState(of: output, folders: state.folders, pool: pool)) == state
    else { return nil }
    var tail = ByteReader(records.tail)
    byPath = KeyTable(&tail)
    groups = OutputGroups(&tail)
    guard tail.isFinished else { return nil }
    self.records = records
  }

  var count: Int { records.count }

  func ordinal(of path: String) -> Int? {
    path.withBytes { ordinal(of: UnsafeRawBufferPointer($0)) }
  }

  private func ordinal(of path: UnsafeRawBufferPointer) -> Int? {
    byPath.first(Fingerprint(of: path)) { self.path($0).order(to: path) == 0 }
  }

  private func path(_ ordinal: Int) -> UnsafeRawBufferPointer { Record.path(records[ordinal]) }

  /// Where a path is or belongs.
  func place(of path: String) -> (ordinal: Int, isTaken: Bool) {
    if let ordinal = ordinal(of: path) { return (ordinal, true) }
    return ((0..<count).partitionPoint { path.precedesByBytes(self.path($0)) }, false)
  }

  subscript(ordinal: Int) -> Record { Record(records[ordinal]) }

  /// Whether a record's bytes are those that were written.
  func isSound(_ ordinal: Int) -> Bool { records.isSound(ordinal) }

  /// The files that were made together, all under `key`; none where it was another one.
  func members(of group: Fingerprint, key: Fingerprint) -> [Int] {
    let members = groups.members(of: group)
    return members.allSatisfy { self[$0].key == key } ? members : []
  }

  // MARK: - Amending

  /// What makes the archive hold files made anew, of paths it has; `nil` where they take other room, or
  /// other files were made with them.
  func patches(for files: [StagedFile]) -> [MappedFile.Patch]? {
    records.patches(
      for: files,
      at: { file in
        ordinal(of: file.entry.path).flatMap { ordinal in
          file.label.group.map { groups.holds(ordinal, in: $0) } ?? true ? ordinal : nil
        }
      }, as: { $0.write(to: &$1) })
  }

  /// - Parameter state: of the output that has these files; of the same folders as the one before.
  func patch(_ patches: [MappedFile.Patch], _ state: OutputState) throws(MachineFailure) {
    var writer = ByteWriter()
    state.write(to: &writer)
    try records.file.patch(patches + [MappedFile.Patch(offset: stateStart, bytes: writer.bytes)])
  }

  // MARK: - Writing

  static func write(
    _ files: PublishedFiles, _ state: OutputState, to path: String, key: Fingerprint
  ) throws(MachineFailure) {
    try MappedFile.write(to: path) { out throws(MachineFailure) in
      try out.append { writer in
        writer.text(magic)
        writer.fingerprint(key)
        state.write(to: &writer)
      }
      var records = ArchivedRecords.Writer()
      var groups = OutputGroups()
      for run in files.runs {
        switch run {
        case .kept(let ordinals):
          guard let archive = files.archive else { continue }
          groups.add(archive.groups, in: ordinals, from: records.count)
          try records.add(ordinals, of: archive.records, to: &out)
        case .made(let file):
          if let group = file.label.group { groups.add(records.count..<records.count + 1, to: group) }
          try records.add(to: &out) { file.write(to: &$0) }
        }
      }
      try records.finish(&out) { writer in
        table(of: files).write(to: &writer)
        groups.write(to: &writer)
      }
    }
  }

  private static func table(of files: PublishedFiles) -> KeyTable {
    if let archive = files.archive, files.haveSamePaths { return archive.byPath }
    var table = KeyTable(capacity: files.count)
    var ordinal = 0
    files.forEach { path, _, _ in
      table.insert(Fingerprint(of: path), ordinal)
      ordinal += 1
    }
    return table
  }
}

extension StagedFile {
  /// As `OutputArchive.Record` reads it. Numbers that change with a text take the same room, whatever they are.
  fileprivate func write(to writer: inout ByteWriter) {
    writer.fingerprint(label.key)
    writer.text(entry.path)
    var archived = ByteWriter(capacity: 512)
    label.findings?.write(to: &archived)
    writer.count(archived.count)
    archived.withUnsafeBytes { writer.raw($0) }
    writer.integer(entry.size)
    writer.optional(entry.sha256) { $0.write(to: &$1) }
    pieces.write(to: &writer)
  }
}
