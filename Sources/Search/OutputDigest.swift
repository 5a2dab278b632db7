import Synchronization

/// One number that changes when any file does, whatever the order they are written in.
///
/// Readers add it to the addresses they fetch, so that a cached file of an older build is never mixed with new ones.
final class OutputDigest: Sendable {
  private let sum = Mutex<UInt64>(0)

  var value: UInt64 { sum.withLock { $0 } }

  func add(_ path: String, _ bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    sum.withLock { $0 &+= hash }
  }
}
