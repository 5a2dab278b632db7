import Synchronization

/// What files add to one number that changes when any file does, whatever the order they are written in.
///
/// Readers add the number to the addresses they fetch, so that a cached file of an older build is never mixed with new
/// ones. It is a sum, so that what files that stand as they were add to it can be kept.
final class OutputDigest: Sendable {
  private let sums: Mutex<(shards: [UInt64], others: UInt64)>

  /// - Parameter shards: what the files of each shard add that are not made.
  init(shards: [UInt64]) { sums = Mutex((shards, 0)) }

  /// By shard.
  var shards: [UInt64] { sums.withLock { $0.shards } }

  var total: UInt64 { sums.withLock { $0.shards.reduce($0.others, &+) } }

  func add(_ digest: UInt64, of path: IndexPath) {
    sums.withLock { sums in
      if case .shard(let shard) = path { sums.shards[shard] &+= digest } else { sums.others &+= digest }
    }
  }

  static func digest(_ path: String, _ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = mix(hash, UInt64(byte)) }
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for i in 0..<words { hash = mix(hash, bytes.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)) }
      for byte in bytes[(words * 8)...] { hash = mix(hash, UInt64(byte)) }
    }
    return hash
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
