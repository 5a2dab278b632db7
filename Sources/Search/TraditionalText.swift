/// Which characters the traditional table changes.
enum TraditionalText {
  private static let characters: [Bool] = {
    var characters = [Bool](repeating: false, count: 0x10000)
    let pairs = TraditionalPairs.text.utf16.filter { $0 > 0x20 }
    for i in stride(from: 0, to: pairs.count - 1, by: 2) { characters[Int(pairs[i])] = true }
    return characters
  }()

  /// Whether a UTF-8 text holds one of them. All lie in the BMP's Han block: three bytes, the first E4 to E9.
  static func isNeeded(toFold text: some Collection<UInt8>) -> Bool {
    var window: UInt32 = 0
    for byte in text {
      window = window << 8 | UInt32(byte)
      let lead = window >> 16 & 0xFF
      guard lead >= 0xE4, lead <= 0xE9 else { continue }
      if characters[Int((lead & 0x0F) << 12 | (window >> 8 & 0x3F) << 6 | window & 0x3F)] { return true }
    }
    return false
  }
}
