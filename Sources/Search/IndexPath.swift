/// What a file of the index follows from, as its path tells.
enum IndexPath: Equatable {
  /// Of the strings of one shard: the shard, pages and complete lists.
  case shard(Int)
  /// Of one entry: its result texts.
  case entry(Int)
  /// Of many entries together.
  case other

  /// - Parameter path: below `search/`, in UTF-8.
  init(_ path: some Collection<UInt8>, _ shards: Shards) {
    let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    self = .other
    guard parts.count == 3, parts[0].count == 1, let folder = parts[0].first else { return }
    switch folder {
    case UInt8(ascii: "g"): if let number = Self.decimal(parts[2]) { self = .shard(number) }
    case UInt8(ascii: "f"): if let number = Self.decimal(parts[2]) { self = .entry(number) }
    case UInt8(ascii: "l"), UInt8(ascii: "p"):
      if let unit = Self.unit(parts[1]) { self = .shard(shards.shard(unit, Self.unit(parts[2]) ?? 0)) }
    default: break
    }
  }

  /// The number that a name begins with.
  private static func decimal(_ name: some Collection<UInt8>) -> Int? {
    let digits = name.prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty || digits.count > 12 ? nil : digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// The unit that a name begins with, in four hexadecimal digits.
  private static func unit(_ name: some Collection<UInt8>) -> UInt16? {
    var unit: UInt16 = 0
    let digits = name.prefix(4)
    for digit in digits {
      switch digit {
      case 0x30...0x39: unit = unit << 4 | UInt16(digit & 0xF)
      case 0x61...0x66: unit = unit << 4 | UInt16(digit - 0x61 + 10)
      default: return nil
      }
    }
    return digits.count == 4 ? unit : nil
  }
}
