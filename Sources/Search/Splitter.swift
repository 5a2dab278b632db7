/// Sorts suffixes by one unit, keeping the order of equals.
struct Splitter: ~Copyable {
  /// Suffixes that agree in the unit.
  struct Part {
    let unit: UInt16
    let count: Int32
  }

  /// A stack: the parts of what was split last are at the end, in the order of their units.
  private(set) var parts = GrowableBuffer<Part>()
  /// By unit: how many there are, then where the next one goes; 0 between splits.
  private var places = GrowableBuffer<Int32>()
  /// The units there are, in the order they come, and one more.
  private var found = GrowableBuffer<UInt16>()
  /// The same, to be sorted: a bit each, and a bit for each word of those that has any; 0 between splits.
  private var seen = GrowableBuffer<UInt64>()
  private var seenWords = GrowableBuffer<UInt64>()

  init() {
    places.resize(to: 1 << 16)
    places.elements.update(repeating: 0)
    found.resize(to: (1 << 16) + 1)
    seen.resize(to: 1 << 10)
    seen.elements.update(repeating: 0)
    seenWords.resize(to: 1 << 4)
    seenWords.elements.update(repeating: 0)
  }

  /// Puts the suffixes into `target`, sorted by the unit at `depth`, and their parts on the stack.
  mutating func split(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, into target: UnsafeMutableBufferPointer<Suffix>, depth: Int
  ) {
    let (places, found) = (places.start, found.start)
    var count = 0
    for suffix in suffixes {
      let unit = suffix.unit(depth)
      found[count] = unit
      count &+= places[Int(unit)] == 0 ? 1 : 0
      places[Int(unit)] &+= 1
    }
    let first = parts.count
    layOut(UnsafeBufferPointer(start: found, count: count))
    for suffix in suffixes {
      let unit = Int(suffix.unit(depth))
      target[Int(places[unit])] = suffix
      places[unit] &+= 1
    }
    for index in first..<parts.count { places[Int(parts[index].unit)] = 0 }
  }

  /// Puts the units on the stack in their order, and for each where its first suffix goes.
  private mutating func layOut(_ units: UnsafeBufferPointer<UInt16>) {
    for unit in units {
      seen[Int(unit &>> 6)] |= 1 &<< UInt64(unit & 63)
      seenWords[Int(unit &>> 12)] |= 1 &<< UInt64(unit &>> 6 & 63)
    }
    var start: Int32 = 0
    for high in 0..<seenWords.count {
      var words = seenWords[high]
      seenWords[high] = 0
      while words != 0 {
        let word = high &<< 6 | words.trailingZeroBitCount
        words &= words &- 1
        var units = seen[word]
        seen[word] = 0
        while units != 0 {
          let unit = word &<< 6 | units.trailingZeroBitCount
          units &= units &- 1
          let count = places[unit]
          parts.append(Part(unit: UInt16(truncatingIfNeeded: unit), count: count))
          places[unit] = start
          start &+= count
        }
      }
    }
  }

  mutating func removeParts(from index: Int) { parts.truncate(to: index) }
}
