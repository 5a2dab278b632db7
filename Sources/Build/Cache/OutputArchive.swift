import Archive
import Workers

/// The files of the output as the last build left them, each with the key it was made under, sorted by path.
final class OutputArchive: Sendable {
  private static let magic = "gongkai outputs 1"

  let state: OutputState
  private let file: MappedFile
  /// Where the records begin, and the last one ends.
  private let starts: [Int]
  private let byPath: KeyTable
  private let groups: [Fingerprint: [Int]]

  /// A file of the output.
  struct Record {
    let path: UnsafeRawBufferPointer
    let key: Fingerprint
    let size: Int
    let sha256: SHA256Digest?
    /// Files made together have the same; others none.
    let group: Fingerprint?
    private let archivedFindings: UnsafeRawBufferPointer

    fileprivate init(_ reader: inout ByteReader) {
      path = reader.raw(reader.count())
      key = reader.fingerprint()
      group = reader.optional { $0.fingerprint() }
      size = reader.count()
      sha256 = reader.optional { SHA256Digest(&$0) }
      archivedFindings = reader.raw(reader.count())
    }

    /// What making a document's page showed; `nil` for other files.
    var findings: ArchivedFindings? { archivedFindings.isEmpty ? nil : ArchivedFindings(archivedFindings) }
  }

  /// - Parameter key: of the program.
  /// - Returns: `nil` where there is none, it is damaged, or the output is not what it was.
  init?(_ path: String, of output: String, key: Fingerprint, pool: WorkerPool) {
    guard let file = MappedFile(path, pool: pool) else { return nil }
    var reader = ByteReader(file.bytes)
    guard reader.text() == Self.magic, reader.fingerprint() == key else { return nil }
    state = OutputState(&reader)
    guard (try? OutputState(of: output, folders: state.folders, pool: pool)) == state else { return nil }
    let count = reader.integer()
    guard (0...file.bytes.count).contains(count) else { return nil }
    var starts: [Int] = []
    var byPath = KeyTable(capacity: count)
    var groups: [Fingerprint: [Int]] = [:]
    starts.reserveCapacity(count + 1)
    for ordinal in 0..<count {
      starts.append(reader.position)
      let record = Record(&reader)
      guard reader.isValid else { return nil }
      byPath.insert(Fingerprint(of: record.path), ordinal)
      if let group = record.group { groups[group, default: []].append(ordinal) }
    }
    guard reader.isFinished else { return nil }
    self.file = file
    self.starts = starts + [reader.position]
    self.byPath = byPath
    self.groups = groups
  }

  var count: Int { starts.count - 1 }

  func ordinal(of path: String) -> Int? {
    var path = path
    return path.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return byPath.first(Fingerprint(of: bytes)) { self[$0].path.elementsEqual(bytes) }
    }
  }

  subscript(ordinal: Int) -> Record {
    var reader = ByteReader(bytes(ordinal))
    return Record(&reader)
  }

  /// The files that were made together, all under `key`; none where it was another one.
  func members(of group: Fingerprint, key: Fingerprint) -> [Int] {
    let members = groups[group] ?? []
    return members.allSatisfy { self[$0].key == key } ? members : []
  }

  private func bytes(_ ordinal: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[starts[ordinal]..<starts[ordinal + 1]])
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
        writer.integer(files.count)
      }
      for file in files.files {
        switch file {
        case .kept(let ordinal): if let archive = files.archive { try out.append { $0.raw(archive.bytes(ordinal)) } }
        case .made(let file): try out.append { file.write(to: &$0) }
        }
      }
    }
  }
}

extension StagedFile {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.text(entry.path)
    writer.fingerprint(label.key)
    writer.optional(label.group) { $1.fingerprint($0) }
    writer.count(entry.size)
    writer.optional(entry.sha256) { $0.write(to: &$1) }
    guard let findings = label.findings else { return writer.count(0) }
    var archived = ByteWriter(capacity: 512)
    findings.write(to: &archived)
    writer.count(archived.count)
    archived.withUnsafeBytes { writer.raw($0) }
  }
}
