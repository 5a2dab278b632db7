/// A ZIP archive of one uncompressed file, as an office document is packed.
struct StoredArchive {
  let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    let (name, contents) = (Array(name.utf8), Array(text.utf8))
    let fields =
      Self.number(20, 2) + Self.number(0, 8) + Self.number(Self.checksum(contents), 4)
      + Self.number(contents.count, 4) + Self.number(contents.count, 4) + Self.number(name.count, 2)
      + Self.number(0, 2)
    let file = Self.number(0x0403_4B50, 4) + fields + name + contents
    let directory = Self.number(0x0201_4B50, 4) + Self.number(20, 2) + fields + Self.number(0, 14) + name
    bytes =
      file + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(1, 2) + Self.number(1, 2)
      + Self.number(directory.count, 4) + Self.number(file.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 of ISO 3309, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
