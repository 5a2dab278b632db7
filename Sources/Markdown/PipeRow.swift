/// A row of a table, divided at its pipes (GFM 0.29 §4.10).
struct PipeRow {
  /// The cells' text, trimmed; the pipes at the row's ends are optional and delimit no empty cell.
  let cells: [Range<Int>]

  init(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var cells: [Range<Int>] = []
    var end = line.upperBound
    while end > line.lowerBound, Self.isSpace(text[end - 1]) { end -= 1 }
    var start = line.lowerBound
    if start < end, text[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < end {
      let isEscaped = index > line.lowerBound && text[index - 1] == UInt8(ascii: "\\")
      if text[index] == UInt8(ascii: "|"), !isEscaped {
        cells.append(Self.trim(text, start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < end { cells.append(Self.trim(text, start..<end)) }
    self.cells = cells
  }

  /// The alignments a delimiter row gives (`| :-- | --: |`); nothing if the line is none.
  static func alignments(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [ColumnAlignment]? {
    guard text[line].allSatisfy({ isSpace($0) || ("|:-" as StaticString).contains($0) }) else { return nil }
    var alignments: [ColumnAlignment] = []
    for cell in PipeRow(text, line).cells {
      let startsWithColon = !cell.isEmpty && text[cell.lowerBound] == UInt8(ascii: ":")
      let endsWithColon = cell.count > 1 && text[cell.upperBound - 1] == UInt8(ascii: ":")
      let dashes = text[cell].dropFirst(startsWithColon ? 1 : 0).dropLast(endsWithColon ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(
        startsWithColon ? (endsWithColon ? .center : .left) : endsWithColon ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func trim(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    var (start, end) = (cell.lowerBound, cell.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }
}
