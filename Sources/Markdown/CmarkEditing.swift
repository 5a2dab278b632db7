import CCmark
import Glibc

/// Changes to libcmark's tree after it was parsed. New nodes have no line and column.
extension CmarkNode {
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, in arena: borrowing ParseArena) -> CmarkNode? {
    guard let node = make(CMARK_NODE_TEXT, arena) else { return nil }
    node.setText(bytes, in: arena)
    return node
  }

  /// A link to `scheme` and `address` together, with `address` as its text.
  static func link(
    _ scheme: StaticString, _ address: UnsafeBufferPointer<UInt8>, in arena: borrowing ParseArena
  ) -> CmarkNode? {
    guard let link = make(CMARK_NODE_LINK, arena), let url = arena.cString(scheme, address) else { return nil }
    cmark_node_set_url(link.pointer, url)
    if let child = Self.text(address, in: arena) { cmark_node_append_child(link.pointer, child.pointer) }
    return link
  }

  /// An element CommonMark does not have: its start and end tags.
  static func element(
    _ start: UnsafeBufferPointer<UInt8>, _ end: StaticString, in arena: borrowing ParseArena
  ) -> CmarkNode? {
    guard let node = make(CMARK_NODE_CUSTOM_INLINE, arena) else { return nil }
    cmark_node_set_on_enter(node.pointer, arena.cString("", start))
    cmark_node_set_on_exit(node.pointer, arena.cString(end, UnsafeBufferPointer(start: nil, count: 0)))
    return node
  }

  static func element(_ start: StaticString, _ end: StaticString, in arena: borrowing ParseArena) -> CmarkNode? {
    element(UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount), end, in: arena)
  }

  var startTag: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_enter(pointer)) }
  var endTag: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_exit(pointer)) }

  func insert(before sibling: CmarkNode) { cmark_node_insert_before(sibling.pointer, pointer) }
  func append(_ child: CmarkNode) { cmark_node_append_child(pointer, child.pointer) }

  func setText(_ bytes: UnsafeBufferPointer<UInt8>, in arena: borrowing ParseArena) {
    cmark_node_set_literal(pointer, arena.cString("", bytes))
  }

  /// Takes the node out of the tree, with what is in it.
  func remove() { cmark_node_unlink(pointer) }

  private static func make(_ type: cmark_node_type, _ arena: borrowing ParseArena) -> CmarkNode? {
    cmark_node_new_with_mem(type, arena.memory).map { CmarkNode($0) }
  }
}

extension ParseArena {
  /// The two texts, one after the other and ended by a zero byte, which libcmark copies from.
  fileprivate func cString(_ first: StaticString, _ second: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar>? {
    let count = first.utf8CodeUnitCount + second.count
    guard let start = memory.pointee.calloc(1, count + 1) else { return nil }
    memcpy(start, first.utf8Start, first.utf8CodeUnitCount)
    if let base = second.baseAddress { memcpy(start + first.utf8CodeUnitCount, base, second.count) }
    return UnsafePointer(start.assumingMemoryBound(to: CChar.self))
  }
}
