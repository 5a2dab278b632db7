import Archive
import Diagnostics
import Disclosure
import Site
import Workers

/// The documents as the last build read them, so that the next one reads only those whose files have changed.
///
/// Nothing is kept of documents that readers do not get, nor of files that may have changed while the build ran.
final class SourceArchive: Sendable {
  private static let magic = "gongkai sources 4"
  /// Bytes behind each record, for a title that gets longer; and how many there may be where one has become shorter.
  private static let (spare, mostSpare) = (32, 256)
  /// Where more documents than this have changed, all are written anew.
  private static let mostPatches = 64

  private let records: ArchivedRecords

  /// - Parameters:
  ///   - key: of what decides how a file is read.
  ///   - pool: reads the whole; without it each record is looked at by itself.
  /// - Returns: `nil` where there is none, it is damaged, or not for this build.
  init?(_ path: String, key: Fingerprint, pool: WorkerPool?) {
    guard let file = MappedFile(path, pool: pool), let records = ArchivedRecords(file) else { return nil }
    var head = ByteReader(file.bytes)
    guard head.text() == Self.magic, head.fingerprint() == key, file.isSound(0..<head.position) else { return nil }
    self.records = records
  }

  /// All it holds, in the order of the scan that it comes from; `nil` where it cannot be read.
  ///
  /// - Parameter files: most likely the same ones.
  func reads(of files: [Scan.DocumentFile], _ pool: WorkerPool) -> [SourceRead]? {
    struct Damage: Error {}
    return try? pool.map(records.count, chunk: 512, state: { WorkerStore(records.file) }) {
      store, ordinal throws(Damage) in
      let known = ordinal < files.count ? files[ordinal].path : nil
      guard let read = read(ordinal, of: store, path: known) else { throw Damage() }
      return read
    }
  }

  /// What the documents keep that one worker read: workers that count references to one store wait for each other.
  private final class WorkerStore: ByteStore {
    private let file: MappedFile
    var bytes: UnsafeRawBufferPointer { file.bytes }

    init(_ file: MappedFile) { self.file = file }
  }

  /// - Parameters:
  ///   - store: has the file's bytes.
  ///   - known: the path that it most likely has.
  private func read(_ ordinal: Int, of store: some ByteStore, path known: String? = nil) -> SourceRead? {
    var reader = ByteReader(records[ordinal])
    return SourceRead(&reader, of: store, ordinal: ordinal, path: known)
  }

  // MARK: - A few records

  /// The record of the document at a path.
  func read(at path: String) -> SourceRead? {
    ordinal(of: path).flatMap(soundRead).flatMap { $0.file.path == path ? $0 : nil }
  }

  /// Where the record of a path is, if it has one.
  private func ordinal(of path: String) -> Int? {
    let wanted = Array(path.utf8)
    let ordinal = (0..<records.count).partitionPoint { !pathBytes($0).isScanned(before: wanted) }
    return ordinal < records.count ? ordinal : nil
  }

  /// A record whose bytes are compared; `nil` where they are not what was written.
  func soundRead(_ ordinal: Int) -> SourceRead? {
    records.isSound(ordinal) ? read(ordinal, of: records.file) : nil
  }

  private func pathBytes(_ ordinal: Int) -> UnsafeRawBufferPointer {
    var reader = ByteReader(records[ordinal])
    _ = reader.raw(SourceRead.stampSize)
    return reader.raw(reader.count())
  }

  /// `nil` where it cannot be read.
  var surroundings: Surroundings? { Surroundings(records.tail, records: records.count) }

  /// What makes the archive hold other reads of files it has; `nil` where they take more room.
  func patches(for reads: [SourceRead]) -> [MappedFile.Patch]? {
    records.patches(for: reads, at: \.ordinal, spare: Self.mostSpare, as: { $0.write(to: &$1) })
  }

  /// What makes the archive hold the reads of a site; `nil` where it is best written anew: where it has not just these
  /// files, where many have changed, or one has come to stand elsewhere in the catalog.
  ///
  /// - Parameters:
  ///   - changed: paths of all files that have changed since it was written.
  ///   - start: when the build began.
  func patches(for site: PlannedSite, changed: [String], start: Int) -> [MappedFile.Patch]? {
    let kept = site.reads.indices.filter { site.reads[$0].isArchivable }
    let new = kept.filter { site.reads[$0].ordinal == nil }
    let paths = Set(new.map { site.reads[$0].file.path })
    // One that the archive does not hold may have moved others.
    guard kept.count == records.count, new.count <= Self.mostPatches,
      changed.allSatisfy({ paths.contains($0) || !$0.hasSuffix(".md") })
    else { return nil }
    var reads: [SourceRead] = []
    for index in new {
      var read = site.reads[index]
      guard read.file.stamp.newest < start, let old = self.read(at: read.file.path), let before = old.document,
        let after = read.document, after.facts.hasPlace(of: before.facts)
      else { return nil }
      read.ordinal = old.ordinal
      reads.append(read)
    }
    return patches(for: reads)
  }

  func patch(_ patches: [MappedFile.Patch]) throws(MachineFailure) { try records.file.patch(patches) }

  // MARK: - Writing

  /// - Parameters:
  ///   - previous: the archive that the reads with an ordinal come from.
  ///   - start: when the build began; what was changed later may not be what was read.
  static func write(
    _ site: PlannedSite, to path: String, key: Fingerprint, after previous: SourceArchive?, start: Int
  ) throws(MachineFailure) {
    // By their indices: to take a read out is to copy all of it.
    let reads = site.reads
    let kept = reads.indices.filter { reads[$0].isArchivable && reads[$0].file.stamp.newest < start }
    let surroundings = Surroundings(site.plan, ordinals: site.ordinals(ofReads: kept), count: kept.count)
    try MappedFile.write(to: path) { out throws(MachineFailure) in
      try out.append { writer in
        writer.text(magic)
        writer.fingerprint(key)
      }
      var records = ArchivedRecords.Writer()
      while records.count < kept.count {
        let first = records.count
        guard let previous, let old = reads[kept[first]].ordinal else {
          try records.add(to: &out, spare: spare) { reads[kept[first]].write(to: &$0) }
          continue
        }
        var count = 1
        while first + count < kept.count, reads[kept[first + count]].ordinal == old + count { count += 1 }
        try records.add(old..<old + count, of: previous.records, to: &out)
      }
      try records.finish(&out) { surroundings.write(to: &$0) }
    }
  }
}

extension PlannedSite {
  /// By position in the catalog: which of some reads a document comes from; -1 for none of them.
  fileprivate func ordinals(ofReads wanted: [Int]) -> [Int] {
    var ordinals = [Int](repeating: -1, count: reads.count)
    for (ordinal, read) in wanted.enumerated() { ordinals[read] = ordinal }
    // The catalog knows of documents that could be read only.
    let found = reads.indices.filter { reads[$0].document != nil }
    return plan.catalog.origins.map { ordinals[found[Int($0)]] }
  }
}

extension UnsafeRawBufferPointer {
  /// The order of a scan: a folder after the other, each by the bytes of the names in it.
  fileprivate func isScanned(before other: [UInt8]) -> Bool {
    lexicographicallyPrecedes(other) { a, b in
      let slash = UInt8(ascii: "/")
      return (a == slash ? 0 : a) < (b == slash ? 0 : b)
    }
  }
}

extension SourceRead {
  fileprivate static let stampSize = 24

  /// What comes from an archive need not be asked.
  fileprivate var isArchivable: Bool { ordinal != nil || document?.isArchivable ?? false }

  fileprivate func write(to writer: inout ByteWriter) {
    for number in [file.stamp.size, file.stamp.modified, file.stamp.recorded] { writer.integer(number) }
    document?.write(to: &writer)
    writer.list(diagnostics, DiagnosticArchive.write)
  }

  /// `nil` where the bytes cannot be what was written.
  fileprivate init?(_ reader: inout ByteReader, of store: some ByteStore, ordinal: Int, path: String?) {
    let stamp = FileStamp(size: reader.integer(), modified: reader.integer(), recorded: reader.integer())
    guard let document = Document(&reader, of: store, path: path) else { return nil }
    let diagnostics = reader.list(DiagnosticArchive.read)
    // What stands behind it is spare.
    guard reader.isValid else { return nil }
    let place = DocumentPlace(document.kind, organ: document.organ)
    self.init(
      file: Scan.DocumentFile(path: document.path, place: place, stamp: stamp), document: document,
      diagnostics: diagnostics, ordinal: ordinal)
  }
}
