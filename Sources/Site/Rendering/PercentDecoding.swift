extension StringProtocol {
  /// With the bytes that `%E6%96%87` and the like stand for (RFC 3986, section 2.1); a `%` without two digits stays.
  var percentDecoded: String {
    guard contains("%") else { return String(self) }
    let bytes = Array(utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if bytes[index] == UInt8(ascii: "%"), digits.count == 2 {
        decoded.append(UInt8(digits[0] << 4 | digits[1]))
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
