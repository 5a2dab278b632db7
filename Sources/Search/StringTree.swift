/// All strings that begin with two given units, split by their next unit as far as they are found in many passages.
///
/// A leaf is a string found in so few passages that a reader can look through them; its record is the list of all of
/// them. A query longer than a leaf's string has only that list to be checked against, whatever the site's size.
struct StringTree: ~Copyable {
  struct Node {
    /// Where the string stands in the corpus, and its length.
    var position: Int
    var depth: Int
    /// In `nodes`; 0 where there is none.
    var firstChild = 0
    var nextSibling = 0
    /// A leaf's list in `bits`.
    var bits = 0..<0
    /// A branch's passages in `postings`; a leaf has them in its list.
    var postings = 0..<0
    /// Estimated bytes of its leaves in a page.
    var size = 0

    var isLeaf: Bool { firstChild == 0 }
  }

  private(set) var nodes: [Node] = []
  private(set) var bits = BitWriter()
  private var postings: [PostingCoder.Posting] = []

  /// Longer strings are not split, however frequent: `search.js` has letters for this many shared units.
  static let longest = 22

  private let coder: PostingCoder
  private let text: UnsafeBufferPointer<UInt16>

  /// A tree of nothing yet; one is used for group after group, and keeps its memory.
  init(text: UnsafeBufferPointer<UInt16>, coder: PostingCoder) {
    self.coder = coder
    self.text = text
  }

  var root: Node { nodes[0] }

  /// Becomes the tree of one group's suffixes, which are in the order of the corpus; they are reordered. `second` is
  /// the second of the two units they agree in.
  mutating func build(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, second: UInt16, _ scratch: inout SplitScratch
  ) {
    nodes.removeAll(keepingCapacity: true)
    postings.removeAll(keepingCapacity: true)
    bits.removeAll()
    _ = grow(suffixes, depth: 2, last: second, &scratch)
  }

  /// The node of `suffixes`, which agree in `depth` units; the last of those is at hand, the text would have to be
  /// fetched from far away in memory.
  private mutating func grow(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, depth: Int, last: UInt16, _ scratch: inout SplitScratch
  ) -> Int {
    let index = nodes.count
    var node = Node(position: Int(suffixes[0].position), depth: depth)
    nodes.append(node)
    node.postings = appendPostings(of: suffixes)
    let limit = Self.isNumeral[Int(last)] ? coder.limits.numeric : coder.limits.ordinary
    if node.postings.count <= limit || last == Fold.separator || depth == Self.longest {
      let start = bits.count
      coder.append(postings[node.postings], to: &bits)
      postings.removeLast(node.postings.count)
      node.postings = 0..<0
      node.bits = start..<bits.count
      node.size = 3 + node.bits.count / 6
    } else {
      var previous = 0
      for range in scratch.split(suffixes, depth: depth, text) {
        let unit = suffixes[range.lowerBound].unit(depth, text)
        let child = grow(
          UnsafeMutableBufferPointer(rebasing: suffixes[range]), depth: depth + 1, last: unit, &scratch)
        if previous == 0 { node.firstChild = child } else { nodes[previous].nextSibling = child }
        previous = child
        node.size += nodes[child].size
      }
    }
    nodes[index] = node
    return index
  }

  /// One posting a passage.
  private mutating func appendPostings(of suffixes: UnsafeMutableBufferPointer<Suffix>) -> Range<Int> {
    let start = postings.count
    var last = -1
    for suffix in suffixes where suffix.posting.passage != last {
      postings.append(suffix.posting)
      last = suffix.posting.passage
    }
    return start..<postings.count
  }

  func postings(of branch: Node) -> ArraySlice<PostingCoder.Posting> { postings[branch.postings] }

  func forEachChild(of node: Node, _ body: (Node) throws -> Void) rethrows {
    var child = node.firstChild
    while child != 0 {
      try body(nodes[child])
      child = nodes[child].nextSibling
    }
  }

  func forEachLeaf(below node: Node, _ body: (Node) throws -> Void) rethrows {
    if node.isLeaf { try body(node) } else { try forEachChild(of: node) { try forEachLeaf(below: $0, body) } }
  }

  private static let isNumeral: [Bool] = {
    var isNumeral = [Bool](repeating: false, count: 0x10000)
    for unit in "0123456789abcdefghijklmnopqrstuvwxyz一二三四五六七八九十〇第年月日号".utf16 { isNumeral[Int(unit)] = true }
    return isNumeral
  }()

  func key(_ node: Node) -> RecordFile.Key {
    RecordFile.Key(rebasing: text[node.position..<node.position + node.depth])
  }
}

/// Buffers for splitting, kept by a worker.
struct SplitScratch {
  private var counts = [Int32](repeating: 0, count: 0x10000)
  private var buffer: [Suffix] = []

  /// Sorts by the unit at `depth`, keeping the order of equals, and gives the ranges of equal ones.
  mutating func split(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, depth: Int, _ text: UnsafeBufferPointer<UInt16>
  ) -> [Range<Int>] {
    var seen: [UInt16] = []
    for suffix in suffixes {
      let unit = suffix.unit(depth, text)
      if counts[Int(unit)] == 0 { seen.append(unit) }
      counts[Int(unit)] += 1
    }
    seen.sort()
    var ranges: [Range<Int>] = []
    var start = 0
    for unit in seen {
      let count = Int(counts[Int(unit)])
      ranges.append(start..<start + count)
      counts[Int(unit)] = Int32(start)
      start += count
    }
    if seen.count > 1 {
      buffer.removeAll(keepingCapacity: true)
      buffer.append(contentsOf: suffixes)
      for suffix in buffer {
        let unit = Int(suffix.unit(depth, text))
        suffixes[Int(counts[unit])] = suffix
        counts[unit] += 1
      }
    }
    for unit in seen { counts[Int(unit)] = 0 }
    return ranges
  }
}
