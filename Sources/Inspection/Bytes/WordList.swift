/// Chinese words to look for, with a filter that passes over most characters without comparing.
struct WordList: ExpressibleByArrayLiteral, Sendable {
  private let words: [StaticString]
  /// The low six bits of the second and third bytes that the words begin with, as sets.
  private let seconds: UInt64
  private let thirds: UInt64

  /// Every word begins with a character of three bytes.
  init(arrayLiteral words: StaticString...) {
    self.words = words
    seconds = words.reduce(0) { $0 | 1 << UInt64($1.utf8Start[1] & 63) }
    thirds = words.reduce(0) { $0 | 1 << UInt64($1.utf8Start[2] & 63) }
  }

  @inline(__always)
  func begins(in text: ByteText, at position: Int) -> Bool {
    guard seconds >> UInt64(text[position + 1] & 63) & 1 == 1, thirds >> UInt64(text[position + 2] & 63) & 1 == 1 else {
      return false
    }
    return text.hasAny(of: words, at: position)
  }

  /// Whether one of the words stands wholly within `range`, which begins between two characters.
  func occurs(in text: ByteText, within range: Range<Int>) -> Bool {
    var position = max(range.lowerBound, 0)
    while position < range.upperBound {
      if begins(in: text, at: position),
        words.contains(where: { text.has($0, at: position) && position + $0.utf8CodeUnitCount <= range.upperBound })
      {
        return true
      }
      position = text.characterEnd(after: position)
    }
    return false
  }
}
