import Bytes
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
  private var lines: SourceLines
  /// The block whose inlines are looked at, and its layout once one was asked for.
  private var block: CmarkNode?
  private var layout: BlockLayout?
  /// Where the last text was found that libcmark has no position for, and the block it is in.
  private var searched = (block: 0, end: 0)

  init(text: UnsafeBufferPointer<UInt8>, maps: [SourceMap], path: String, baseOffset: Int) {
    self.text = text
    self.maps = maps
    self.path = path
    self.baseOffset = baseOffset
    lines = SourceLines(text)
  }

  /// Says that the inlines asked for from now on are in `block`.
  mutating func enter(_ block: CmarkNode) {
    self.block = block
    layout = nil
  }

  mutating func span(of node: CmarkNode) -> SourceSpan {
    let isBlock = node.type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue
    return span(isBlock ? blockRange(node) : inlineRange(node))
  }

  /// The place in the file of a range of the parsed text.
  func span(_ range: Range<Int>) -> SourceSpan {
    let start = maps.reduce(range.lowerBound) { $1.sourceOffset(of: $0) }
    let end = range.isEmpty ? start : maps.reduce(range.upperBound) { $1.sourceEnd(of: $0) }
    return SourceSpan(path: path, range: ByteRange(start + baseOffset, end + baseOffset))
  }

  /// A locator for ranges of an earlier text, made from the document's by `maps`.
  func before(_ maps: [SourceMap]) -> SourceLocator {
    SourceLocator(text: text, maps: maps, path: path, baseOffset: baseOffset)
  }

  // MARK: - Blocks

  private mutating func blockRange(_ node: CmarkNode) -> Range<Int> {
    let (first, type) = (node.startLine, node.type)
    let isOneLine = first == node.endLine && type != CMARK_NODE_HTML_BLOCK
    let lastLine = lines.range(of: isOneLine ? first : self.lastLine(of: node, type))
    let start = (isOneLine ? lastLine.lowerBound : lines.start(of: first)) + node.startColumn - 1
    // A heading's last column leaves out its closing number signs; a block of HTML's is that of another line.
    let length = type == CMARK_NODE_PARAGRAPH ? node.endColumn : lastLine.count
    let end = min(lastLine.lowerBound + length, lastLine.upperBound)
    return clamp(start, max(start, end))
  }

  /// libcmark has some blocks end a line early or late.
  private mutating func lastLine(of node: CmarkNode, _ type: cmark_node_type) -> Int {
    switch type {
    case CMARK_NODE_HEADING where node.endLine > node.startLine: BlockLayout(node, in: &lines).endLine
    case CMARK_NODE_HTML_BLOCK:
      node.startLine + max(0, node.literal.count { $0 == UInt8(ascii: "\n") } - 1)
    default: max(node.startLine, node.endLine)
    }
  }

  private func clamp(_ start: Int, _ end: Int) -> Range<Int> {
    let start = min(max(0, start), text.count)
    return start..<min(max(start, end), text.count)
  }

  // MARK: - Inlines

  private mutating func inlineRange(_ node: CmarkNode) -> Range<Int> {
    guard let block else { return 0..<0 }
    // A bare address, made a link after libcmark had parsed it.
    guard node.startLine > 0 else { return search(for: node.firstChild?.literal, in: blockRange(block)) }
    if let layout { return place(node, layout) ?? blockRange(block) }
    var layout = BlockLayout(block, in: &lines)
    defer { self.layout = layout }
    for shift in 0...(layout.endLine - layout.startLine) {
      layout.shift = shift
      if let range = place(node, layout) { return range }
    }
    layout.shift = 0
    return blockRange(block)
  }

  private mutating func place(_ node: CmarkNode, _ layout: BlockLayout) -> Range<Int>? {
    let range = node.type == CMARK_NODE_LINK ? autolink(node, layout) : nil
    return range ?? candidate(node, layout)
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
    let line = leaf.startLine > 0 ? leaf.startLine : node.startLine
    let start = offset(line: line, column: node.startColumn, layout)
    if start <= last, openings.contains(text[start]) { return start..<last + 1 }
    return nil
  }

  /// The next place in the block with this text.
  mutating func span(of needle: UnsafeBufferPointer<UInt8>) -> SourceSpan {
    guard let block else { return span(0..<0) }
    return span(search(for: needle, in: blockRange(block)))
  }

  private mutating func search(for needle: UnsafeBufferPointer<UInt8>?, in block: Range<Int>) -> Range<Int> {
    guard let needle else { return block }
    let rest = UnsafeBufferPointer(rebasing: text[..<block.upperBound])
    let start = searched.block == block.lowerBound ? searched.end : block.lowerBound
    guard let found = rest.firstRange(of: needle, from: start) ?? rest.firstRange(of: needle, from: block.lowerBound)
    else { return block }
    searched = (block.lowerBound, found.upperBound)
    return found
  }

  /// The offset of an inline position, given as libcmark gives it.
  private mutating func offset(line: Int, column: Int, _ layout: BlockLayout) -> Int {
    let position = layout.offset(line: line + layout.shift, position: column - 1 - layout.blockOffset)
    return min(max(0, position), text.count)
  }
}

extension StaticString {
  /// Whether this ASCII text has `byte` in it.
  func contains(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}
