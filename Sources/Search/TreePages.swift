/// Cuts the leaves of a tree that is too large for its shard into pages, in the order of their strings.
///
/// A branch that fits into a page is never cut, so one page answers any string, or holds its header. A branch that does
/// not fit begins a page of its own, which keeps a change from moving the cuts of everything behind it.
struct TreePages: ~Copyable {
  private let coder: PostingCoder
  private let write: SearchIndexBuilder.Write
  private var page = RecordFile()
  private var root = RecordFile.Key(start: nil, count: 0)
  /// Where the page begins, without the first two units.
  private var border = RecordFile.Key(start: nil, count: 0)
  /// The string before, in this page or the one before.
  private var previousKey: RecordFile.Key?
  private var borders: [RecordFile.Key] = []

  /// One is used for tree after tree, and keeps its memory.
  init(_ coder: PostingCoder, write: @escaping SearchIndexBuilder.Write) {
    self.coder = coder
    self.write = write
  }

  /// Writes the pages, and answers with the strings that part them, without the first two units.
  mutating func write(_ tree: borrowing StringTree) throws -> [RecordFile.Key] {
    root = tree.key(tree.root)
    border = RecordFile.Key(start: nil, count: 0)
    previousKey = nil
    borders.removeAll()
    page.begin(implied: root)
    try tree.forEachChild(of: tree.root) { try place($0, tree) }
    try closePage()
    return borders
  }

  private mutating func place(_ node: StringTree.Node, _ tree: borrowing StringTree) throws {
    if node.size <= coder.limits.page || node.isLeaf {
      if page.size + node.size > coder.limits.page { try closePage() }
      return tree.forEachLeaf(below: node) { append(leaf: $0, of: tree) }
    }
    // The only continuation stands for the string itself.
    if tree.nodes[Int(node.firstChild)].nextSibling != 0 {
      try closePage()
      let list = CompleteList(tree.postings(of: node), coder)
      append(tree.key(node), isHeader: true) { [coder] in list.appendHeader(coder, to: &$0) }
      if tree.key(node).count <= CompleteList.longestKey { try list.writeBlocks(tree.key(node), coder, write) }
    }
    try tree.forEachChild(of: node) { try place($0, tree) }
  }

  private mutating func append(leaf: StringTree.Node, of tree: borrowing StringTree) {
    append(tree.key(leaf), isHeader: false) { $0.append(tree.bits, leaf.list) }
  }

  private mutating func append(_ key: RecordFile.Key, isHeader: Bool, _ appendList: (inout BitWriter) -> Void) {
    if page.isEmpty, let previousKey {
      // The shortest string that parts this page from the one before.
      let shared = key.sharedPrefix(with: previousKey)
      border = RecordFile.Key(rebasing: key[root.count..<shared + 1])
      borders.append(border)
    }
    page.append(key, isHeader: isHeader, appendList)
    previousKey = key
  }

  private mutating func closePage() throws {
    if page.isEmpty { return }
    try write(Shards.path("p", Array(root) + border), page.json())
    page.begin(implied: root)
  }
}
