import Archive

/// Records of any length one after the other in a file, found by their ordinals, between a head and a tail of their
/// owner's.
struct ArchivedRecords: Sendable {
  /// Where each record begins, and the last one ends, in four bytes each: no cache has four gigabytes.
  private typealias Start = UInt32

  let file: MappedFile
  let count: Int
  /// Where the places of the records stand.
  private let table: Int

  /// `nil` where the file cannot be such a one.
  init?(_ file: MappedFile) {
    guard file.bytes.count >= 16 else { return nil }
    let end = file.bytes.count - 16
    guard file.isSound(end..<file.bytes.count) else { return nil }
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: file.bytes[end...]))
    (table, count) = (reader.integer(), reader.integer())
    guard (0...end).contains(table), (0..<end).contains(count), table + (count + 1) * 4 <= end,
      file.isSound(table..<end)
    else { return nil }
    self.file = file
  }

  /// Where a record stands in the file; empty where that cannot be.
  private func range(_ ordinal: Int) -> Range<Int> { range(ordinal..<ordinal + 1) }

  /// Where consecutive records stand.
  private func range(_ ordinals: Range<Int>) -> Range<Int> {
    let (start, end) = (start(ordinals.lowerBound), start(ordinals.upperBound))
    return start <= end && end <= table ? start..<end : 0..<0
  }

  private func start(_ ordinal: Int) -> Int {
    Int(file.bytes.loadUnaligned(fromByteOffset: table + ordinal * 4, as: Start.self))
  }

  /// Whether a record's bytes are those that were written.
  func isSound(_ ordinal: Int) -> Bool { file.isSound(range(ordinal)) }

  subscript(ordinal: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: file.bytes[range(ordinal)]) }

  /// What makes the file hold some records anew; `nil` where one is not there yet, or takes other room than the old one
  /// and what is spare.
  ///
  /// - Parameters:
  ///   - ordinal: of the record that a value stands in.
  ///   - spare: how many zeros may stand behind a record.
  ///   - write: writes the record of a value.
  func patches<Value>(
    for values: [Value], at ordinal: (Value) -> Int?, spare: Int = 0, as write: (Value, inout ByteWriter) -> Void
  ) -> [MappedFile.Patch]? {
    var patches: [MappedFile.Patch] = []
    for value in values {
      guard let ordinal = ordinal(value) else { return nil }
      var writer = ByteWriter(capacity: 512)
      write(value, &writer)
      let range = range(ordinal)
      guard (writer.count...(writer.count + spare)).contains(range.count) else { return nil }
      writer.zeros(range.count - writer.count)
      patches.append(MappedFile.Patch(offset: range.lowerBound, bytes: writer.bytes))
    }
    return patches
  }

  /// What stands behind the records.
  var tail: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[(table + (count + 1) * 4)..<(file.bytes.count - 16)])
  }

  // MARK: - Writing

  /// Keeps where the records begin that are written to a file.
  struct Writer {
    private var starts: [Start] = []

    /// How many there are.
    var count: Int { starts.count }

    /// - Parameter spare: how many zeros stand behind it, so that one that grows a little can take its place.
    mutating func add(
      to out: inout BlockWriter, spare: Int = 0, _ write: (inout ByteWriter) -> Void
    ) throws(MachineFailure) {
      starts.append(Start(truncatingIfNeeded: out.count))
      try out.append { writer in
        write(&writer)
        writer.zeros(spare)
      }
    }

    /// Consecutive records as they stand in another file.
    mutating func add(
      _ ordinals: Range<Int>, of other: ArchivedRecords, to out: inout BlockWriter
    ) throws(MachineFailure) {
      let range = other.range(ordinals)
      let moved = out.count - range.lowerBound
      starts.reserveCapacity(starts.count + ordinals.count)
      for ordinal in ordinals { starts.append(Start(truncatingIfNeeded: other.start(ordinal) + moved)) }
      try out.append(UnsafeRawBufferPointer(rebasing: other.file.bytes[range]))
    }

    /// - Parameter tail: writes what stands behind the records.
    mutating func finish(
      _ out: inout BlockWriter, tail: (inout ByteWriter) -> Void
    ) throws(MachineFailure) {
      let (table, count) = (out.count, starts.count)
      starts.append(Start(truncatingIfNeeded: table))
      try out.append { writer in
        starts.withUnsafeBytes { writer.raw($0) }
        tail(&writer)
        writer.integer(table)
        writer.integer(count)
      }
    }
  }
}
