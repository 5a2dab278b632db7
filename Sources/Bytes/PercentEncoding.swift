/// Addresses as they are written: `%E6%96%87` stands for three bytes (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// The bytes that encoded ones stand for.
  ///
  /// - Parameter keepsMalformed: whether a `%` without two digits stays as it is.
  /// - Returns: `nil` where there is one that may not stay.
  public static func decoded(_ bytes: some Collection<UInt8>, keepsMalformed: Bool = false) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      let digits = byte == UInt8(ascii: "%") ? rest.prefix(2).compactMap(digit) : []
      if digits.count == 2 {
        decoded.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else if byte == UInt8(ascii: "%"), !keepsMalformed {
        return nil
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
