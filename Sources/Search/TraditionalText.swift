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
    text.withContiguousStorageIfAvailable(isNeeded) ?? Array(text).withUnsafeBufferPointer(isNeeded)
  }

  private static func isNeeded(toFold text: UnsafeBufferPointer<UInt8>) -> Bool {
    characters.withUnsafeBufferPointer { characters in
      var offset = 0
      while offset + 2 < text.count {
        guard text[offset] & 0xF0 == 0xE0 else {
          offset += 1
          continue
        }
        let high = Int(text[offset] & 0x0F) << 12 | Int(text[offset + 1] & 0x3F) << 6
        if characters[high | Int(text[offset + 2] & 0x3F)] { return true }
        offset += 3
      }
      return false
    }
  }
}
