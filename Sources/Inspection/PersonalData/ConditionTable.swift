/// Tables that name people beside their health or hardship: a header row with 姓名 and 病、残疾、低保 …, and below it
/// at least one name that is not masked.
///
/// Rows are those of a Markdown table (`|`), or lines of cells parted by tabs or commas. A form with an empty
/// name cell is no finding, and neither is a table of masked names.
enum ConditionTable {
  private static let conditions: [StaticString] = [
    "病", "患", "残疾", "残障", "伤残", "低保", "特困", "贫困", "救助", "困难", "低收入", "五保", "孤儿", "精神", "诊断",
  ]
  /// A header cell longer than this is running text: thirty characters.
  private static let longestHeading = 90
  /// Rows read below a header; the names of a table stand in its first rows or nowhere.
  private static let rowsRead = 8

  /// The first unmasked name in the table whose header row has 姓名 at `position`, and where its rows end.
  static func firstName(in text: ByteText, headingAt position: Int) -> Range<Int>? {
    guard text.has("姓名", at: position) else { return nil }
    let start = text.lineStart(before: position, reach: 1_000)
    let header = Row(in: text, from: start)
    guard header.cells.count > 1,
      let column = header.cells.firstIndex(where: { $0.contains(position) && $0.count <= longestHeading }),
      header.cells.indices.contains(where: { index in
        index != column && header.cells[index].count <= longestHeading
          && text.containsAny(of: conditions, in: header.cells[index])
      })
    else { return nil }
    var lineStart = header.end + 1
    for _ in 0..<rowsRead where lineStart < text.count {
      let row = Row(in: text, from: lineStart, separator: header.separator)
      guard row.cells.count > 1 else { return nil }
      if column < row.cells.count, isName(in: text, row.cells[column]) { return row.cells[column] }
      lineStart = row.end + 1
    }
    return nil
  }

  /// Two to four Chinese characters, or a name of several parts with a dot; 某 stands for what is masked.
  private static func isName(in text: ByteText, _ cell: Range<Int>) -> Bool {
    var position = cell.lowerBound
    var characters = 0
    while position < cell.upperBound {
      guard text.isHan(at: position) || text.has("·", at: position), !text.has("某", at: position) else { return false }
      if text.isHan(at: position) { characters += 1 }
      position = text.characterEnd(after: position)
    }
    let isDotted = text.firstPosition(of: "·", in: cell) != nil
    return (2...(isDotted ? 12 : 4)).contains(characters) && !text.has("姓名", at: cell.lowerBound)
  }

  /// One line of a table, its cells without the spaces around them.
  private struct Row {
    private(set) var cells: [Range<Int>] = []
    let end: Int
    let separator: UInt8

    /// Rows are read up to this length, so that a file without line ends costs no more than its size.
    private static let longest = 2_000

    init(in text: ByteText, from start: Int, separator known: UInt8? = nil) {
      let limit = min(text.count, start + Self.longest)
      let end = (start..<limit).first { text[$0] == 0x0A } ?? limit
      let bar = UInt8(ascii: "|")
      let separator =
        known ?? [bar, 0x09, UInt8(ascii: ",")].first { byte in (start..<end).contains { text[$0] == byte } } ?? 0
      (self.end, self.separator) = (end, separator)
      var cellStart = start
      for position in start...end where position == end || text[position] == separator {
        cells.append(Self.trimmed(cellStart..<position, in: text))
        cellStart = position + 1
      }
      if separator == bar, text[start] == bar { cells.removeFirst() }
    }

    private static func trimmed(_ cell: Range<Int>, in text: ByteText) -> Range<Int> {
      let isReturn = text[cell.upperBound - 1] == 0x0D
      let end = text.skippingSpaces(before: cell.upperBound - (isReturn ? 1 : 0))
      let start = text.skippingSpaces(from: cell.lowerBound)
      return start < end ? start..<end : cell.lowerBound..<cell.lowerBound
    }
  }
}
