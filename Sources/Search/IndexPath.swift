import Bytes

/// What a file of the index follows from, as its path tells.
enum IndexPath: Equatable {
  /// Of the strings of one shard: the shard, pages and complete lists.
  case shard(Int)
  /// Of one entry: its result texts.
  case entry(Int)
  /// Of many entries together.
  case other

  init(_ path: String, _ shards: Shards) {
    self = path.withBytes { IndexPath(UnsafeRawBufferPointer($0), shards) }
  }

  /// - Parameter path: below `search/`, in UTF-8.
  init(_ path: UnsafeRawBufferPointer, _ shards: Shards) {
    self = .other
    guard path.count > 2, path[1] == UInt8(ascii: "/") else { return }
    // Below a folder of one letter is another one.
    guard let end = path[2...].firstIndex(of: UInt8(ascii: "/")) else { return }
    switch path[0] {
    case UInt8(ascii: "g"): if let number = Self.decimal(path[(end + 1)...]) { self = .shard(number) }
    case UInt8(ascii: "f"): if let number = Self.decimal(path[(end + 1)...]) { self = .entry(number) }
    case UInt8(ascii: "l"), UInt8(ascii: "p"):
      let name = path[(end + 1)...]
      guard let unit = Self.unit(name) else { return }
      self = .shard(shards.shard(unit, Self.unit(name.dropFirst(4)) ?? 0))
    default: break
    }
  }

  /// The number that a name begins with.
  private static func decimal(_ name: Slice<UnsafeRawBufferPointer>) -> Int? {
    var number: Int?
    for digit in name {
      guard (0x30...0x39).contains(digit), (number ?? 0) < 1 << 40 else { break }
      number = (number ?? 0) * 10 + Int(digit & 0xF)
    }
    return number
  }

  /// The unit that a name begins with, in four hexadecimal digits.
  private static func unit(_ name: Slice<UnsafeRawBufferPointer>) -> UInt16? {
    guard name.count >= 4 else { return nil }
    var unit: UInt16 = 0
    for digit in name.prefix(4) {
      switch digit {
      case 0x30...0x39: unit = unit << 4 | UInt16(digit & 0xF)
      case 0x61...0x66: unit = unit << 4 | UInt16(digit - 0x61 + 10)
      default: return nil
      }
    }
    return unit
  }
}
