/// Tables that name people beside their health or hardship: a header row with 姓名 and 病、残疾、低保 …, and below it
/// at least one name that is not masked. 患者姓名 tells of health by itself.
///
/// Rows are those of a Markdown table (`|`), or lines of cells parted by tabs or commas, in quotation marks or not. A
/// form with an empty name cell is no finding, and neither is a table of masked names.
enum ConditionTable {
  private static let conditions: WordList = [
    "病", "患者", "残疾", "残障", "伤残", "低保", "特困", "贫困户", "贫困人口", "贫困家庭", "贫困学生", "建档立卡", "救助", "困难",
    "低收入", "五保", "孤儿", "精神障碍", "诊断",
  ]
  /// A header cell longer than this is running text: thirty characters.
  private static let longestHeading = 90
  /// The names of a table stand in its first rows or nowhere.
  private static let rowsToFirstName = 8

  /// What the line that holds 姓名 at `position` has to say: the unmasked names in the table it heads, if it heads
  /// one, and where the line ends.
  static func read(in text: ByteText, headingAt position: Int) -> (names: [Range<Int>], end: Int) {
    guard text.has("姓名", at: position) else { return ([], position + 3) }
    let header = Row(in: text, from: text.lineStart(before: position, reach: 1_000))
    let end = max(header.end, position + 3)
    let headings = header.cells.indices.filter { header.cells[$0].count <= longestHeading }
    let names = headings.filter { text.firstPosition(of: "姓名", in: header.cells[$0]) != nil }
    let hasCondition = headings.contains { conditions.occurs(in: text, within: header.cells[$0]) }
    return (hasCondition && header.cells.count > 1 ? self.names(in: text, below: header, columns: names) : [], end)
  }

  private static func names(in text: ByteText, below header: Row, columns: [Int]) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = header.end + 1
    var rows = 0
    while start < text.count, rows < rowsToFirstName || !names.isEmpty {
      let row = Row(in: text, from: start, separator: header.separator)
      guard row.cells.count > 1 else { return names }
      for column in columns where column < row.cells.count && isName(in: text, row.cells[column]) {
        names.append(row.cells[column])
      }
      start = row.end + 1
      rows += 1
    }
    return names
  }

  /// Two to four Chinese characters, spaced or not, or a name of several parts with a dot; 某 stands for what is
  /// masked.
  private static func isName(in text: ByteText, _ cell: Range<Int>) -> Bool {
    var position = cell.lowerBound
    var characters = 0
    while position < cell.upperBound {
      if text[position] == 0x20 || text.has("\u{3000}", at: position) {
        position = text.characterEnd(after: position)
        continue
      }
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
      guard start < end else { return cell.lowerBound..<cell.lowerBound }
      let isQuoted = end - start > 1 && text[start] == UInt8(ascii: "\"") && text[end - 1] == UInt8(ascii: "\"")
      return isQuoted ? start + 1..<end - 1 : start..<end
    }
  }
}
