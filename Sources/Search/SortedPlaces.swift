/// Places of two bytes each, grouped by what they belong to, in each group in the order they were found.
struct SortedPlaces: Sendable {
  private(set) var places: [UInt16]
  /// Where each group ends in `places`.
  private var ends: [UInt32]

  /// None yet.
  init() { (places, ends) = ([], []) }

  fileprivate init(_ places: UnsafeBufferPointer<UInt16>, ends: UnsafeBufferPointer<UInt32>) {
    (self.places, self.ends) = (Array(places), Array(ends))
  }

  mutating func reserve(_ count: Int) { places.reserveCapacity(count) }

  /// Adds groups behind these.
  mutating func append(_ others: SortedPlaces) {
    let count = UInt32(places.count)
    places += others.places
    ends += others.ends.lazy.map { $0 + count }
  }

  @inline(__always)
  func range(of group: Int) -> Range<Int> {
    (group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group])
  }

  /// Sorts places by counting. One is used for stretch after stretch, and keeps its memory.
  struct Sorter: ~Copyable {
    /// What is to be sorted: in the upper half the group, in the lower the place.
    private var found = GrowableBuffer<UInt32>()
    private var sorted = GrowableBuffer<UInt16>()
    private var counts = GrowableBuffer<UInt32>()

    /// Makes room for so many, and for one more, as what is no place is written and written over.
    mutating func reserve(_ places: Int) -> UnsafeMutablePointer<UInt32> {
      found.reserve(places + 1)
      return found.start
    }

    /// Sorts the first so many; those of the group `none`, the highest, are left out.
    mutating func sort(_ length: Int, by none: Int) -> SortedPlaces {
      counts.resize(to: none + 1)
      counts.elements.update(repeating: 0)
      sorted.resize(to: length)
      let (found, counts, sorted) = (found.start, counts.start, sorted.start)
      for index in 0..<length { counts[Int(found[index] &>> 16)] &+= 1 }
      var start: UInt32 = 0
      for group in 0...none { (counts[group], start) = (start, start &+ counts[group]) }
      let count = Int(counts[none])
      for index in 0..<length {
        let group = Int(found[index] &>> 16)
        sorted[Int(counts[group])] = UInt16(truncatingIfNeeded: found[index])
        counts[group] &+= 1
      }
      return SortedPlaces(
        UnsafeBufferPointer(start: sorted, count: count), ends: UnsafeBufferPointer(start: counts, count: none))
    }
  }
}
