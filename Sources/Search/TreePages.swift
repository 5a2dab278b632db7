/// Cuts the leaves of a tree that is too large for its shard into pages, in the order of their strings.
///
/// A branch that fits into a page is never cut, so one page answers any string, or holds its header. A branch that does
/// not fit begins a page of its own, which keeps a change from moving the cuts of everything behind it.
struct TreePages {
  private let tree: StringTree
  private let coder: PostingCoder
  private let write: SearchIndexBuilder.Write
  private let root: [UInt16]
  private var page: RecordFile
  /// Where the page begins, without the first two units.
  private var border: [UInt16] = []
  /// The last string of the page before.
  private var previousKey: [UInt16]?
  /// The strings that part the pages, without the first two units.
  private(set) var borders: [[UInt16]] = []

  init(_ tree: StringTree, _ coder: PostingCoder, write: @escaping SearchIndexBuilder.Write) throws {
    self.tree = tree
    self.coder = coder
    self.write = write
    root = Array(tree.key(tree.nodes[0]))
    page = RecordFile(implied: root)
    for child in tree.nodes[0].children { try place(tree.nodes[child]) }
    try closePage()
  }

  private mutating func place(_ node: StringTree.Node) throws {
    if node.size <= coder.limits.page || node.children.isEmpty {
      if page.size + node.size > coder.limits.page { try closePage() }
      return appendLeaves(node)
    }
    // The only continuation stands for the string itself.
    if node.children.count > 1 {
      try closePage()
      let list = CompleteList(node.postings, coder)
      var header = BitWriter()
      list.appendHeader(coder, to: &header)
      append(tree.key(node), isHeader: true, header, 0..<header.count)
      if node.depth <= CompleteList.longestKey { try list.writeBlocks(tree.key(node), coder, write) }
    }
    for child in node.children { try place(tree.nodes[child]) }
  }

  private mutating func appendLeaves(_ node: StringTree.Node) {
    if node.children.isEmpty { return append(tree.key(node), isHeader: false, tree.bits, node.bits) }
    for child in node.children { appendLeaves(tree.nodes[child]) }
  }

  private mutating func append(
    _ key: Slice<UnsafeBufferPointer<UInt16>>, isHeader: Bool, _ list: BitWriter, _ range: Range<Int>
  ) {
    if page.isEmpty, let previousKey {
      // The shortest string that parts this page from the one before.
      let shared = zip(key, previousKey).prefix { $0 == $1 }.count
      border = Array(key.prefix(shared + 1).dropFirst(root.count))
      borders.append(border)
    }
    page.append(key, isHeader: isHeader, list, range)
  }

  private mutating func closePage() throws {
    if page.isEmpty { return }
    try write(Shards.path("p", root + border), page.json())
    previousKey = page.lastKey
    page = RecordFile(implied: root)
  }
}
