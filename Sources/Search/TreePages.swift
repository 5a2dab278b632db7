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
    root = Array(tree.key(tree.root))
    page = RecordFile(implied: root)
    try tree.forEachChild(of: tree.root) { try place($0) }
    try closePage()
  }

  private mutating func place(_ node: StringTree.Node) throws {
    if node.size <= coder.limits.page || node.isLeaf {
      if page.size + node.size > coder.limits.page { try closePage() }
      return tree.forEachLeaf(below: node) { append(tree.key($0), isHeader: false, tree.bits, $0.bits) }
    }
    // The only continuation stands for the string itself.
    if tree.nodes[node.firstChild].nextSibling != 0 {
      try closePage()
      let list = CompleteList(tree.postings(of: node), coder)
      var header = BitWriter()
      list.appendHeader(coder, to: &header)
      append(tree.key(node), isHeader: true, header, 0..<header.count)
      if node.depth <= CompleteList.longestKey { try list.writeBlocks(tree.key(node), coder, write) }
    }
    try tree.forEachChild(of: node) { try place($0) }
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
