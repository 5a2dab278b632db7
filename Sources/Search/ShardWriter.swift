/// Makes the files of one partition: shards, pages of strings too frequent for a shard, complete lists.
struct ShardWriter {
  let corpus: FoldedCorpus
  let coder: PostingCoder
  let shards: Shards
  let write: SearchIndexBuilder.Write

  func run(_ partition: consuming Partition, number: Int) throws {
    let groups = partition.groups
    let characters = partition.characters
    var suffixes = partition.suffixes
    var scratch = SplitScratch()
    let span = shards.count / shards.partitions
    var rest = groups[...]
    try corpus.units.withUnsafeBufferPointer { text in
      try suffixes.withUnsafeMutableBufferPointer { suffixes in
        for shard in number * span..<(number + 1) * span {
          var file = ShardFile()
          while let group = rest.first, group.shard == shard {
            rest = rest.dropFirst()
            if group.second == 0 {
              try append(group.first, characters[group.range], to: &file)
            } else {
              let slice = UnsafeMutableBufferPointer(rebasing: suffixes[group.range])
              try append(StringTree(slice, &scratch, text: text, coder: coder), to: &file)
            }
          }
          try write(Shards.path(shard), file.json())
        }
      }
    }
  }

  private func append(
    _ unit: UInt16, _ postings: ArraySlice<PostingCoder.Posting>, to file: inout ShardFile
  ) throws {
    if postings.count > coder.limits.character { return try appendHeader([unit], Array(postings), to: &file) }
    var list = BitWriter()
    coder.append(postings, to: &list)
    file.records.append([unit], isHeader: false, list)
  }

  private func append(_ tree: StringTree, to file: inout ShardFile) throws {
    let root = tree.nodes[0]
    if root.size <= coder.limits.page || root.children.isEmpty { return file.appendLeaves(of: root, tree) }
    let key = Array(tree.key(root))
    try appendHeader(key, root.postings, to: &file)
    file.appendBorders(key, try TreePages(tree, coder, write: write).borders)
  }

  private func appendHeader(
    _ key: [UInt16], _ postings: [PostingCoder.Posting], to file: inout ShardFile
  ) throws {
    let list = CompleteList(postings, coder)
    var header = BitWriter()
    list.appendHeader(coder, to: &header)
    file.records.append(key, isHeader: true, header)
    try list.writeBlocks(key, coder, write)
  }
}

/// A shard: records, and the page borders of the strings that have pages.
private struct ShardFile {
  var records = RecordFile()
  private var borders: [UInt8] = []

  mutating func appendLeaves(of node: StringTree.Node, _ tree: StringTree) {
    if node.children.isEmpty {
      return records.append(tree.key(node), isHeader: false, tree.bits, node.bits)
    }
    for child in node.children { appendLeaves(of: tree.nodes[child], tree) }
  }

  /// The borders of `key`'s pages, each after an `A`.
  mutating func appendBorders(_ key: [UInt16], _ all: [[UInt16]]) {
    borders.append(contentsOf: (borders.isEmpty ? "\"" : ",\"").utf8)
    WireText.shared.append(units: key, to: &borders)
    borders.append(contentsOf: "\":\"".utf8)
    for border in all {
      borders.append(UInt8(ascii: "A"))
      WireText.shared.append(units: border, to: &borders)
    }
    borders.append(UInt8(ascii: "\""))
  }

  func json() -> [UInt8] { records.json(borders.isEmpty ? [] : Array(",\"p\":{".utf8) + borders + Array("}".utf8)) }
}
