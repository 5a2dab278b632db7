/// Numbers as laws and headings write them: 三, 十二, 一百零五, 12, １２.
enum ChineseNumber {
  /// The number at the start of `text`, and its length in bytes.
  static func parse(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (value: Int, length: Int)? {
    var index = start
    var (total, digit) = (0, 0)
    var isPositional = true
    while index < text.count {
      let (scalar, length) = Scalars.decode(text, at: index)
      if let value = digitValue(scalar) {
        // 二〇一七 is written digit by digit, 一百零五 with units.
        digit = isPositional ? digit * 10 + value : value
      } else if let unit = unitValue(scalar) {
        total += max(digit, 1) * unit
        digit = 0
        isPositional = false
      } else {
        break
      }
      index += length
      guard total + digit < 100_000 else { return nil }
    }
    return index > start ? (total + digit, index - start) : nil
  }

  private static func digitValue(_ c: UInt32) -> Int? {
    switch c {
    case 0x30...0x39: Int(c) - 0x30
    case 0xFF10...0xFF19: Int(c) - 0xFF10
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func unitValue(_ c: UInt32) -> Int? {
    switch c {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    default: nil
    }
  }
}
