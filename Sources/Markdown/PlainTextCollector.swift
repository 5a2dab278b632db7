import Bytes

/// What a reader reads, one line a block; and from it the summary and the word count.
struct PlainTextCollector: ~Copyable {
  private(set) var text = ByteBuffer(capacity: 8 * 1024)
  /// The start of the paragraphs' text, as much as a summary can use.
  private var opening = ByteBuffer()
  private var blockStart = 0

  /// Begins anew for a source of so many bytes.
  mutating func begin(for sourceCount: Int) {
    text.removeAll()
    text.reserve(sourceCount)
    opening.removeAll()
    blockStart = 0
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { text.append(piece) }

  /// A line break in the text.
  mutating func appendSpace() { text.append(UInt8(ascii: " ")) }

  /// Ends a paragraph, heading, code block or cell. Empty ones leave no line.
  mutating func endBlock(isParagraph: Bool = false) {
    while text.count > blockStart, text.last == UInt8(ascii: " ") || text.last == UInt8(ascii: "\n") {
      text.truncate(to: text.count - 1)
    }
    guard text.count > blockStart else { return }
    if isParagraph, opening.count < Summary.maximumCharacters * 4 {
      opening.append(text.start + blockStart, min(text.count - blockStart, Summary.maximumCharacters * 4))
    }
    text.append(UInt8(ascii: "\n"))
    blockStart = text.count
  }

  var bytes: UnsafeBufferPointer<UInt8> { text.bytes }
  var summary: String { Summary.of(opening.bytes) }
  var wordCount: Int { WordCount.of(text.bytes) }
}
