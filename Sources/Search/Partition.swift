/// The suffixes whose first two units fall into one range of shards, grouped by those units in the order of shards.
struct Partition {
  /// One string of one or two units and its range in `suffixes` or `characters`.
  struct Group {
    var shard: Int
    /// Both units; the second is 0 for a single character.
    var key: UInt32
    var range: Range<Int>

    var first: UInt16 { UInt16(truncatingIfNeeded: key >> 16) }
    var second: UInt16 { UInt16(truncatingIfNeeded: key) }
  }

  private(set) var groups: [Group] = []
  private(set) var suffixes: [Suffix] = []
  private(set) var characters: [PostingCoder.Posting] = []

  init(_ number: UInt8, corpus: FoldedCorpus, places: PartitionPlaces, shards: Shards) {
    var pairs = KeyCounter()
    var singles = KeyCounter()
    var found: [(group: UInt32, position: UInt32, posting: PostingCoder.Posting)] = []
    var single: [(group: UInt32, posting: PostingCoder.Posting)] = []
    corpus.units.withUnsafeBufferPointer { text in
      places.forEach(of: number, in: corpus) { index, position, isPair, isFirst in
        let unit = UInt32(text[position]) << 16
        let posting = PostingCoder.Posting(passage: index, corpus.passages[index].field(at: position))
        if isFirst { single.append((singles.count(unit), posting)) }
        if isPair { found.append((pairs.count(unit | UInt32(text[position + 1])), UInt32(position), posting)) }
      }
      var places = pairs.places()
      suffixes = [Suffix](unsafeUninitializedCapacity: found.count) { out, count in
        for item in found {
          let group = Int(item.group)
          out[places[group]] = Suffix(
            next: Suffix.next(text, Int(item.position)), position: item.position, posting: item.posting)
          places[group] += 1
        }
        count = found.count
      }
    }
    var places = singles.places()
    characters = Array(repeating: PostingCoder.Posting(passage: 0, .text), count: single.count)
    for item in single {
      characters[places[Int(item.group)]] = item.posting
      places[Int(item.group)] += 1
    }
    groups = pairs.groups(shards) + singles.groups(shards)
    groups.sort { ($0.shard, $0.key) < ($1.shard, $1.key) }
  }
}

/// Counts keys and numbers them in the order they come: a hash table of what is seen millions of times.
private struct KeyCounter {
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private var keys: [UInt32] = []
  private var counts: [Int] = []

  /// The key's number, counted once more.
  @inline(__always)
  mutating func count(_ key: UInt32) -> UInt32 {
    var slot = Self.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key {
        counts[number] += 1
        return UInt32(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    counts.append(1)
    if keys.count * 2 > slots.count { grow() }
    return UInt32(counts.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt32) -> Int {
    Int((key ^ key >> 15) &* 0x9E37_79B1 >> 7)
  }

  /// Where each key's items begin, keys in the order of their numbers.
  func places() -> [Int] {
    var start = 0
    return counts.map { count in
      defer { start += count }
      return start
    }
  }

  func groups(_ shards: Shards) -> [Partition.Group] {
    zip(keys, zip(places(), counts)).map { key, range in
      Partition.Group(
        shard: shards.shard(UInt16(truncatingIfNeeded: key >> 16), UInt16(truncatingIfNeeded: key)), key: key,
        range: range.0..<range.0 + range.1)
    }
  }
}
