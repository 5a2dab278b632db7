/// What stands around a place in a text.
extension ByteText {
  /// Spaces and marks that may part the groups of one number; `nil` where none begins.
  func separator(at position: Int) -> (kind: Separator, width: Int)? {
    switch self[position] {
    case 0x20: (.space, 1)
    case 0x2D: (.hyphen, 1)
    case 0xC2 where self[position + 1] == 0xA0: (.space, 2)
    case 0xE2: wideSeparator(at: position)
    case 0xE3 where has("\u{3000}", at: position): (.space, 3)
    case 0xEF where has("－", at: position): (.hyphen, 3)
    default: nil
    }
  }

  enum Separator { case space, hyphen }

  /// U+2000 to U+200B are spaces, U+2010 to U+2015 and U+2212 are hyphens and dashes.
  private func wideSeparator(at position: Int) -> (kind: Separator, width: Int)? {
    switch (self[position + 1], self[position + 2]) {
    case (0x80, 0x80...0x8B): (.space, 3)
    case (0x80, 0x90...0x95), (0x88, 0x92): (.hyphen, 3)
    default: nil
    }
  }

  /// The value and width of the ASCII or full-width digit that begins at `position`.
  @inline(__always)
  func digit(at position: Int) -> (value: UInt8, width: Int)? {
    let byte = self[position]
    if byte &- 0x30 < 10 { return (byte &- 0x30, 1) }
    guard byte == 0xEF, self[position + 1] == 0xBC, self[position + 2] &- 0x90 < 10 else { return nil }
    return (self[position + 2] &- 0x90, 3)
  }

  func isASCIILetter(at position: Int) -> Bool {
    (self[position] | 0x20) &- 0x61 < 26
  }

  /// Past the spaces that begin at `position`.
  func skippingSpaces(from position: Int) -> Int {
    var position = position
    while let separator = separator(at: position), separator.kind == .space { position += separator.width }
    return position
  }

  /// Before the spaces that end at `position`.
  func skippingSpaces(before position: Int) -> Int {
    var position = position
    while position > 0 {
      let start = characterStart(before: position)
      guard let separator = separator(at: start), separator.kind == .space, start + separator.width == position
      else { break }
      position = start
    }
    return position
  }

  /// The start of the line `position` is on, looking back at most `reach` bytes.
  func lineStart(before position: Int, reach: Int) -> Int {
    var start = position
    let limit = max(0, position - reach)
    while start > limit, self[start - 1] != 0x0A { start -= 1 }
    // The reach may end inside a character.
    while start < position, self[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  /// Whether one of `words` labels what begins at `position`: only spaces, a colon, a table border or a few
  /// characters such as 为 stand between.
  func isLabelled(_ words: [StaticString], at position: Int) -> Bool {
    var end = position
    for _ in 0..<6 {
      if hasAny(of: words, before: end) { return true }
      let start = characterStart(before: end)
      let isLink = hasAny(of: ["：", ":", "|", "为", "是", "（", "(", "号", "\"", "\t", ","], at: start)
      guard end > 0, isLink || separator(at: start)?.kind == .space else { return false }
      end = start
    }
    return false
  }

  /// Whether one of `words` stands on the same line within `reach` bytes before `position`.
  func hasLabel(_ words: WordList, before position: Int, reach: Int = 60) -> Bool {
    words.occurs(in: self, within: lineStart(before: position, reach: reach)..<position)
  }
}
