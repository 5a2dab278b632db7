/// The suffixes of one shard grouped by their first two units, the groups in the order of those.
///
/// One is used for shard after shard, and keeps its memory.
struct ShardGroups {
  struct Group {
    /// Both units; the second is 0 for a single one.
    var key: UInt32
    /// In `suffixes`, in the order of the corpus.
    var range: Range<Int>

    var first: UInt16 { UInt16(truncatingIfNeeded: key >> 16) }
    var second: UInt16 { UInt16(truncatingIfNeeded: key) }
  }

  private(set) var groups: [Group] = []
  var suffixes: [Suffix] = []
  private var counter = KeyCounter()
  /// For each suffix, the number of its key.
  private var numbers: [Int32] = []

  mutating func fill(_ partition: Partition, shard: Int) {
    let range = partition.range(of: shard)
    counter.removeAll()
    numbers.removeAll(keepingCapacity: true)
    for key in partition.keys[range] { numbers.append(counter.count(key)) }
    var places = order()
    suffixes.removeAll(keepingCapacity: true)
    suffixes.append(contentsOf: partition.suffixes[range])
    for (number, suffix) in zip(numbers, partition.suffixes[range]) {
      suffixes[places[Int(number)]] = suffix
      places[Int(number)] += 1
    }
  }

  /// Lays out the groups; where each key's suffixes begin, keys by their numbers.
  private mutating func order() -> [Int] {
    groups.removeAll(keepingCapacity: true)
    var places = Array(repeating: 0, count: counter.keys.count)
    var start = 0
    for number in counter.keys.indices.sorted(by: { counter.keys[$0] < counter.keys[$1] }) {
      let end = start + counter.counts[number]
      groups.append(Group(key: counter.keys[number], range: start..<end))
      places[number] = start
      start = end
    }
    return places
  }
}

/// Counts keys and numbers them in the order they come, in a hash table.
private struct KeyCounter {
  private(set) var keys: [UInt32] = []
  private(set) var counts: [Int] = []
  /// One more than the number of a key; 0 where a slot is free.
  private var slots = [Int32](repeating: 0, count: 1 << 8)
  private var used: [Int] = []

  mutating func removeAll() {
    for slot in used { slots[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// The key's number, counted once more.
  @inline(__always)
  mutating func count(_ key: UInt32) -> Int32 {
    var slot = hash(key)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if keys[Int(number)] == key {
        counts[Int(number)] += 1
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(key, at: slot)
  }

  private mutating func insert(_ key: UInt32, at slot: Int) -> Int32 {
    keys.append(key)
    counts.append(1)
    slots[slot] = Int32(keys.count)
    used.append(slot)
    if keys.count * 2 > slots.count { grow() }
    return Int32(keys.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    used.removeAll(keepingCapacity: true)
    for (number, key) in keys.enumerated() {
      var slot = hash(key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
      used.append(slot)
    }
  }

  @inline(__always)
  private func hash(_ key: UInt32) -> Int { Int((key ^ key >> 15) &* 0x9E37_79B1 >> 7) & (slots.count - 1) }
}
