import CCmark
import Glibc

/// A node of libcmark's tree. Valid as long as the `CmarkDocument` it belongs to.
struct CmarkNode: Equatable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: CmarkNode? { CmarkNode(cmark_node_parent(pointer)) }
  var next: CmarkNode? { CmarkNode(cmark_node_next(pointer)) }
  var previous: CmarkNode? { CmarkNode(cmark_node_previous(pointer)) }
  var firstChild: CmarkNode? { CmarkNode(cmark_node_first_child(pointer)) }
  var lastChild: CmarkNode? { CmarkNode(cmark_node_last_child(pointer)) }

  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Lines and columns count from 1; columns are bytes.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// Whether a link or image was given a title, be it an empty one. libcmark answers both with an empty text, but for
  /// no title always with the same constant.
  var hasTitle: Bool { UInt(bitPattern: cmark_node_get_title(pointer)) != Self.absentTitle }

  private static let absentTitle: UInt = {
    let untitled = cmark_node_new(CMARK_NODE_LINK)
    defer { cmark_node_free(untitled) }
    return UInt(bitPattern: cmark_node_get_title(untitled))
  }()

  static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let length = strlen(text)
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: length)
  }
}

/// A parsed document. Its nodes are in the arena it was parsed in, and go with it.
struct CmarkDocument: ~Copyable {
  let root: CmarkNode

  /// Nothing only when memory ran out.
  init?(parsing source: UnsafeBufferPointer<UInt8>, in arena: borrowing ParseArena) {
    let start = UnsafeRawPointer(source.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, arena.memory) else { return nil }
    if let start { cmark_parser_feed(parser, start, source.count) }
    guard let node = cmark_parser_finish(parser) else { return nil }
    root = CmarkNode(node)
  }
}
