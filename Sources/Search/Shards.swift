/// Where a string is looked up: the shard its first two units fall into.
struct Shards: Sendable {
  /// A power of two, so that it seldom changes; a shard answers for about `span` units of text.
  let count: Int
  /// Shards that are made in one go, consecutive ranges of them: so few that their strings are sorted within the
  /// processor's cache, and so many that all workers have some.
  let partitions: Int
  /// Partitions whose places are looked up in one go: all of them, but for a large site.
  private let rounds: [Range<Int>]
  /// A partition is as many shards as two to the power of this.
  private let partitionShift: Int

  private static let span = 900
  private static let fewestPartitions = 8
  private static let mostPartitions = 1_024
  /// Each costs a look at every position.
  private static let mostRounds = 2

  init(units: Int, _ limits: IndexLimits) {
    var count = 1
    while count * Self.span < units { count *= 2 }
    self.count = count
    var partitions = min(count, Self.fewestPartitions)
    while partitions < min(count, Self.mostPartitions), units / partitions > limits.partition { partitions *= 2 }
    self.partitions = partitions
    partitionShift = (count / partitions).trailingZeroBitCount
    let length = units > limits.round ? max(1, partitions / Self.mostRounds) : partitions
    rounds = stride(from: 0, to: partitions, by: length).map { $0..<$0 + length }
  }

  /// Where few shards are made, there are few places.
  func rounds(_ selection: ShardSelection) -> [Range<Int>] {
    selection.count * 8 < count ? [0..<partitions] : rounds
  }

  /// `b` is 0 for a single unit.
  @inline(__always)
  func shard(_ a: UInt16, _ b: UInt16) -> Int {
    var x = UInt32(a) &* 0x9E37_79B1 ^ UInt32(b) &* 0x85EB_CA6B
    x = (x ^ x >> 15) &* 0x2C1B_3C6D
    x ^= x >> 13
    return Int(x) & (count - 1)
  }

  /// `key` is both units, the first in the upper half.
  func shard(key: UInt32) -> Int { shard(UInt16(truncatingIfNeeded: key >> 16), UInt16(truncatingIfNeeded: key)) }

  @inline(__always)
  func partition(of shard: Int) -> Int { shard &>> partitionShift }

  func shards(of partition: Int) -> Range<Int> { partition &<< partitionShift..<(partition + 1) &<< partitionShift }

  private static let digits = Array("0123456789abcdef".utf8)

  static func path(_ shard: Int) -> String { "g/\(shard / 1_024)/\(shard).json" }

  /// The folder and name of files that belong to a string: hexadecimal units, the first two digits as the folder. There
  /// are some eighty of those, for Chinese text, and not one for each character.
  static func path(_ folder: String, _ key: some Collection<UInt16>, suffix: String = "") -> String {
    var path = Array("\(folder)/".utf8)
    for (index, unit) in key.enumerated() {
      if index == 0 {
        for shift in [12, 8] { path.append(digits[Int(unit >> UInt16(shift) & 0xF)]) }
        path.append(UInt8(ascii: "/"))
      }
      for shift in [12, 8, 4, 0] { path.append(digits[Int(unit >> UInt16(shift) & 0xF)]) }
    }
    return String(decoding: path + "\(suffix).json".utf8, as: UTF8.self)
  }
}
