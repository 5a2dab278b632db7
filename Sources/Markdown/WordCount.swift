/// Words as Chinese offices count them.
enum WordCount {
  /// Each Han character or kana is one, each run of letters and digits is one; `3.14`, `1,000` and `e-mail` are one.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        index &+= 1
        guard isWordByte(lead) else { continue }
        count &+= 1
        index = endOfWord(text, from: index)
        continue
      }
      // U+4E00 to U+9FFF, most of Chinese text, told by the first bytes of three.
      if lead >= 0xE4, lead <= 0xE9, lead > 0xE4 || index + 1 < text.count && text[index + 1] >= 0xB8 {
        count &+= 1
        index &+= 3
        continue
      }
      let (scalar, length) = Scalars.decode(text, at: index)
      if ChineseCharacter.isIdeographOrKana(scalar) {
        count &+= 1
        index &+= length
      } else if isWordLetter(scalar) {
        count &+= 1
        index = endOfWord(text, from: index)
      } else {
        index &+= length
      }
    }
    return count
  }

  /// Where the word that goes on at `start` ends; a joiner belongs to it only when the word goes on behind.
  private static func endOfWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      if isWordByte(text[index]) {
        index += 1
        continue
      }
      let (scalar, length) = Scalars.decode(text, at: index)
      if !isWordLetter(scalar) {
        let next = index + length
        guard isJoiner(scalar), next < text.count, isWordLetter(Scalars.decode(text, at: next).value) else { break }
      }
      index += length
    }
    return index
  }

  /// Which of the ASCII characters below 64 are digits, and which of those above are letters, a bit each.
  private static let digits: UInt64 = 0x03FF_0000_0000_0000
  private static let letters: UInt64 = 0x07FF_FFFE_07FF_FFFE

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    let members: UInt64 = byte < 0x40 ? digits : byte < 0x80 ? letters : 0
    return members >> UInt64(byte & 0x3F) & 1 != 0
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
