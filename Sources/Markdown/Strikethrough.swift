import CCmark

/// Turns `~text~` and `~~text~~` among a node's children into `<del>` elements.
///
/// Runs of one or two tildes open and close as runs of `*` do, but only within one element: what libcmark has made
/// emphasis stays so. A run that could close the last opener, but has another length, is text, as in cmark-gfm.
struct Strikethrough {
  private struct Run {
    let node: CmarkNode
    let range: Range<Int>
    let opens: Bool
    let closes: Bool
  }

  private var runs: [Run] = []
  private let chineseTypography: Bool

  static func apply(
    toChildrenOf parent: CmarkNode, chineseTypography: Bool, in arena: borrowing ParseArena
  ) {
    var strikethrough = Strikethrough(chineseTypography: chineseTypography)
    var child = parent.firstChild
    while let node = child {
      if node.type == CMARK_NODE_TEXT { strikethrough.findRuns(node) }
      child = node.next
    }
    let pairs = strikethrough.match()
    if !pairs.isEmpty { strikethrough.wrap(pairs, in: arena) }
  }

  private init(chineseTypography: Bool) { self.chineseTypography = chineseTypography }

  private mutating func findRuns(_ node: CmarkNode) {
    let text = node.literal
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "~") else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == UInt8(ascii: "~") { index += 1 }
      // The last tilde before a mark was escaped.
      let end = Mark.isMark(text, at: index) && !Mark.isMark(text, at: index + Mark.byteCount) ? index - 1 : index
      guard (1...2).contains(end - start) else { continue }
      let roles = Flanking.roles(
        before: neighbour(before: start, text, node), after: neighbour(after: end, text, node),
        chineseTypography: chineseTypography)
      runs.append(Run(node: node, range: start..<end, opens: roles.opens, closes: roles.closes))
    }
  }

  private func neighbour(
    before index: Int, _ text: UnsafeBufferPointer<UInt8>, _ node: CmarkNode
  ) -> Flanking.Neighbour {
    var index = index
    if index >= Mark.byteCount, Mark.isMark(text, at: index - Mark.byteCount) { index -= Mark.byteCount }
    if index > 0 { return Flanking.classify(Scalars.decode(text, before: index).value) }
    return edge(node.previous, node)
  }

  private func neighbour(
    after index: Int, _ text: UnsafeBufferPointer<UInt8>, _ node: CmarkNode
  ) -> Flanking.Neighbour {
    index < text.count ? Flanking.classify(Scalars.decode(text, at: index).value) : edge(node.next, node)
  }

  /// What stands beside a text node: the sign of an element, or the edge of the line.
  private func edge(_ sibling: CmarkNode?, _ node: CmarkNode) -> Flanking.Neighbour {
    guard let sibling else {
      let isInElement = node.parent.map { $0.type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue } ?? false
      return isInElement ? .ascii(UInt8(ascii: "*")) : .space
    }
    let isBreak = sibling.type == CMARK_NODE_SOFTBREAK || sibling.type == CMARK_NODE_LINEBREAK
    return isBreak ? .space : .ascii(UInt8(ascii: "*"))
  }

  /// Pairs of openers and closers, inner pairs before outer ones.
  private func match() -> [(opener: Int, closer: Int)] {
    var openers: [Int] = []
    var pairs: [(opener: Int, closer: Int)] = []
    for (index, run) in runs.enumerated() {
      if run.closes, let opener = openers.last {
        guard runs[opener].range.count == run.range.count else { continue }
        openers.removeLast()
        pairs.append((opener, index))
      } else if run.opens {
        openers.append(index)
      }
    }
    return pairs
  }

  private func wrap(_ pairs: [(opener: Int, closer: Int)], in arena: borrowing ParseArena) {
    var isMatched = [Bool](repeating: false, count: runs.count)
    for (opener, closer) in pairs { (isMatched[opener], isMatched[closer]) = (true, true) }
    var elements = [CmarkNode?](repeating: nil, count: runs.count)
    var index = 0
    while index < runs.count {
      let node = runs[index].node
      // The node's text stays where it is in the arena when the node is given another.
      let text = node.literal
      var copied = 0
      while index < runs.count, runs[index].node == node {
        if isMatched[index], let element = CmarkNode.element("<del>", "</del>", in: arena) {
          Self.insert(text[copied..<runs[index].range.lowerBound], before: node, in: arena)
          element.insert(before: node)
          elements[index] = element
          copied = runs[index].range.upperBound
        }
        index += 1
      }
      if copied > 0 { node.setText(UnsafeBufferPointer(rebasing: text[copied...]), in: arena) }
    }
    for (opener, closer) in pairs {
      guard let element = elements[opener], let end = elements[closer] else { continue }
      while let sibling = element.next, sibling != end { element.append(sibling) }
      end.remove()
    }
  }

  private static func insert(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, before node: CmarkNode, in arena: borrowing ParseArena
  ) {
    guard !text.isEmpty else { return }
    CmarkNode.text(UnsafeBufferPointer(rebasing: text), in: arena)?.insert(before: node)
  }
}
