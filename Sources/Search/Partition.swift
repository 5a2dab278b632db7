/// The suffixes whose first two units fall into one range of shards, and the first places of single units, grouped by
/// those units; the groups in the order of shards, then of units.
///
/// One is used for partition after partition, and keeps its memory.
struct Partition: ~Copyable {
  struct Group {
    let shard: Int
    /// Both units; the second is 0 for a single one.
    let key: UInt32
    fileprivate let start: Int
    fileprivate let end: Int

    /// In `suffixes`, in the order of the corpus.
    var range: Range<Int> { start..<end }
    var first: UInt16 { UInt16(truncatingIfNeeded: key >> 16) }
    var second: UInt16 { UInt16(truncatingIfNeeded: key) }
  }

  private let corpus: FoldedCorpus
  private let shards: Shards
  private(set) var groups = GrowableBuffer<Group>()
  private(set) var suffixes = GrowableBuffer<Suffix>()
  /// In the order of the corpus, and for each the number of its key.
  private var found = GrowableBuffer<Suffix>()
  private var numbers = GrowableBuffer<UInt32>()
  private var counter = KeyCounter()

  init(_ corpus: FoldedCorpus, _ shards: Shards) {
    self.corpus = corpus
    self.shards = shards
  }

  /// Room to reorder the suffixes in: as long as `suffixes`, of no value.
  var spare: UnsafeMutableBufferPointer<Suffix> { found.elements }

  mutating func fill(_ number: Int, from places: PartitionPlaces) {
    let corpus = corpus
    found.removeAll()
    numbers.removeAll()
    counter.removeAll()
    corpus.passages.withUnsafeBufferPointer { passages in
      for stretch in places.stretches {
        let range = stretch.steps(of: number - places.partitions.lowerBound)
        let first = found.count
        stretch.steps.withUnsafeBufferPointer {
          find(UnsafeBufferPointer(rebasing: $0[range]), from: stretch.passages.lowerBound, passages)
        }
        numbers.resize(to: found.count)
        corpus.units.withUnsafeBytes { readUnits($0, from: first) }
        for index in first..<found.count { numbers[index] = counter.count(numbers[index]) }
      }
    }
    layOutGroups()
    suffixes.resize(to: found.count)
    for index in 0..<found.count {
      let number = Int(numbers[index])
      suffixes[counter.starts[number]] = found[index]
      counter.starts[number] += 1
    }
  }

  /// Notes the places in a stretch that begins with `passage`: for now with the units of the key that count, in `next`.
  private mutating func find(
    _ steps: UnsafeBufferPointer<UInt16>, from passage: Int, _ passages: UnsafeBufferPointer<FoldedCorpus.Passage>
  ) {
    var passage = passage
    var position = Int(passages[passage].start)
    var end = passage + 1 < passages.count ? Int(passages[passage + 1].start) : .max
    found.append(atMost: steps.count * 2 + 1) { found in
      var count = 0
      for step in steps {
        position += Int(step >> PartitionPlaces.Kind.bits)
        while position >= end {
          passage += 1
          end = passage + 1 < passages.count ? Int(passages[passage + 1].start) : .max
        }
        let posting = PostingCoder.Posting(passage: passage, passages[passage].field(at: position))
        // What a place is of follows no pattern: both are set, and what is not wanted is written over.
        found[count] = Suffix(next: 0xFFFF_FFFF, position: UInt32(position), posting: posting)
        count += step & PartitionPlaces.Kind.pair != 0 ? 1 : 0
        found[count] = Suffix(next: 0x0000_FFFF, position: UInt32(position), posting: posting)
        count += step & PartitionPlaces.Kind.first != 0 ? 1 : 0
      }
      return count
    }
  }

  /// Reads the units of the suffixes from `first` on, and puts their keys in `numbers`. Nothing else is done here: the
  /// text is far away in memory, and the processor fetches for many suffixes at once as long as they do not depend on
  /// each other.
  private func readUnits(_ text: UnsafeRawBufferPointer, from first: Int) {
    for index in first..<found.count {
      var suffix = found[index]
      let offset = Int(suffix.position) * MemoryLayout<UInt16>.size
      let units = text.loadUnaligned(fromByteOffset: offset, as: UInt32.self) & UInt32(truncatingIfNeeded: suffix.next)
      numbers[index] = units << 16 | units >> 16
      suffix.next = text.loadUnaligned(fromByteOffset: offset + MemoryLayout<UInt32>.size, as: UInt64.self)
      found[index] = suffix
    }
  }

  private mutating func layOutGroups() {
    groups.removeAll()
    let order = counter.keys.elements.indices.map { number in
      let key = counter.keys[number]
      return (shard: shards.shard(key: key), key: key, number: number)
    }.sorted { ($0.shard, $0.key) < ($1.shard, $1.key) }
    var start = 0
    for (shard, key, number) in order {
      let end = start + counter.starts[number]
      groups.append(Group(shard: shard, key: key, start: start, end: end))
      counter.starts[number] = start
      start = end
    }
  }
}
