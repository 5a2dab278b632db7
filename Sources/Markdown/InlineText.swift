import CCmark

/// The text of a heading or paragraph without its markup.
enum InlineText {
  /// The text of the first text node, with marks, to look at how a block begins; nothing if it begins otherwise.
  static func start(of block: CmarkNode) -> UnsafeBufferPointer<UInt8>? {
    var node = block
    while let child = node.firstChild { node = child }
    return node.type == CMARK_NODE_TEXT ? node.literal : nil
  }

  static func of(_ block: CmarkNode, chineseTypography: Bool) -> [UInt8] {
    var text: [UInt8] = []
    var softBreaks = SoftBreaks()
    var node = block
    while true {
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        softBreaks.precedingText = node.literal
        var rest = node.literal
        while let piece = Mark.nextPiece(of: &rest) { text.append(contentsOf: piece) }
      case CMARK_NODE_SOFTBREAK:
        if !chineseTypography || !softBreaks.joins(node) { text.append(UInt8(ascii: " ")) }
      case CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != block, node.next == nil, let parent = node.parent { node = parent }
      guard node != block, let next = node.next else { return text }
      node = next
    }
  }
}
