/// For each position of the corpus the partition of the two units there, and of the first of them alone.
///
/// Two bytes a unit, so that making a partition is a quick look at each position instead of a hash.
struct PartitionPlaces: Sendable {
  /// In the low byte the pair's, in the high byte the unit's where it is the passage's first of its kind.
  private let numbers: [UInt16]
  /// How many pairs and first units each shard answers for.
  let counts: [UInt32]

  /// No partition has this number.
  private static let none: UInt16 = 0xFF

  init(_ corpus: FoldedCorpus, _ shards: Shards) {
    var counts = [UInt32](repeating: 0, count: shards.count)
    var lastPassage = [UInt32](repeating: .max, count: 0x10000)
    numbers = corpus.units.withUnsafeBufferPointer { text in
      [UInt16](unsafeUninitializedCapacity: text.count) { out, count in
        for (index, range) in corpus.ranges.enumerated() {
          for position in range {
            let (unit, next) = (text[position], text[position + 1])
            var number = Self.none << 8 | Self.none
            if unit != Fold.separator {
              if next != Fold.separator {
                let shard = shards.shard(unit, next)
                counts[shard] += 1
                number = Self.none << 8 | UInt16(shards.partition(of: shard))
              }
              if lastPassage[Int(unit)] != UInt32(index) {
                lastPassage[Int(unit)] = UInt32(index)
                let shard = shards.shard(unit, 0)
                counts[shard] += 1
                number = number & 0xFF | UInt16(shards.partition(of: shard)) << 8
              }
            }
            out[position] = number
          }
        }
        count = text.count - FoldedCorpus.padding
      }
    }
    self.counts = counts
  }

  /// The places of one partition in the order of the corpus.
  @inline(__always)
  func forEach(
    of number: UInt8, in corpus: FoldedCorpus,
    _ body: (_ passage: Int, _ position: Int, _ isPair: Bool, _ isFirst: Bool) -> Void
  ) {
    numbers.withUnsafeBufferPointer { numbers in
      for (index, range) in corpus.ranges.enumerated() {
        for position in range {
          let isPair = UInt8(truncatingIfNeeded: numbers[position]) == number
          let isFirst = UInt8(truncatingIfNeeded: numbers[position] >> 8) == number
          if isPair || isFirst { body(index, position, isPair, isFirst) }
        }
      }
    }
  }
}
