import Bytes

/// Text without a sign that means anything to Markdown: paragraphs of one line each and `#` headings, as seven in ten
/// texts of laws are.
///
/// It declines whatever could be more. What it does read, it reads exactly as libcmark does, without building a tree.
struct PlainProse {
  /// A heading or a paragraph.
  struct Block {
    /// 0 for a paragraph.
    let headingLevel: Int
    let line: Range<Int>
    /// What stands on the line, a heading's signs excepted.
    let text: UnsafeBufferPointer<UInt8>
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    guard text.count < 3 || !text.starts(with: "\u{FEFF}".utf8), hasPlainCharacters, hasPlainLines else { return nil }
  }

  mutating func next() -> Block? {
    while position < text.count, text[position] == .lineFeed { position += 1 }
    guard position < text.count else { return nil }
    let line = position..<lineEnd(from: position)
    position = line.upperBound
    let level = text[line].prefix { $0 == .numberSign }.count
    let start = level > 0 ? line.lowerBound + level + 1 : line.lowerBound
    return Block(
      headingLevel: level, line: line, text: UnsafeBufferPointer(rebasing: text[start..<line.upperBound]))
  }

  private func lineEnd(from start: Int) -> Int { text.firstIndex(of: .lineFeed, from: start) ?? text.count }

  // MARK: - Lines

  private var hasPlainLines: Bool {
    var start = 0
    var followsParagraph = false
    while start < text.count {
      let line = start..<lineEnd(from: start)
      start = line.upperBound + 1
      if line.isEmpty {
        followsParagraph = false
      } else if text[line.upperBound - 1] == .space {
        return false
      } else if text[line.lowerBound] == .numberSign {
        guard isHeading(line) else { return false }
        followsParagraph = false
      } else {
        guard !followsParagraph, beginsParagraph(line) else { return false }
        followsParagraph = true
      }
    }
    return true
  }

  /// One to six number signs, a space, and text that does not end in a number sign.
  private func isHeading(_ line: Range<Int>) -> Bool {
    let level = text[line].prefix { $0 == .numberSign }.count
    let start = line.lowerBound + level + 1
    return level <= 6 && start < line.upperBound && text[start - 1] == .space && text[start] != .space
      && text[line.upperBound - 1] != .numberSign
  }

  /// Whether a line that follows no other begins no block but a paragraph.
  private func beginsParagraph(_ line: Range<Int>) -> Bool {
    switch text[line.lowerBound] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // A list's number has a space behind its sign.
      let rest = text[line].drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else { return true }
      return rest.count > 1 && rest.dropFirst().first != .space
    case let first: return !(" >-+=:" as StaticString).contains(first)
    }
  }

  // MARK: - Characters

  /// Whether no character is an inline's, an extension's or a mark, wherever it stands.
  private var hasPlainCharacters: Bool {
    guard let base = text.baseAddress else { return true }
    var index = 0
    while index < text.count {
      if index &+ 8 <= text.count, ByteWord(base + index).hasOnlyLongCharacters {
        index &+= 8
        continue
      }
      let byte = base[index]
      index &+= 1
      guard Self.isTelling(byte) else { continue }
      switch byte {
      case .lineFeed: continue
      case UInt8(ascii: "/"): if index < text.count, base[index] == byte { return false }
      case UInt8(ascii: "w"): if text[index...].starts(with: "ww.".utf8) { return false }
      default: return false
      }
    }
    return true
  }

  /// The characters below 64 and those above that are signs, or begin one: control characters and `!&*/<`, then
  /// `@[\]_`, a grave accent, `w|~`.
  private static let telling: (UInt64, UInt64) = (0x1000_8442_FFFF_FFFF, 0x5080_0001_B800_0001)

  @inline(__always)
  private static func isTelling(_ byte: UInt8) -> Bool {
    let members = byte < 0x40 ? telling.0 : byte < 0x80 ? telling.1 : 0
    return members >> UInt64(byte & 0x3F) & 1 != 0 || byte == Mark.lead
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let numberSign = UInt8(ascii: "#")
}
