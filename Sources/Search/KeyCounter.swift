/// Counts keys and numbers them in the order they come, in a hash table.
struct KeyCounter: ~Copyable {
  private(set) var keys = GrowableBuffer<UInt32>()
  /// How often each key came; afterwards free for where it begins.
  private(set) var starts = GrowableBuffer<Int>()
  /// The key in the upper half, one more than its number in the lower; 0 where a slot is free.
  private var slots = GrowableBuffer<UInt64>()
  private var mask: Int { slots.count - 1 }

  init() { makeSlots(1 << 12) }

  mutating func removeAll() {
    keys.removeAll()
    starts.removeAll()
    slots.elements.update(repeating: 0)
  }

  /// The key's number, counted once more.
  @inline(__always)
  mutating func count(_ key: UInt32) -> UInt32 {
    var slot = Self.hash(key) & mask
    while slots[slot] != 0 {
      if UInt32(slots[slot] >> 32) == key {
        let number = UInt32(truncatingIfNeeded: slots[slot]) &- 1
        starts[Int(number)] &+= 1
        return number
      }
      slot = (slot &+ 1) & mask
    }
    return insert(key, at: slot)
  }

  @inline(never)
  private mutating func insert(_ key: UInt32, at slot: Int) -> UInt32 {
    keys.append(key)
    starts.append(1)
    slots[slot] = UInt64(key) << 32 | UInt64(keys.count)
    if keys.count * 4 > slots.count {
      makeSlots(slots.count * 2)
      for number in 0..<keys.count {
        var slot = Self.hash(keys[number]) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt64(keys[number]) << 32 | UInt64(number + 1)
      }
    }
    return UInt32(keys.count - 1)
  }

  private mutating func makeSlots(_ count: Int) {
    slots.resize(to: count)
    slots.elements.update(repeating: 0)
  }

  @inline(__always)
  private static func hash(_ key: UInt32) -> Int { Int((key ^ key >> 15) &* 0x9E37_79B1 >> 12) }
}
