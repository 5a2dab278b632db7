import Bytes
import CCmark
import Diagnostics

/// Brings strikethrough, bare addresses and footnote references into libcmark's tree.
struct InlineExtensions {
  private var footnotes: Footnotes
  private let chineseTypography: Bool
  /// How many links the node being visited is in.
  private var linkDepth = 0

  /// Which of them a text may hold: most hold none, and are left as parsed.
  struct Wanted {
    let strikethrough: Bool
    let addresses: Bool
    let footnotes: Bool
    let tasks: Bool

    init(in text: UnsafeBufferPointer<UInt8>) {
      strikethrough = Self.has("~", text)
      addresses = Self.has("//", text) || Self.has("@", text) || Self.has("www.", text)
      footnotes = Self.has("[^", text)
      tasks = Self.has("[ ]", text) || Self.has("[x]", text) || Self.has("[X]", text)
    }

    var any: Bool { strikethrough || addresses || footnotes || tasks }

    private static func has(_ needle: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      text.firstRange(of: needle) != nil
    }
  }

  /// Changes the tree, and gives the footnotes in the order they are referred to.
  static func apply(
    to document: borrowing CmarkDocument, _ wanted: Wanted, footnotes: Footnotes, chineseTypography: Bool,
    in arena: borrowing ParseArena, _ page: inout PageContext
  ) -> Footnotes {
    var extensions = InlineExtensions(footnotes: footnotes, chineseTypography: chineseTypography)
    extensions.footnotes.items = footnoteItems(document.root)
    extensions.walk(document.root, wanted, arena, &page)
    var next = 0
    while next < extensions.footnotes.order.count {
      let index = extensions.footnotes.order[next]
      next += 1
      guard index < extensions.footnotes.items.count else { continue }
      extensions.walk(extensions.footnotes.items[index], wanted, arena, &page)
    }
    return extensions.footnotes
  }

  private init(footnotes: Footnotes, chineseTypography: Bool) {
    self.footnotes = footnotes
    self.chineseTypography = chineseTypography
  }

  /// Whether `node` is the list the footnotes' text was put in.
  static func isFootnoteList(_ node: CmarkNode) -> Bool {
    guard node.type == CMARK_NODE_LIST, let heading = node.firstChild?.firstChild else { return false }
    return heading.type == CMARK_NODE_HEADING && StructureMark.kind(of: heading) == .footnote
  }

  private static func footnoteItems(_ root: CmarkNode) -> [CmarkNode] {
    var items: [CmarkNode] = []
    var child = root.firstChild
    while let node = child {
      child = node.next
      guard isFootnoteList(node) else { continue }
      var item = node.firstChild
      while let footnote = item {
        items.append(footnote)
        item = footnote.next
      }
    }
    return items
  }

  /// Visits what is under `top`, footnotes' own text excepted.
  private mutating func walk(
    _ top: CmarkNode, _ wanted: Wanted, _ arena: borrowing ParseArena, _ page: inout PageContext
  ) {
    var node = top
    while true {
      let type = node.type
      let isSkipped =
        type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK && isNew(node)
        || type == CMARK_NODE_LIST && node != top && Self.isFootnoteList(node)
      if !isSkipped {
        visit(node, type, wanted, arena, &page)
        if type == CMARK_NODE_LINK { linkDepth += 1 }
        if let child = node.firstChild {
          node = child
          continue
        }
      }
      while true {
        if linkDepth > 0, node.type == CMARK_NODE_LINK, !isNew(node) { linkDepth -= 1 }
        if node == top { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
      }
    }
  }

  private func isNew(_ link: CmarkNode) -> Bool { link.startLine == 0 }

  private mutating func visit(
    _ node: CmarkNode, _ type: cmark_node_type, _ wanted: Wanted, _ arena: borrowing ParseArena,
    _ page: inout PageContext
  ) {
    switch type {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: page.locator.enter(node)
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK: break
    default: return
    }
    if wanted.addresses || wanted.footnotes {
      let isLink = linkDepth > 0 || type == CMARK_NODE_LINK
      var child = node.firstChild
      while let current = child {
        child = current.next
        if current.type == CMARK_NODE_TEXT { divide(current, isInLink: isLink, arena, &page) }
      }
    }
    if wanted.strikethrough { Strikethrough.apply(toChildrenOf: node, chineseTypography: chineseTypography, in: arena) }
  }

  // MARK: - Addresses and footnote references

  private mutating func divide(
    _ node: CmarkNode, isInLink: Bool, _ arena: borrowing ParseArena, _ page: inout PageContext
  ) {
    // Stays where it is in the arena when the node is given another.
    let text = node.literal
    // An address may begin the text, unless an element other than emphasis stands right before it.
    var copied = 0
    var index = 0
    while let start = Self.nextStart(in: text, from: index) {
      index = start
      guard let (range, replacement) = replacement(text, index, from: copied, isInLink: isInLink, arena, &page) else {
        index += 1
        continue
      }
      if range.lowerBound > copied {
        CmarkNode.text(UnsafeBufferPointer(rebasing: text[copied..<range.lowerBound]), in: arena)?.insert(before: node)
      }
      replacement.insert(before: node)
      copied = range.upperBound
      index = copied
    }
    guard copied > 0 else { return }
    if copied == text.count { return node.remove() }
    node.setText(UnsafeBufferPointer(rebasing: text[copied...]), in: arena)
  }

  /// The next byte that may be an address's or a reference's.
  private static func nextStart(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "w"), UInt8(ascii: "@"): return index
      default: index &+= 1
      }
    }
    return nil
  }

  private mutating func replacement(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, from start: Int, isInLink: Bool,
    _ arena: borrowing ParseArena, _ page: inout PageContext
  ) -> (Range<Int>, CmarkNode)? {
    switch text[index] {
    case UInt8(ascii: "["): return footnoteReference(text, index, arena, &page)
    case UInt8(ascii: ":"), UInt8(ascii: "w"), UInt8(ascii: "@"):
      guard !isInLink,
        let address = Autolink(text, at: index, notBefore: start, chineseTypography: chineseTypography),
        let link = CmarkNode.link(address.scheme, UnsafeBufferPointer(rebasing: text[address.range]), in: arena)
      else { return nil }
      return (address.range, link)
    default: return nil
    }
  }

  private mutating func footnoteReference(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ arena: borrowing ParseArena,
    _ page: inout PageContext
  ) -> (Range<Int>, CmarkNode)? {
    guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "^") else { return nil }
    var end = start + 2
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "[") {
      end += 1
    }
    guard end < text.count, end > start + 2, text[end] == UInt8(ascii: "]") else { return nil }
    let label = Mark.removed(from: UnsafeBufferPointer(rebasing: text[start + 2..<end]))
    if let reference = footnotes.refer(to: label, in: arena) { return (start..<end + 1, reference) }
    page.report(
      Footnotes.unknown(label, at: page.locator.span(of: UnsafeBufferPointer(rebasing: text[start...end]))))
    return nil
  }
}
