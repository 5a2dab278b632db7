import Archive

/// An index as it was made before and kept: what the next one takes over from it, and is compared with.
public final class EarlierIndex: Sendable {
  let format: IndexFormat
  let passages: [FoldedCorpus.Passage]
  /// In the order of ids.
  let entries: [IndexedEntry]
  /// What the files of each shard add to the number of the build.
  let shardDigests: [UInt64]
  /// By id: in `entries`; -1 where there is none.
  private let places: [Int32]
  /// Two bytes each. Safe to share: this type only reads them, they are what whoever made it has promised not to change,
  /// and they are there as long as `owner` is, which this object keeps.
  nonisolated(unsafe) private let units: UnsafeRawBufferPointer
  private let owner: any Sendable

  static let unitSize = MemoryLayout<UInt16>.size

  /// - Parameters:
  ///   - bytes: what `SearchIndex.write` wrote; they do not change.
  ///   - owner: as long as it is there, the bytes are.
  /// - Returns: `nil` where the bytes cannot be such an index.
  public init?(_ bytes: UnsafeRawBufferPointer, owner: some Sendable) {
    var reader = ByteReader(bytes)
    format = IndexFormat(&reader)
    units = reader.raw(reader.integer())
    passages = reader.list { FoldedCorpus.Passage(&$0) }
    entries = reader.list { IndexedEntry(&$0) }
    shardDigests = reader.list { $0.word() }
    self.owner = owner
    guard reader.isFinished, format.universe <= bytes.count * 8 else { return nil }
    var places = [Int32](repeating: -1, count: format.universe)
    for (index, entry) in entries.enumerated() where places.indices.contains(entry.id) {
      places[entry.id] = Int32(index)
    }
    self.places = places
    guard isSound else { return nil }
  }

  /// Whether every range lies where it must.
  private var isSound: Bool {
    var end = 0
    for entry in entries {
      guard entry.passages.lowerBound == end, !entry.passages.isEmpty, entry.id < places.count else { return false }
      end = entry.passages.upperBound
    }
    var position = 0
    for passage in passages {
      guard passage.start >= position, passage.start <= passage.titleEnd, passage.titleEnd <= passage.numbersEnd else {
        return false
      }
      position = Int(passage.numbersEnd)
    }
    return end == passages.count && position <= unitCount && shardDigests.count == format.shards
  }

  var unitCount: Int { units.count / Self.unitSize }

  /// What has an id.
  func entry(_ id: Int) -> IndexedEntry? {
    guard places.indices.contains(id), places[id] >= 0 else { return nil }
    return entries[Int(places[id])]
  }

  /// The bytes of the units of some passages.
  func bytes(_ passages: Range<Int>) -> UnsafeRawBufferPointer {
    let start = Int(self.passages[passages.lowerBound].start)
    let end = passages.upperBound < self.passages.count ? Int(self.passages[passages.upperBound].start) : unitCount
    return UnsafeRawBufferPointer(rebasing: units[start * Self.unitSize..<end * Self.unitSize])
  }

  func text(_ entry: IndexedEntry) -> EntryText {
    let bytes = bytes(entry.passages)
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count / Self.unitSize) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      count = buffer.count
    }
    return EntryText(units, passages[entry.passages])
  }
}
