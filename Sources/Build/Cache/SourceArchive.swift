import Archive
import Disclosure
import Workers

/// The documents as the last build read them, so that the next one reads only those whose files have changed.
///
/// Nothing is kept of documents that readers do not get, nor of files that may have changed while the build ran.
final class SourceArchive: Sendable {
  private static let magic = "gongkai sources 1"
  /// Records that are decoded at once.
  private static let chunk = 512

  private let file: MappedFile
  /// Where the records begin, and the last one ends.
  private let starts: [Int]

  /// The archive at a path, and what it holds, in the order of the scan that it comes from.
  ///
  /// - Parameter key: of what decides how a file is read.
  /// - Returns: `nil` where there is none, it is damaged, or not for this build.
  static func read(
    _ path: String, key: Fingerprint, pool: WorkerPool
  ) -> (archive: SourceArchive, reads: [SourceRead])? {
    guard let file = MappedFile(path, pool: pool) else { return nil }
    var head = ByteReader(file.bytes)
    guard head.text() == magic, head.fingerprint() == key, let tail = tail(of: file.bytes) else { return nil }
    var ends = ByteReader(tail)
    let chunks = ends.list { $0.count() }
    let limits = [head.position] + chunks
    guard ends.isFinished, limits == limits.sorted(), limits.last ?? 0 <= file.bytes.count - tail.count else {
      return nil
    }
    let decoded = pool.map(chunks.count, chunk: 1, state: {}) { _, i in
      decode(file, limits[i]..<limits[i + 1], first: i * chunk)
    }
    var reads: [SourceRead] = []
    var starts: [Int] = []
    reads.reserveCapacity(chunks.count * chunk)
    starts.reserveCapacity(chunks.count * chunk + 1)
    for part in decoded {
      guard let part else { return nil }
      reads += part.reads
      starts += part.starts
    }
    return (SourceArchive(file, starts: starts + [limits.last ?? 0]), reads)
  }

  private init(_ file: MappedFile, starts: [Int]) {
    self.file = file
    self.starts = starts
  }

  /// The file ends in where its last part begins, in eight bytes.
  private static func tail(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard bytes.count > 8 else { return nil }
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes.suffix(8)))
    let start = reader.integer()
    return (0..<bytes.count - 8).contains(start)
      ? UnsafeRawBufferPointer(rebasing: bytes[start..<bytes.count - 8]) : nil
  }

  private static func decode(
    _ file: MappedFile, _ range: Range<Int>, first: Int
  ) -> (reads: [SourceRead], starts: [Int])? {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: file.bytes[range]))
    var reads: [SourceRead] = []
    var starts: [Int] = []
    reads.reserveCapacity(chunk)
    starts.reserveCapacity(chunk)
    while !reader.isFinished {
      starts.append(range.lowerBound + reader.position)
      guard let read = SourceRead(&reader, ordinal: first + reads.count) else { return nil }
      reads.append(read)
    }
    return (reads, starts)
  }

  // MARK: - Writing

  /// - Parameters:
  ///   - previous: the archive that the reads with an ordinal come from.
  ///   - start: when the build began; what was changed later may not be what was read.
  static func write(
    _ reads: [SourceRead], to path: String, key: Fingerprint, after previous: SourceArchive?, start: Int
  ) throws(MachineFailure) {
    try MappedFile.write(to: path) { out throws(MachineFailure) in
      try out.append { writer in
        writer.text(magic)
        writer.fingerprint(key)
      }
      var ends: [Int] = []
      var count = 0
      // By their indices: to take a read out is to copy all of it.
      for i in reads.indices where reads[i].isArchivable && reads[i].file.stamp.newest < start {
        if let previous, let ordinal = reads[i].ordinal {
          try out.append { $0.raw(previous.bytes(ordinal)) }
        } else {
          try out.append { reads[i].write(to: &$0) }
        }
        count += 1
        if count % chunk == 0 { ends.append(out.count) }
      }
      if count % chunk != 0 { ends.append(out.count) }
      let tail = out.count
      try out.append { writer in
        writer.list(ends) { $1.count($0) }
        writer.integer(tail)
      }
    }
  }

  private func bytes(_ ordinal: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[starts[ordinal]..<starts[ordinal + 1]])
  }
}

extension SourceRead {
  var isArchivable: Bool { document?.isArchivable ?? false }

  fileprivate func write(to writer: inout ByteWriter) {
    for number in [file.stamp.size, file.stamp.modified, file.stamp.recorded] { writer.integer(number) }
    document?.write(to: &writer)
    writer.list(diagnostics, DiagnosticArchive.write)
  }

  /// `nil` where the bytes cannot be what was written.
  fileprivate init?(_ reader: inout ByteReader, ordinal: Int) {
    let stamp = FileStamp(size: reader.integer(), modified: reader.integer(), recorded: reader.integer())
    guard let document = Document(&reader) else { return nil }
    let diagnostics = reader.list(DiagnosticArchive.read)
    guard reader.isValid else { return nil }
    let place = DocumentPlace(document.kind, organ: document.organ)
    self.init(
      file: Scan.DocumentFile(path: document.path, place: place, stamp: stamp), document: document,
      diagnostics: diagnostics, ordinal: ordinal)
  }
}
