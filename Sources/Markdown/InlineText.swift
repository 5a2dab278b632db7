import Bytes
import CCmark

/// The text of a heading or paragraph without its markup.
enum InlineText {
  /// The text of the first text node, with marks, to look at how a block begins; nothing if it begins otherwise.
  static func start(of block: CmarkNode) -> UnsafeBufferPointer<UInt8>? {
    var node = block
    while let child = node.firstChild { node = child }
    return node.type == CMARK_NODE_TEXT ? node.literal : nil
  }

  /// Writes it into `text`, in place of what is there.
  static func write(of block: CmarkNode, chineseTypography: Bool, to text: inout ByteBuffer) {
    text.removeAll()
    var softBreaks = SoftBreaks()
    var node = block
    while true {
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        var rest = node.literal
        softBreaks.precedingText = rest
        while let piece = Mark.nextPiece(of: &rest) { text.append(piece) }
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
      guard node != block, let next = node.next else { return }
      node = next
    }
  }
}
