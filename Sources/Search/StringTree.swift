/// All strings that begin with two given units, split by their next unit as far as they are found in many passages.
///
/// A leaf is a string found in so few passages that a reader can look through them; its record is the list of all of
/// them. A query longer than a leaf's string has only that list to be checked against, whatever the site's size.
struct StringTree: ~Copyable {
  struct Node {
    /// Where the string stands in `keys`, and its length.
    fileprivate let key: UInt32
    fileprivate let length: Int32
    /// In `nodes`; 0 where there is none.
    fileprivate(set) var firstChild: Int32 = 0
    fileprivate(set) var nextSibling: Int32 = 0
    fileprivate var listStart = 0
    fileprivate var listEnd = 0
    /// Estimated bytes of its leaves in a page.
    fileprivate(set) var size = 0

    var isLeaf: Bool { firstChild == 0 }
    /// A leaf's list in the bits, a branch's in the postings: empty where it fits into a page.
    var list: Range<Int> { listStart..<listEnd }
  }

  private(set) var nodes = GrowableBuffer<Node>()
  private(set) var bits = BitWriter()
  private var keys = GrowableBuffer<UInt16>()
  private var postings = GrowableBuffer<PostingCoder.Posting>()
  private var splitter = Splitter()

  /// Longer strings are not split, however frequent: `search.js` has letters for this many shared units.
  static let longest = 22

  private let coder: PostingCoder

  /// A tree of nothing yet; one is used for group after group, and keeps its memory.
  init(_ coder: PostingCoder) { self.coder = coder }

  var root: Node { nodes[0] }

  /// Becomes the tree of one group's suffixes, which are in the order of the corpus; they are reordered. `first` and
  /// `second` are the two units they agree in, `spare` is as long as `suffixes`.
  mutating func build(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, spare: UnsafeMutableBufferPointer<Suffix>, first: UInt16,
    second: UInt16, _ text: UnsafeRawBufferPointer
  ) {
    nodes.removeAll()
    postings.removeAll()
    bits.removeAll()
    keys.removeAll()
    keys.append(first)
    keys.append(second)
    _ = grow(suffixes, spare, depth: 2, last: second, text)
  }

  /// The node of `suffixes`, which agree in `depth` units; the last of those is at hand, the text would have to be
  /// fetched from far away in memory.
  private mutating func grow(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, _ spare: UnsafeMutableBufferPointer<Suffix>, depth: Int,
    last: UInt16, _ text: UnsafeRawBufferPointer
  ) -> Int {
    let index = nodes.count
    var node = Node(key: UInt32(keys.count - depth), length: Int32(depth))
    nodes.append(node)
    node.listStart = postings.count
    if last == Fold.separator || depth == Self.longest || areInFewPassages(suffixes, last) {
      PostingCoder.appendPostings(of: suffixes, to: &postings)
      let start = bits.count
      coder.append(PostingCoder.Postings(rebasing: postings.elements[node.listStart...]), to: &bits)
      postings.truncate(to: node.listStart)
      (node.listStart, node.listEnd) = (start, bits.count)
      node.size = Self.leafSize(bits: node.list.count)
    } else {
      // A smaller branch fits into a page even if each of its places is a leaf.
      if suffixes.count * Self.leafSize(bits: PostingCoder.mostBytes(1) * 8) > coder.limits.page {
        PostingCoder.appendPostings(of: suffixes, to: &postings)
      }
      node.listEnd = postings.count
      if Suffix.isBehindWindow(depth) {
        for place in suffixes.indices { suffixes[place].read(depth, text) }
      }
      growChildren(of: &node, suffixes, spare, text)
    }
    nodes[index] = node
    return index
  }

  private mutating func growChildren(
    of node: inout Node, _ suffixes: UnsafeMutableBufferPointer<Suffix>, _ spare: UnsafeMutableBufferPointer<Suffix>,
    _ text: UnsafeRawBufferPointer
  ) {
    let depth = Int(node.length)
    var previous = 0
    let firstPart = splitter.parts.count
    splitter.split(suffixes, into: spare, depth: depth)
    let end = splitter.parts.count
    var start = 0
    for part in firstPart..<end {
      let (unit, count) = (splitter.parts[part].unit, Int(splitter.parts[part].count))
      let range = start..<start + count
      appendKey(node, unit)
      let child = grow(
        UnsafeMutableBufferPointer(rebasing: spare[range]), UnsafeMutableBufferPointer(rebasing: suffixes[range]),
        depth: depth + 1, last: unit, text)
      if previous == 0 { node.firstChild = Int32(child) } else { nodes.start[previous].nextSibling = Int32(child) }
      previous = child
      node.size += nodes[child].size
      start = range.upperBound
    }
    splitter.removeParts(from: firstPart)
  }

  /// Whether they are in so few passages that the string they agree in is not split.
  private func areInFewPassages(_ suffixes: UnsafeMutableBufferPointer<Suffix>, _ last: UInt16) -> Bool {
    let limit = Self.leafLimit(last, coder.limits)
    if suffixes.count <= limit { return true }
    var count = 0
    var passage = -1
    for suffix in suffixes {
      count &+= suffix.posting.passage != passage ? 1 : 0
      if count > limit { return false }
      passage = suffix.posting.passage
    }
    return true
  }

  /// Estimated bytes of a leaf in a page.
  private static func leafSize(bits: Int) -> Int { 3 + bits / 6 }

  /// Those of a branch that does not fit into a page.
  func postings(of branch: Node) -> PostingCoder.Postings {
    PostingCoder.Postings(rebasing: postings.elements[branch.list])
  }

  func forEachChild(of node: Node, _ body: (Node) throws -> Void) rethrows {
    var child = Int(node.firstChild)
    while child != 0 {
      try body(nodes[child])
      child = Int(nodes[child].nextSibling)
    }
  }

  func forEachLeaf(below node: Node, _ body: (Node) throws -> Void) rethrows {
    if node.isLeaf { try body(node) } else { try forEachChild(of: node) { try forEachLeaf(below: $0, body) } }
  }

  /// A string that ends in `last` is not split when it is in at most so many passages.
  static func leafLimit(_ last: UInt16, _ limits: IndexLimits) -> Int {
    isNumeral[Int(last)] ? limits.numeric : limits.ordinary
  }

  private static let isNumeral: [Bool] = {
    var isNumeral = [Bool](repeating: false, count: 0x10000)
    for unit in "0123456789abcdefghijklmnopqrstuvwxyz一二三四五六七八九十〇第年月日号".utf16 { isNumeral[Int(unit)] = true }
    return isNumeral
  }()

  /// The string of a child, by which it is told from the others.
  private mutating func appendKey(_ parent: Node, _ unit: UInt16) {
    let end = keys.count
    keys.resize(to: end + Int(parent.length) + 1)
    let (source, target) = (keys.start + Int(parent.key), keys.start + end)
    for index in 0..<Int(parent.length) { target[index] = source[index] }
    target[Int(parent.length)] = unit
  }

  func key(_ node: Node) -> RecordFile.Key {
    RecordFile.Key(rebasing: keys.elements[Int(node.key)..<Int(node.key) + Int(node.length)])
  }
}
