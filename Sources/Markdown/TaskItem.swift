import CCmark

/// A list item that begins with a box, `[ ]` or `[x]` (GFM 0.29 §5.3).
struct TaskItem {
  let isDone: Bool
  /// The box's bytes in the item's text, the spaces after it included.
  let length: Int

  init?(_ item: CmarkNode) {
    guard let paragraph = item.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
      let first = paragraph.firstChild, first.type == CMARK_NODE_TEXT
    else { return nil }
    let text = first.literal
    guard text.count > 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3] <= 0x20 else {
      return nil
    }
    switch text[1] {
    case UInt8(ascii: " "): isDone = false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): isDone = true
    default: return nil
    }
    length = 3 + text.dropFirst(3).prefix { $0 <= 0x20 }.count
  }
}
