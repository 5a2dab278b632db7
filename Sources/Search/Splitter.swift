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
  private var seen = GrowableBuffer<UInt16>()

  init() {
    places.resize(to: 0x10000)
    places.elements.update(repeating: 0)
  }

  /// Puts the suffixes into `target`, sorted by the unit at `depth`, and their parts on the stack.
  mutating func split(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, into target: UnsafeMutableBufferPointer<Suffix>, depth: Int,
    _ text: UnsafeBufferPointer<UInt16>
  ) {
    seen.removeAll()
    for suffix in suffixes {
      let unit = suffix.unit(depth, text)
      if places[Int(unit)] == 0 { seen.append(unit) }
      places[Int(unit)] += 1
    }
    var units = seen.elements
    units.sort()
    var start: Int32 = 0
    for unit in units {
      let count = places[Int(unit)]
      parts.append(Part(unit: unit, count: count))
      places[Int(unit)] = start
      start += count
    }
    for suffix in suffixes {
      let unit = Int(suffix.unit(depth, text))
      target[Int(places[unit])] = suffix
      places[unit] += 1
    }
    for unit in units { places[Int(unit)] = 0 }
  }

  mutating func removeParts(from index: Int) { parts.truncate(to: index) }
}
