import Glibc

/// Makes `*` open and close beside Chinese punctuation where a reader of Chinese sees it open and close.
///
/// CommonMark (§6.2) asks whether a run of `*` stands between a letter and a mark of punctuation, and takes the run
/// for the end of emphasis when the letter is before it. That is right where words are set apart by spaces; in
/// `**《条例》**规定` it is wrong. A mark (`Mark`) put beside the run is a letter in libcmark's eyes, so that the run
/// can open, close or do both as follows. Runs with a space beside them, and runs between letters, stay as they are.
///
/// | before ＼ after | letter | opening （《“ | closing ）》”。 | ASCII |
/// |---|---|---|---|---|
/// | letter | - | both | closes | both beside Han, if ASCII can begin a phrase |
/// | opening | opens | opens | - | - |
/// | closing | both | - | closes | - |
/// | ASCII | both beside Han, if ASCII can end one | - | - | - |
struct EmphasisMarker {
  private let source: UnsafeBufferPointer<UInt8>

  /// Rewrites `source` into `output`; says false, and writes nothing, when there is nothing to mark.
  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    let marker = EmphasisMarker(source: source)
    output.removeAll()
    var copied = 0
    var index = 0
    while let start = marker.nextByte(UInt8(ascii: "*"), from: index) {
      var end = start + 1
      while end < source.count, source[end] == UInt8(ascii: "*") { end += 1 }
      index = end
      let runStart = marker.isEscaped(start) ? start + 1 : start
      guard runStart < end else { continue }
      let marks = marker.marks(around: runStart..<end)
      if marks.before {
        output.copy(copied..<runStart, of: source)
        output.insert(Mark.text, at: runStart)
        copied = runStart
      }
      if marks.after {
        output.copy(copied..<end, of: source)
        output.insert(Mark.text, at: end)
        copied = end
      }
    }
    guard copied > 0 else { return false }
    output.copy(copied..<source.count, of: source)
    return true
  }

  private func nextByte(_ byte: UInt8, from index: Int) -> Int? {
    guard let base = source.baseAddress, index < source.count else { return nil }
    guard let found = memchr(base + index, Int32(byte), source.count - index) else { return nil }
    return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  private func isEscaped(_ index: Int) -> Bool {
    var start = index
    while start > 0, source[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (index - start) % 2 == 1
  }

  // MARK: - The table

  private enum Neighbour: Equatable {
    case space
    case letter(isChinese: Bool)
    case chinese(ChineseCharacter.Punctuation)
    case ascii(UInt8)
  }

  private func marks(around run: Range<Int>) -> (before: Bool, after: Bool) {
    // Most runs stand between plain letters and spaces; one look at the bytes tells.
    switch (neighbour(before: run.lowerBound), neighbour(after: run.upperBound)) {
    case (.space, _), (_, .space): (false, false)
    case (.chinese(.closing), .letter), (.chinese(.neutral), .letter): (true, false)
    case (.letter, .chinese(.opening)), (.letter, .chinese(.neutral)): (false, true)
    case (.chinese(.closing), .chinese(.closing)): (true, false)
    case (.chinese(.opening), .chinese(.opening)): (false, true)
    case (.ascii(let byte), .letter(isChinese: true)): (Self.canEndPhrase(byte), false)
    case (.letter(isChinese: true), .ascii(let byte)): (false, Self.canBeginPhrase(byte))
    default: (false, false)
    }
  }

  private func neighbour(before index: Int) -> Neighbour {
    guard index > 0 else { return .space }
    if source[index - 1] == UInt8(ascii: ">"), isBlockQuotePrefix(before: index) { return .space }
    return classify(Scalars.decode(source, before: index).value)
  }

  private func neighbour(after index: Int) -> Neighbour {
    index < source.count ? classify(Scalars.decode(source, at: index).value) : .space
  }

  private func classify(_ c: UInt32) -> Neighbour {
    if c < 0x80 {
      switch UInt8(c) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C: return .space
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return .letter(isChinese: false)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return .letter(isChinese: false)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .letter(isChinese: false)
      default: return .ascii(UInt8(c))
      }
    }
    if let punctuation = ChineseCharacter.punctuation(c) { return .chinese(punctuation) }
    if c == 0x3000 || c == 0xA0 || c == 0x1680 || (0x2000...0x200A).contains(c) || c == 0x202F || c == 0x205F {
      return .space
    }
    return .letter(isChinese: ChineseCharacter.isIdeographOrKana(c))
  }

  /// Whether a phrase may begin with this mark. `_` decides for itself what it is, and must keep its neighbours.
  private static func canBeginPhrase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: "_"): false
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"): false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  private static func canEndPhrase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "_"): false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  /// Whether the `>` before `index` opens a block quote: nothing but such signs and spaces before it on its line.
  private func isBlockQuotePrefix(before index: Int) -> Bool {
    var index = index
    while index > 0, source[index - 1] != UInt8(ascii: "\n"), source[index - 1] != UInt8(ascii: "\r") {
      guard source[index - 1] == UInt8(ascii: ">") || source[index - 1] == UInt8(ascii: " ") else { return false }
      index -= 1
    }
    return true
  }
}
