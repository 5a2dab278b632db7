/// A source line fitted to a terminal, and the carets below it.
struct Excerpt {
  private(set) var text = ""
  private(set) var underline = ""

  /// At most this many scalars of a line are shown before and after the start of the span.
  private static let reach = 60

  init(line: ArraySlice<UInt8>, range: ByteRange) {
    let start = min(max(range.lowerBound, line.startIndex), line.endIndex)
    let end = min(max(range.upperBound, start), line.endIndex)
    let before = scalars(line[line.startIndex..<start])
    let marked = scalars(line[start..<end])
    let after = scalars(line[end...])
    let lead = before.suffix(Self.reach)
    let shown = marked.prefix(Self.reach)
    if lead.count < before.count { append("…", " ") }
    for scalar in lead { append(scalar, " ") }
    for scalar in shown { append(scalar, "^") }
    if marked.isEmpty { underline += "^" }
    let rest = shown.count < marked.count ? [] : after.prefix(Self.reach)
    for scalar in rest { text.unicodeScalars.append(visible(scalar)) }
    if shown.count < marked.count || rest.count < after.count { text += "…" }
  }

  private func scalars(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ mark: Character) {
    text.unicodeScalars.append(visible(scalar))
    underline.append(contentsOf: String(repeating: mark, count: scalar.terminalColumns))
  }

  /// Control characters would move the cursor of the reader's terminal.
  private func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar
  }
}

extension Unicode.Scalar {
  /// Columns a terminal gives this scalar: two for Han, kana, Hangul and full-width forms.
  ///
  /// East Asian Width W and F (UAX #11), in the ranges that occur in Chinese text.
  var terminalColumns: Int {
    switch value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
