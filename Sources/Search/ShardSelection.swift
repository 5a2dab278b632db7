/// The shards whose files are made.
struct ShardSelection: Sendable {
  private var words: [UInt64]
  private(set) var count: Int

  /// - Parameter all: of so many shards.
  init(all shards: Int) {
    words = [UInt64](repeating: .max, count: (shards + 63) / 64)
    count = shards
  }

  init(noneOf shards: Int) {
    words = [UInt64](repeating: 0, count: (shards + 63) / 64)
    count = 0
  }

  @inline(__always)
  func contains(_ shard: Int) -> Bool { words[shard &>> 6] &>> UInt64(shard & 63) & 1 != 0 }

  func hasAny(of shards: Range<Int>) -> Bool { shards.contains(where: contains) }

  mutating func insert(_ shard: Int) {
    if contains(shard) { return }
    words[shard >> 6] |= 1 << UInt64(shard & 63)
    count += 1
  }
}
