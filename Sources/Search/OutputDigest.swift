import Synchronization

/// One number that changes when any file does, whatever the order they are written in.
///
/// Readers add it to the addresses they fetch, so that a cached file of an older build is never mixed with new ones.
final class OutputDigest: Sendable {
  private let sum = Mutex<UInt64>(0)

  var value: UInt64 { sum.withLock { $0 } }

  func add(_ path: String, _ bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = Self.mix(hash, UInt64(byte)) }
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for i in 0..<words { hash = Self.mix(hash, bytes.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)) }
      for byte in bytes[(words * 8)...] { hash = Self.mix(hash, UInt64(byte)) }
    }
    sum.withLock { $0 &+= hash }
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
