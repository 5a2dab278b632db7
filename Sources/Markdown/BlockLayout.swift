import CCmark

/// Where the text of a paragraph or heading stands on its lines.
struct BlockLayout {
  let startLine: Int
  /// The last line; of a heading underlined, its underline.
  private(set) var endLine: Int
  /// Bytes before the text on the block's first line, as libcmark counts them.
  let blockOffset: Int
  /// Lines of link reference definitions before the text.
  var shift = 0
  /// The text of each line; and before it, how many bytes the block's text has by then, a line feed counted for each.
  private var contents: [Range<Int>] = []
  private var lengths: [Int] = []
  private let quoteDepth: Int
  /// The columns a line must be indented by to stand in the innermost list item.
  private let itemOffset: Int

  init(_ block: CmarkNode, in lines: inout SourceLines) {
    startLine = block.startLine
    endLine = max(block.startLine, block.endLine)
    var depth = 0
    var itemOffset = 0
    var ancestor = block.parent
    while let node = ancestor {
      if node.type == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
      if node.type == CMARK_NODE_ITEM, itemOffset == 0 { itemOffset = Self.contentOffset(ofItem: node, in: &lines) }
      ancestor = node.parent
    }
    quoteDepth = depth
    self.itemOffset = itemOffset
    var offset = max(0, block.startColumn - 1)
    if block.type == CMARK_NODE_HEADING {
      let line = lines.range(of: block.startLine)
      offset += Self.headingPrefix(lines.text, min(line.lowerBound + offset, line.upperBound)..<line.upperBound)
    }
    blockOffset = offset
    var length = 0
    for line in startLine...endLine {
      let content = findContent(ofLine: line, in: &lines)
      contents.append(content)
      lengths.append(length)
      length += content.count + 1
      if block.type == CMARK_NODE_HEADING, line > startLine, isUnderline(line, content, in: &lines) {
        // libcmark has the heading end on the line after it.
        endLine = line
        break
      }
    }
  }

  /// A paragraph at the top level of the document, on lines that are not indented.
  init(paragraph: ClosedRange<Int>, in lines: inout SourceLines) {
    (startLine, endLine) = (paragraph.lowerBound, paragraph.upperBound)
    (blockOffset, quoteDepth, itemOffset) = (0, 0, 0)
    var length = 0
    for line in paragraph {
      contents.append(lines.range(of: line))
      lengths.append(length)
      length += contents[contents.count - 1].count + 1
    }
  }

  private func isUnderline(_ line: Int, _ content: Range<Int>, in lines: inout SourceLines) -> Bool {
    let text = lines.text[content]
    guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-") else { return false }
    return text.drop { $0 == sign }.allSatisfy { $0 <= 0x20 } && repeatsContainers(line: line, in: &lines)
      && !isIndentedAsCode(line: line, in: &lines)
  }

  func content(ofLine line: Int) -> Range<Int> { contents[line - startLine] }

  /// The offset in the text of a place so many bytes after the start of a line's content, which may be on a line
  /// further down.
  func offset(line: Int, position: Int) -> Int {
    let index = min(max(0, line - startLine), contents.count - 1)
    let target = lengths[index] + position
    var (low, high) = (index, contents.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lengths[middle] <= target { low = middle } else { high = middle }
    }
    return contents[low].lowerBound + target - lengths[low]
  }

  private func findContent(ofLine line: Int, in lines: inout SourceLines) -> Range<Int> {
    let range = lines.range(of: line)
    if line == startLine { return min(range.lowerBound + blockOffset, range.upperBound)..<range.upperBound }
    return afterPrefix(range, lines.text).start..<range.upperBound
  }

  /// Where the text starts on a line that continues the block, and how many of its block quotes the line repeats.
  private func afterPrefix(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> (start: Int, quotes: Int) {
    var start = skipSpaces(text, line)
    var quotes = 0
    while quotes < quoteDepth, start < line.upperBound, text[start] == UInt8(ascii: ">") {
      quotes += 1
      start = skipSpaces(text, start + 1..<line.upperBound)
    }
    return (start, quotes)
  }

  /// Whether a line stands in the block's containers by its own signs, and not only because a paragraph may be
  /// continued without them (CommonMark §5.1, laziness).
  func repeatsContainers(line: Int, in lines: inout SourceLines) -> Bool {
    if line == startLine { return true }
    let range = lines.range(of: line)
    let (start, quotes) = afterPrefix(range, lines.text)
    return quotes == quoteDepth && Self.columns(lines.text, range.lowerBound..<start) >= itemOffset
  }

  /// Whether a line is indented so far that it would be code if it did not continue a paragraph.
  func isIndentedAsCode(line: Int, in lines: inout SourceLines) -> Bool {
    if line == startLine { return false }
    let range = lines.range(of: line)
    let first = lines.start(of: startLine)
    let base = quoteDepth > 0 || itemOffset > 0 ? Self.columns(lines.text, first..<first + blockOffset) : 0
    return Self.columns(lines.text, range.lowerBound..<afterPrefix(range, lines.text).start) >= base + 4
  }

  /// The width of a line's beginning, a tab going to the next multiple of four (CommonMark §2.2).
  private static func columns(_ text: UnsafeBufferPointer<UInt8>, _ beginning: Range<Int>) -> Int {
    text[beginning].reduce(0) { column, byte in byte == UInt8(ascii: "\t") ? column / 4 * 4 + 4 : column + 1 }
  }

  private func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == UInt8(ascii: " ") || text[start] == UInt8(ascii: "\t") { start += 1 }
    return start
  }

  /// Columns before an item's content on its first line: indentation, marker and the spaces after it.
  private static func contentOffset(ofItem item: CmarkNode, in lines: inout SourceLines) -> Int {
    let line = lines.range(of: item.startLine)
    var index = min(line.lowerBound + max(0, item.startColumn - 1), line.upperBound)
    while index < line.upperBound, lines.text[index] > 0x20 { index += 1 }
    let marker = index
    while index < line.upperBound, lines.text[index] == UInt8(ascii: " ") { index += 1 }
    let isWide = index - marker > 4 || index == line.upperBound
    return (isWide ? marker + 1 : index) - line.lowerBound
  }

  /// The length of `## ` before an ATX heading's text; 0 for a heading underlined.
  private static func headingPrefix(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    var index = line.lowerBound
    while index < line.upperBound, text[index] == UInt8(ascii: "#") { index += 1 }
    let hashes = index - line.lowerBound
    while index < line.upperBound, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") { index += 1 }
    return (1...6).contains(hashes) && index > line.lowerBound + hashes ? index - line.lowerBound : 0
  }
}
