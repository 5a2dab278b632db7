/// The suffixes whose first two units fall into one range of shards, and the first places of single units, by shard.
///
/// Within a shard they are in the order of the corpus.
struct Partition {
  let firstShard: Int
  /// Both units of each suffix; the second is 0 where it stands for a single unit.
  private(set) var keys: [UInt32]
  private(set) var suffixes: [Suffix]
  /// Where each shard begins in both, and where the last one ends.
  private let starts: [Int]

  init(_ number: Int, corpus: FoldedCorpus, places: PartitionPlaces, shards: Shards) {
    let span = shards.count / shards.partitions
    firstShard = number * span
    var starts = [0]
    for count in places.counts[firstShard..<firstShard + span] { starts.append(starts[starts.count - 1] + Int(count)) }
    let count = starts[span]
    var keys = [UInt32](repeating: 0, count: count)
    var suffixes = [Suffix](repeating: Suffix(), count: count)
    var next = starts
    let first = firstShard
    corpus.units.withUnsafeBufferPointer { text in
      keys.withUnsafeMutableBufferPointer { keys in
        suffixes.withUnsafeMutableBufferPointer { suffixes in
          next.withUnsafeMutableBufferPointer { next in
            places.forEach(of: number, in: corpus) { place in
              let position = place.position
              let posting = PostingCoder.Posting(
                passage: place.passage, corpus.passages[place.passage].field(at: position))
              let suffix = Suffix(next: Suffix.next(text, position), position: UInt32(position), posting: posting)
              func append(_ second: UInt16) {
                let shard = shards.shard(text[position], second) - first
                keys[next[shard]] = UInt32(text[position]) << 16 | UInt32(second)
                suffixes[next[shard]] = suffix
                next[shard] += 1
              }
              if place.isPair { append(text[position + 1]) }
              if place.isFirst { append(0) }
            }
          }
        }
      }
    }
    self.keys = keys
    self.suffixes = suffixes
    self.starts = starts
  }

  var shards: Range<Int> { firstShard..<firstShard + starts.count - 1 }

  func range(of shard: Int) -> Range<Int> { starts[shard - firstShard]..<starts[shard - firstShard + 1] }
}
