/// A row of a table block: comma-separated values, quoted where they hold commas, or `|` cells.
struct TableRow {
  let range: Range<Int>
  private(set) var cells: [TableContent] = []

  init(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    range = line
    let first = text[line].first { $0 > 0x20 }
    if first == UInt8(ascii: "|") {
      let pipe = (UInt8(ascii: "\\"), UInt8(ascii: "|"))
      cells = PipeRow(text, line).cells.map { TableContent(range: $0, escape: pipe) }
    } else {
      readValues(text, line)
    }
  }

  private mutating func readValues(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var index = line.lowerBound
    repeat {
      while index < line.upperBound, text[index] <= 0x20 { index += 1 }
      let start = index
      if index < line.upperBound, text[index] == UInt8(ascii: "\""), let end = Self.closingQuote(text, index, line) {
        let quote = (UInt8(ascii: "\""), UInt8(ascii: "\""))
        cells.append(TableContent(range: start + 1..<end, escape: quote))
        index = end + 1
        while index < line.upperBound, text[index] != UInt8(ascii: ",") { index += 1 }
      } else {
        while index < line.upperBound, text[index] != UInt8(ascii: ",") { index += 1 }
        var end = index
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        cells.append(TableContent(range: start..<end))
      }
      index += 1
    } while index <= line.upperBound
  }

  /// The quotation mark that ends a quoted value: one that is not doubled, before a comma or the line's end.
  private static func closingQuote(
    _ text: UnsafeBufferPointer<UInt8>, _ opening: Int, _ line: Range<Int>
  ) -> Int? {
    var index = opening + 1
    while index < line.upperBound {
      if text[index] == UInt8(ascii: "\"") {
        let isDoubled = index + 1 < line.upperBound && text[index + 1] == UInt8(ascii: "\"")
        if !isDoubled {
          let rest = text[(index + 1)..<line.upperBound].first { $0 > 0x20 }
          return rest == nil || rest == UInt8(ascii: ",") ? index : nil
        }
        index += 1
      }
      index += 1
    }
    return nil
  }
}
