/// Finds the shards that a change of some entries may change: those of every string one of whose places came, went,
/// changed its field or passage, or is continued in another way.
struct ChangedShards {
  private(set) var selection: ShardSelection
  private let shards: Shards

  init(_ shards: Shards) {
    self.shards = shards
    selection = ShardSelection(noneOf: shards.count)
  }

  /// - Parameters:
  ///   - before: what was in the corpus under an id; `nil` where there was nothing.
  ///   - after: what is there now.
  mutating func add(before: EntryText?, after: EntryText?) {
    guard let before, let after else {
      if let whole = before ?? after { add(whole, 0..<whole.units.count) }
      return
    }
    // A title's class is told with its places only.
    if before.titleClass != after.titleClass {
      for text in [before, after] { add(text, 0..<text.titleEnd) }
    }
    let prefix = before.sharedPrefix(with: after)
    let suffix = before.sharedSuffix(with: after, after: prefix)
    if prefix + suffix == before.units.count, prefix + suffix == after.units.count { return }
    for text in [before, after] { add(text, prefix..<text.units.count - suffix) }
  }

  /// The strings that begin in a range, or are continued into it.
  private mutating func add(_ text: EntryText, _ range: Range<Int>) {
    for position in range { add(text.units[position], 0) }
    for position in max(0, range.lowerBound - StringTree.longest)..<min(range.upperBound, text.units.count - 1) {
      add(text.units[position], text.units[position + 1])
    }
  }

  /// A pair of units; the second is 0 for a single one.
  private mutating func add(_ unit: UInt16, _ next: UInt16) {
    if unit == Fold.separator || next == Fold.separator { return }
    selection.insert(shards.shard(unit, next))
  }
}
