import CCmark
import Diagnostics

/// Finds the bytes of a node in the file the editor wrote.
///
/// libcmark counts an inline's column from the start of its paragraph's first line, and does not count the line feeds
/// inside links, code spans and after a backslash; positions are put right here. What cannot be placed that way
/// (text after link reference definitions in the same paragraph) is searched for.
struct SourceLocator {
  /// The text libcmark parsed.
  let text: UnsafeBufferPointer<UInt8>
  /// How that text was made from the document's, last step first.
  let maps: [SourceMap]
  let path: String
  /// Where the document starts in its file.
  let baseOffset: Int
  private var lineStarts: [Int] = []

  init(text: UnsafeBufferPointer<UInt8>, maps: [SourceMap], path: String, baseOffset: Int) {
    self.text = text
    self.maps = maps
    self.path = path
    self.baseOffset = baseOffset
  }

  mutating func span(of node: CmarkNode) -> SourceSpan {
    let isBlock = node.type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue
    return span(isBlock ? blockRange(node) : inlineRange(node))
  }

  /// The place in the file of a range of the parsed text.
  func span(_ range: Range<Int>) -> SourceSpan {
    let start = sourceOffset(of: range.lowerBound)
    let end = range.isEmpty ? start : sourceOffset(of: range.upperBound - 1) + 1
    return SourceSpan(path: path, range: ByteRange(start, end))
  }

  private func sourceOffset(of offset: Int) -> Int {
    maps.reduce(offset) { $1.sourceOffset(of: $0) } + baseOffset
  }

  // MARK: - Blocks

  private mutating func blockRange(_ node: CmarkNode) -> Range<Int> {
    let start = lineStart(node.startLine) + node.startColumn - 1
    let lastLine = lineRange(max(node.endLine, node.startLine))
    let end = min(lineStart(max(node.endLine, node.startLine)) + node.endColumn, lastLine.upperBound)
    return clamp(start, max(start, node.endColumn > 0 ? end : lastLine.upperBound))
  }

  /// A line's bytes without its ending. Lines count from 1.
  mutating func lineRange(_ line: Int) -> Range<Int> {
    let start = lineStart(line)
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
    return start..<end
  }

  private mutating func lineStart(_ line: Int) -> Int {
    if lineStarts.isEmpty { findLineStarts() }
    return line - 1 < lineStarts.count ? lineStarts[max(0, line - 1)] : text.count
  }

  private mutating func findLineStarts() {
    lineStarts.append(0)
    for index in 0..<text.count {
      let byte = text[index]
      let isCRLF = byte == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isCRLF { lineStarts.append(index + 1) }
    }
  }

  private func clamp(_ start: Int, _ end: Int) -> Range<Int> {
    let start = min(max(0, start), text.count)
    return start..<min(max(start, end), text.count)
  }

  // MARK: - Inlines

  private mutating func inlineRange(_ node: CmarkNode) -> Range<Int> {
    let block = node.block
    var layout = BlockLayout(block, in: &self)
    for shift in 0...max(0, block.endLine - block.startLine) {
      layout.shift = shift
      let range = node.type == CMARK_NODE_LINK ? autolink(node, layout) : nil
      if let range = range ?? candidate(node, layout) { return range }
    }
    return blockRange(block)
  }

  /// `<https://…>`: libcmark places the text, but not the link.
  private mutating func autolink(_ node: CmarkNode, _ layout: BlockLayout) -> Range<Int>? {
    guard let child = node.firstChild, child.type == CMARK_NODE_TEXT, child.next == nil else { return nil }
    let start = offset(line: child.startLine, column: child.startColumn, layout) - 1
    let end = offset(line: child.endLine, column: child.endColumn, layout) + 1
    guard start >= 0, end < text.count, text[start] == UInt8(ascii: "<"), text[end] == UInt8(ascii: ">") else {
      return nil
    }
    return start..<end + 1
  }

  private mutating func candidate(_ node: CmarkNode, _ layout: BlockLayout) -> Range<Int>? {
    let last = offset(line: node.endLine, column: node.endColumn, layout)
    guard last < text.count else { return nil }
    let (openings, closings): (StaticString, StaticString) =
      node.type == CMARK_NODE_LINK ? ("[", ")]") : node.type == CMARK_NODE_IMAGE ? ("!", ")]") : ("<", ">")
    guard closings.contains(text[last]) else { return nil }
    var leaf = node
    while let child = leaf.firstChild { leaf = child }
    let start = offset(line: leaf.startLine, column: node.startColumn, layout)
    if start <= last, openings.contains(text[start]) { return start..<last + 1 }
    return nil
  }

  /// The offset of an inline position, given as libcmark gives it.
  private mutating func offset(line: Int, column: Int, _ layout: BlockLayout) -> Int {
    var line = line + layout.shift
    var position = column - 1 - layout.blockOffset
    while true {
      let content = layout.content(ofLine: line, in: &self)
      if position <= content.count || line >= layout.endLine {
        return min(max(0, content.lowerBound + position), text.count)
      }
      position -= content.count + 1
      line += 1
    }
  }
}

/// Where the text of a paragraph or heading stands on its lines.
private struct BlockLayout {
  let startLine: Int
  let endLine: Int
  /// Bytes before the text on the block's first line, as libcmark counts them.
  let blockOffset: Int
  /// Lines of link reference definitions before the text.
  var shift = 0
  private let quoteDepth: Int

  init(_ block: CmarkNode, in locator: inout SourceLocator) {
    startLine = block.startLine
    endLine = max(block.startLine, block.endLine)
    var depth = 0
    var ancestor = block.parent
    while let node = ancestor {
      if node.type == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
      ancestor = node.parent
    }
    quoteDepth = depth
    var offset = max(0, block.startColumn - 1)
    if block.type == CMARK_NODE_HEADING {
      let line = locator.lineRange(block.startLine)
      offset += Self.headingPrefix(locator.text, min(line.lowerBound + offset, line.upperBound)..<line.upperBound)
    }
    blockOffset = offset
  }

  func content(ofLine line: Int, in locator: inout SourceLocator) -> Range<Int> {
    let range = locator.lineRange(line)
    if line == startLine { return min(range.lowerBound + blockOffset, range.upperBound)..<range.upperBound }
    var start = skipSpaces(locator.text, range)
    for _ in 0..<quoteDepth {
      guard start < range.upperBound, locator.text[start] == UInt8(ascii: ">") else { break }
      start = skipSpaces(locator.text, start + 1..<range.upperBound)
    }
    return start..<range.upperBound
  }

  private func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == UInt8(ascii: " ") || text[start] == UInt8(ascii: "\t") { start += 1 }
    return start
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

extension StaticString {
  /// Whether this ASCII text has `byte` in it.
  func contains(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}
