import CCmark

/// Decides what a line break in the source is to the reader: nothing between Chinese characters, else a space.
struct SoftBreaks {
  /// The text before the break; empty where it cannot be seen.
  var precedingText = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  func joins(_ softBreak: CmarkNode) -> Bool {
    guard let before = Self.lastScalar(of: precedingText), ChineseCharacter.joinsAcrossLines(before) else {
      return false
    }
    guard let after = Self.firstScalar(after: softBreak) else { return false }
    return ChineseCharacter.joinsAcrossLines(after)
  }

  private static func lastScalar(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var end = text.count
    while end >= Mark.byteCount, Mark.isMark(text, at: end - Mark.byteCount) { end -= Mark.byteCount }
    return end > 0 ? Scalars.decode(text, before: end).value : nil
  }

  private static func firstScalar(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var start = 0
    while Mark.isMark(text, at: start) { start += Mark.byteCount }
    return start < text.count ? Scalars.decode(text, at: start).value : nil
  }

  /// The first character a reader sees after `node` in its block, whatever inline elements begin there.
  private static func firstScalar(after node: CmarkNode) -> UInt32? {
    var current = node
    while true {
      while current.next == nil {
        guard let parent = current.parent, parent.type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue else { return nil }
        current = parent
      }
      guard let next = current.next else { return nil }
      current = next
      while current.type != CMARK_NODE_IMAGE, let child = current.firstChild { current = child }
      switch current.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if let scalar = firstScalar(of: current.literal) { return scalar }
      case CMARK_NODE_HTML_INLINE: continue
      default: return nil
      }
    }
  }
}
