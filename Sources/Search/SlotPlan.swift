/// Ids that stay when entries come and go: each calendar month owns a block with room to spare, and an entry's place
/// within it follows from its key alone.
///
/// Ids ordered by month make newest-first and year filters ranges of ids. A back-dated entry takes a free slot of its
/// month and moves about one neighbour; numbering by date would renumber everything after it.
struct SlotPlan {
  struct Month {
    /// `YYYY-MM`, or empty for entries without a date.
    let name: String
    let slots: Range<Int>
  }

  private(set) var months: [Month] = []
  /// For each entry, in the order given, its id.
  private(set) var ids: [Int]
  /// All slots, rounded up so that it seldom changes: the universe of the posting lists.
  let universe: Int

  init(_ entries: [SearchEntry]) {
    ids = Array(repeating: 0, count: entries.count)
    let names = entries.map { String($0.date.prefix(7)) }
    let order = entries.indices.sorted { (names[$0], entries[$0].key, $0) < (names[$1], entries[$1].key, $1) }
    var start = 0
    var rest = order[...]
    while let first = rest.first {
      let block = rest.prefix { names[$0] == names[first] }
      rest = rest.dropFirst(block.count)
      let capacity = Self.roomy(block.count)
      for (entry, slot) in Self.place(Array(block), entries, capacity) { ids[entry] = start + slot }
      months.append(Month(name: names[first], slots: start..<start + capacity))
      start += capacity
    }
    universe = Self.rounded(start)
  }

  /// A sixth more than `count`, rounded up.
  private static func roomy(_ count: Int) -> Int { rounded(count + (count + 5) / 6) }

  /// The next of steps that grow by an eighth.
  private static func rounded(_ count: Int) -> Int {
    var capacity = 2
    while capacity < count { capacity = max(capacity + 1, capacity * 9 / 8) }
    return capacity
  }

  /// Deferred acceptance: each entry asks its slots in its own order, a slot keeps the applicant with the lowest hash.
  /// The outcome does not depend on the order of asking, and one more entry moves few others.
  private static func place(_ block: [Int], _ entries: [SearchEntry], _ capacity: Int) -> [(Int, Int)] {
    let hashes = block.map { hash(entries[$0].key) }
    var holders = [Int?](repeating: nil, count: capacity)
    var asked = [Int](repeating: 0, count: block.count)
    for newcomer in block.indices {
      var applicant = newcomer
      while true {
        let slot = wish(asked[applicant], hashes[applicant], capacity)
        asked[applicant] += 1
        guard let holder = holders[slot] else {
          holders[slot] = applicant
          break
        }
        if (hashes[applicant], applicant) < (hashes[holder], holder) {
          holders[slot] = applicant
          applicant = holder
        }
      }
    }
    return holders.enumerated().compactMap { slot, holder in holder.map { (block[$0], slot) } }
  }

  /// Sixty-four random slots, then all of them in a row, so that the search ends.
  private static func wish(_ attempt: Int, _ hash: UInt64, _ capacity: Int) -> Int {
    attempt < 64
      ? Int(mix(hash &+ UInt64(attempt)) % UInt64(capacity))
      : (Int(hash % UInt64(capacity)) + attempt) % capacity
  }

  private static func hash(_ key: String) -> UInt64 {
    mix(key.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  /// SplitMix64's finisher.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
