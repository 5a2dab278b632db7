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

/// Words as Chinese offices count them.
enum WordCount {
  /// Each Han character or kana is one, each run of letters and digits is one; `3.14`, `1,000` and `e-mail` are one.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    var isInWord = false
    while index < text.count {
      // U+4E00 to U+9FFF, most of Chinese text, told by the first bytes of three.
      let lead = text[index]
      if lead >= 0xE4, lead <= 0xE9, lead > 0xE4 || index + 1 < text.count && text[index + 1] >= 0xB8 {
        count += 1
        index += 3
        isInWord = false
        continue
      }
      if lead < 0x80, !isWordByte(lead), !isInWord {
        index += 1
        continue
      }
      let (scalar, length) = Scalars.decode(text, at: index)
      index += length
      if ChineseCharacter.isIdeographOrKana(scalar) {
        count += 1
        isInWord = false
      } else if isWordLetter(scalar) {
        if !isInWord { count += 1 }
        isInWord = true
      } else if isInWord, isJoiner(scalar), index < text.count {
        isInWord = isWordLetter(Scalars.decode(text, at: index).value)
      } else {
        isInWord = false
      }
    }
    return count
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private static func isWordLetter(_ c: UInt32) -> Bool {
    switch c {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x1FFF, 0x2C00...0x2DFF: true
    case 0xA4D0...0xABFF, 0xAC00...0xD7A3, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// `.`, `,`, `'`, `-`, `_`, `’` and `@` between letters or digits.
  private static func isJoiner(_ c: UInt32) -> Bool {
    switch c {
    case 0x2E, 0x2C, 0x27, 0x2D, 0x5F, 0x2019, 0x40: true
    default: false
    }
  }
}
