/// The first sentences of a text.
enum Summary {
  static let maximumCharacters = 100

  /// As many whole sentences as fit; if not even the first fits, it is cut after the last comma that fits, or, when
  /// there is none, at the limit, and ends in an ellipsis.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var index = 0
    var characters = 0
    var lastSentence = 0
    var lastPause = 0
    while index < text.count {
      let (scalar, length) = Scalars.decode(text, at: index)
      guard characters < maximumCharacters else { break }
      index += length
      characters += 1
      switch scalar {
      case 0x3002, 0xFF01, 0xFF1F: lastSentence = index
      // A quotation or bracket closed after the full stop belongs to the sentence.
      case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09: if lastSentence == index - length { lastSentence = index }
      case 0xFF0C, 0xFF1B, 0xFF1A, 0x3001: if characters < maximumCharacters { lastPause = index - length }
      default: break
      }
    }
    if index == text.count { return string(text[..<index]) }
    if lastSentence > 0 { return string(text[..<lastSentence]) }
    if lastPause > 0 { return string(text[..<lastPause]) + "…" }
    let (_, length) = Scalars.decode(text, before: index)
    return string(text[..<(index - length)]) + "…"
  }

  private static func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
