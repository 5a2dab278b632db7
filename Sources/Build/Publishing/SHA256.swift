import CSHA256

/// SHA-256 (FIPS 180-4), for the manifest: with the processor's instructions where it has them.
struct SHA256 {
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private let usesInstructions: Bool
  /// Bytes added that are no whole block yet.
  private var rest: [UInt8] = []
  private var count = 0

  /// - Parameter usesInstructions: whether the processor's instructions may be used.
  init(usesInstructions: Bool = Self.hasInstructions) {
    self.usesInstructions = usesInstructions && Self.hasInstructions
  }

  static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    return bytes.withUnsafeBufferPointer { hash.finish($0, count: bytes.count) }
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    count += bytes.count
    var start = 0
    if !rest.isEmpty {
      start = min(64 - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == 64 else { return }
      rest.withUnsafeBufferPointer { addBlocks($0) }
    }
    let end = start + (bytes.count - start) / 64 * 64
    addBlocks(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    rest = Array(bytes[end...])
  }

  /// Of all bytes added.
  var digest: SHA256Digest {
    var hash = self
    return rest.withUnsafeBufferPointer { hash.finish($0, count: count) }
  }

  /// Adds the last bytes and what says how many there were in all.
  private mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> SHA256Digest {
    let whole = bytes.count & ~63
    addBlocks(UnsafeBufferPointer(rebasing: bytes[..<whole]))
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { tail in
      tail.initialize(repeating: 0)
      _ = tail.update(fromContentsOf: bytes[whole...])
      let rest = bytes.count - whole
      tail[rest] = 0x80
      let end = rest < 56 ? 64 : 128
      let bits = UInt64(count) * 8
      for index in 1...8 { tail[end - index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * (index - 1))) }
      addBlocks(UnsafeBufferPointer(rebasing: tail[..<end]))
      return SHA256Digest(state)
    }
  }

  /// The digest in lower-case hexadecimal.
  static func hexadecimal(_ bytes: [UInt8]) -> String { digest(of: bytes).description }

  static let hasInstructions = sha256_has_instructions()

  /// - Parameter blocks: a multiple of 64 bytes.
  private mutating func addBlocks(_ blocks: UnsafeBufferPointer<UInt8>) {
    if usesInstructions {
      sha256_add_blocks(&state, blocks.baseAddress, blocks.count / 64, Self.constants)
    } else {
      for start in stride(from: 0, to: blocks.count, by: 64) {
        addBlock(UnsafeBufferPointer(rebasing: blocks[start..<start + 64]))
      }
    }
  }

  private mutating func addBlock(_ block: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for i in 0..<16 {
        let at = i * 4
        w[i] =
          UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16 | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
      }
      for i in 16..<64 {
        let (x, y) = (w[i - 15], w[i - 2])
        let small = rotate(x, 7) ^ rotate(x, 18) ^ (x >> 3)
        let large = rotate(y, 17) ^ rotate(y, 19) ^ (y >> 10)
        w[i] = w[i - 16] &+ small &+ w[i - 7] &+ large
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      Self.constants.withUnsafeBufferPointer { k in
        for i in 0..<64 {
          let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ ((e & f) ^ (~e & g)) &+ k[i] &+ w[i]
          let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
          (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
      }
      for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
    }
  }

  @inline(__always) private func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
}
