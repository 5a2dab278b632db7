import CCmark

/// Changes to libcmark's tree after it was parsed. New nodes have no line and column.
extension CmarkNode {
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, in arena: borrowing ParseArena) -> CmarkNode? {
    make(CMARK_NODE_TEXT, arena)?.with(Array(bytes)) { _ = cmark_node_set_literal($0, $1) }
  }

  /// A link to `url` with `text` as its text.
  static func link(to url: [UInt8], text: UnsafeBufferPointer<UInt8>, in arena: borrowing ParseArena) -> CmarkNode? {
    guard let link = make(CMARK_NODE_LINK, arena)?.with(url, { _ = cmark_node_set_url($0, $1) }) else { return nil }
    if let child = Self.text(text, in: arena) { cmark_node_append_child(link.pointer, child.pointer) }
    return link
  }

  /// An element CommonMark does not have: its start and end tags.
  static func element(_ start: String, _ end: String, in arena: borrowing ParseArena) -> CmarkNode? {
    make(CMARK_NODE_CUSTOM_INLINE, arena)?
      .with(Array(start.utf8)) { _ = cmark_node_set_on_enter($0, $1) }
      .with(Array(end.utf8)) { _ = cmark_node_set_on_exit($0, $1) }
  }

  var startTag: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_enter(pointer)) }
  var endTag: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_exit(pointer)) }

  func insert(before sibling: CmarkNode) { cmark_node_insert_before(sibling.pointer, pointer) }
  func append(_ child: CmarkNode) { cmark_node_append_child(pointer, child.pointer) }

  func setText(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = with(Array(bytes)) { _ = cmark_node_set_literal($0, $1) }
  }

  /// Takes the node out of the tree, with what is in it.
  func remove() { cmark_node_unlink(pointer) }

  private static func make(_ type: cmark_node_type, _ arena: borrowing ParseArena) -> CmarkNode? {
    cmark_node_new_with_mem(type, arena.memory).map { CmarkNode($0) }
  }

  private func with(_ bytes: [UInt8], _ set: (OpaquePointer, UnsafePointer<CChar>) -> Void) -> CmarkNode {
    let text = bytes.map { CChar(bitPattern: $0) } + [0]
    text.withUnsafeBufferPointer { if let base = $0.baseAddress { set(pointer, base) } }
    return self
  }
}
