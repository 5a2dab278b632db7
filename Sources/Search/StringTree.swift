/// All strings that begin with two given units, split by their next unit as far as they are found in many passages.
///
/// A leaf is a string found in so few passages that a reader can look through them; its record is the list of all of
/// them. A query longer than a leaf's string has only that list to be checked against, whatever the site's size.
struct StringTree {
  struct Node {
    /// Where the string stands in the corpus, and its length.
    var position: Int
    var depth: Int
    var children: [Int] = []
    /// A leaf's list in `bits`.
    var bits = 0..<0
    /// A branch's passages; a leaf has them in its list.
    var postings: [PostingCoder.Posting] = []
    /// Estimated bytes of its leaves in a page.
    var size = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var bits = BitWriter()

  /// Longer strings are not split, however frequent: `search.js` has letters for this many shared units.
  static let longest = 22

  private let coder: PostingCoder
  private let text: UnsafeBufferPointer<UInt16>

  /// `suffixes` are those of one group, in the order of the corpus; they are reordered.
  init(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, _ scratch: inout SplitScratch,
    text: UnsafeBufferPointer<UInt16>, coder: PostingCoder
  ) {
    self.coder = coder
    self.text = text
    _ = grow(suffixes, depth: 2, &scratch)
  }

  /// The node of `suffixes`, which agree in `depth` units.
  private mutating func grow(
    _ suffixes: UnsafeMutableBufferPointer<Suffix>, depth: Int, _ scratch: inout SplitScratch
  ) -> Int {
    let position = Int(suffixes[0].position)
    let index = nodes.count
    var node = Node(position: position, depth: depth)
    nodes.append(node)
    let postings = Self.distinct(suffixes)
    let last = text[position + depth - 1]
    let limit = Self.isNumeric(last) ? coder.limits.numeric : coder.limits.ordinary
    if postings.count <= limit || last == Fold.separator || depth == Self.longest {
      let start = bits.count
      coder.append(postings, to: &bits)
      node.bits = start..<bits.count
      node.size = 3 + node.bits.count / 6
    } else {
      node.postings = postings
      for range in scratch.split(suffixes, depth: depth, text) {
        let child = grow(UnsafeMutableBufferPointer(rebasing: suffixes[range]), depth: depth + 1, &scratch)
        node.children.append(child)
        node.size += nodes[child].size
      }
    }
    nodes[index] = node
    return index
  }

  private static func distinct(_ suffixes: UnsafeMutableBufferPointer<Suffix>) -> [PostingCoder.Posting] {
    var out: [PostingCoder.Posting] = []
    var last = -1
    for suffix in suffixes where suffix.posting.passage != last {
      out.append(suffix.posting)
      last = suffix.posting.passage
    }
    return out
  }

  private static let numerals = Set("一二三四五六七八九十〇第年月日号".utf16)

  private static func isNumeric(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || (0x61...0x7A).contains(unit) || (unit >= 0x3007 && numerals.contains(unit))
  }

  func key(_ node: Node) -> Slice<UnsafeBufferPointer<UInt16>> { text[node.position..<node.position + node.depth] }
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
