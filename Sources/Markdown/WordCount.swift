/// Words as Chinese offices count them.
enum WordCount {
  /// Each Han character or kana is one, each run of letters and digits is one; `3.14`, `1,000` and `e-mail` are one.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        let end = addASCII(of: text, from: index, to: &count)
        if end > index {
          index = startOfRest(text, from: end)
          continue
        }
        index &+= 1
        guard isWordByte(lead) else { continue }
        count &+= 1
        index = endOfWord(text, from: index)
      } else if lead >= 0xE4, lead <= 0xE9, lead > 0xE4 || index + 1 < text.count && text[index + 1] >= 0xB8 {
        // U+4E00 to U+9FFF, most of Chinese text, told by the first bytes of three.
        count &+= 1
        index &+= 3
      } else if isUsualPunctuation(text, index) {
        index &+= 3
      } else {
        index = step(text, index, &count)
      }
    }
    return count
  }

  /// Whether one of “”—…、。《》（），：；, U+FFFD or the like is at `index`, told by its three bytes.
  @inline(__always)
  private static func isUsualPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    let last = text[index + 2]
    switch (text[index], text[index + 1]) {
    case (0xE2, 0x80): return last > 0x99
    case (0xE3, 0x80): return last < 0x85 || 0x88...0x9F ~= last
    case (0xEF, 0xBC): return last < 0x90 || 0x9A...0x9F ~= last
    case (0xEF, 0xBF): return last == 0xBD
    default: return false
    }
  }

  /// Adds the words of the ASCII at `start`, eight bytes at a time, and says how far that went.
  private static func addASCII(of text: UnsafeBufferPointer<UInt8>, from start: Int, to count: inout Int) -> Int {
    guard let base = text.baseAddress else { return start }
    var index = start
    var previous = WordBytes()
    while index + 8 <= text.count, let bytes = WordBytes(at: base + index) {
      count &+= bytes.beginnings(after: previous)
      previous = bytes
      index &+= 8
    }
    return index
  }

  /// Where the word ends that the ASCII before `end` ends in; `end` if it ends in none.
  private static func startOfRest(_ text: UnsafeBufferPointer<UInt8>, from end: Int) -> Int {
    if isWordByte(text[end - 1]) { return endOfWord(text, from: end) }
    let goesOn = isJoiner(UInt32(text[end - 1])) && isWordByte(text[end - 2])
    return goesOn ? max(end, endOfWord(text, from: end - 1)) : end
  }

  /// Counts the character at `index`, or the word that begins there, and gives the place behind it.
  private static func step(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: inout Int) -> Int {
    let (scalar, length) = Scalars.decode(text, at: index)
    if ChineseCharacter.isIdeographOrKana(scalar) {
      count &+= 1
    } else if isWordLetter(scalar) {
      count &+= 1
      return endOfWord(text, from: index + length)
    }
    return index + length
  }

  /// Where the word that goes on at `start` ends; a joiner belongs to it only when the word goes on behind.
  private static func endOfWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      if isWordByte(text[index]) {
        index += 1
        continue
      }
      if isUsualPunctuation(text, index) { break }
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
