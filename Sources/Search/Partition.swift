/// The suffixes whose first two units fall into one range of shards, and the passages of single units, grouped by those
/// units; the groups in the order of shards, then of units.
///
/// One is used for partition after partition, and keeps its memory.
struct Partition: ~Copyable {
  struct Group {
    let shard: Int
    /// Both units; the second is 0 for a single one.
    let key: UInt32
    fileprivate let start: Int
    fileprivate let end: Int

    /// In `suffixes`, or for a single unit in `postings`, in the order of the corpus.
    var range: Range<Int> { start..<end }
    var first: UInt16 { UInt16(truncatingIfNeeded: key >> 16) }
    var second: UInt16 { UInt16(truncatingIfNeeded: key) }
  }

  private let corpus: FoldedCorpus
  private let shards: Shards
  private(set) var groups = GrowableBuffer<Group>()
  private(set) var suffixes = GrowableBuffer<Suffix>()
  private(set) var postings = GrowableBuffer<PostingCoder.Posting>()
  /// In the order of the corpus, and for each the number of its key.
  private var found = GrowableBuffer<Suffix>()
  private var numbers = GrowableBuffer<UInt32>()
  private var counter = KeyCounter()
  /// For each single unit where its postings end.
  private var ends = GrowableBuffer<Int>()

  init(_ corpus: FoldedCorpus, _ shards: Shards) {
    self.corpus = corpus
    self.shards = shards
  }

  /// Room to reorder the suffixes in: as long as `suffixes`, of no value.
  var spare: UnsafeMutableBufferPointer<Suffix> { found.elements }

  mutating func fill(_ number: Int, from places: PartitionPlaces) {
    let corpus = corpus
    let singles = places.singles.range(of: number)
    places.finder.withReader { finder in
      corpus.units.withUnsafeBytes { findPairs(number, places, $0, finder) }
    }
    places.singlePostings.copy(singles, to: &postings, &ends)
    layOutGroups(singles, places.singles.units)
    suffixes.resize(to: found.count)
    let (suffixes, found, starts) = (suffixes.start, found.start, counter.starts.start)
    for index in 0..<numbers.count {
      let number = Int(numbers[index])
      suffixes[starts[number]] = found[index]
      starts[number] &+= 1
    }
  }

  private mutating func findPairs(
    _ number: Int, _ places: PartitionPlaces, _ text: UnsafeRawBufferPointer, _ finder: PassageFinder.Reader
  ) {
    counter.removeAll()
    let count = places.count(of: number)
    found.reserve(count)
    found.resize(to: count)
    numbers.reserve(count)
    numbers.resize(to: count)
    suffixes.reserve(count)
    var (found, numbers) = (found.start, numbers.start)
    places.forEachStretch(of: number) { start, places in
      for index in places.indices {
        let position = start &+ Int(places[index])
        let posting = finder.posting(at: position)
        found[index] = Suffix(next: 0, position: UInt32(truncatingIfNeeded: position), posting: posting)
      }
      Self.readUnits(of: found, into: numbers, count: places.count, text)
      for index in places.indices {
        numbers[index] = counter.count(numbers[index] &<< 16 | numbers[index] &>> 16)
      }
      found += places.count
      numbers += places.count
    }
  }

  /// Reads the first two units of suffixes and those behind them. Nothing else is done here: the text is far away in
  /// memory, and the processor fetches for many suffixes at once as long as they do not depend on each other.
  private static func readUnits(
    of suffixes: UnsafeMutablePointer<Suffix>, into units: UnsafeMutablePointer<UInt32>, count: Int,
    _ text: UnsafeRawBufferPointer
  ) {
    for index in 0..<count {
      let offset = Int(suffixes[index].position) &* MemoryLayout<UInt16>.size
      units[index] = text.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      suffixes[index].next = text.loadUnaligned(fromByteOffset: offset &+ MemoryLayout<UInt32>.size, as: UInt64.self)
    }
  }

  private mutating func layOutGroups(_ singles: Range<Int>, _ units: [UInt16]) {
    groups.removeAll()
    var order: [(place: UInt64, number: Int32, isSingle: Bool)] = []
    order.reserveCapacity(counter.keys.count + singles.count)
    for (number, key) in counter.keys.elements.enumerated() {
      order.append((UInt64(shards.shard(key: key)) << 32 | UInt64(key), Int32(number), false))
    }
    for (number, unit) in units[singles].enumerated() {
      order.append((UInt64(shards.shard(unit, 0)) << 32 | UInt64(unit) << 16, Int32(number), true))
    }
    order.sort { $0.place < $1.place }
    var next = 0
    for (place, index, isSingle) in order {
      let number = Int(index)
      let start = isSingle ? number == 0 ? 0 : ends[number - 1] : next
      let end = isSingle ? ends[number] : start + counter.starts[number]
      groups.append(Group(shard: Int(place >> 32), key: UInt32(truncatingIfNeeded: place), start: start, end: end))
      if isSingle { continue }
      counter.starts[number] = start
      next = end
    }
  }
}
