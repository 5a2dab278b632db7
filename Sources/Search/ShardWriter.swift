/// Makes the files of one partition: shards, pages of strings too frequent for a shard, complete lists.
struct ShardWriter {
  let corpus: FoldedCorpus
  let coder: PostingCoder
  let shards: Shards
  let write: SearchIndexBuilder.Write

  func run(_ partition: Partition) throws {
    var groups = ShardGroups()
    var scratch = SplitScratch()
    try corpus.units.withUnsafeBufferPointer { text in
      var tree = StringTree(text: text, coder: coder)
      for shard in partition.shards {
        var file = ShardFile()
        groups.fill(partition, shard: shard)
        for group in groups.groups {
          if group.second == 0 {
            try append(group.first, groups.suffixes[group.range].map(\.posting)[...], to: &file)
          } else {
            groups.suffixes.withUnsafeMutableBufferPointer {
              tree.build(UnsafeMutableBufferPointer(rebasing: $0[group.range]), second: group.second, &scratch)
            }
            try append(tree, to: &file)
          }
        }
        try write(Shards.path(shard), file.json())
      }
    }
  }

  private func append(
    _ unit: UInt16, _ postings: ArraySlice<PostingCoder.Posting>, to file: inout ShardFile
  ) throws {
    if postings.count > coder.limits.character { return try appendHeader([unit], postings, to: &file) }
    var list = BitWriter()
    coder.append(postings, to: &list)
    file.records.append([unit], isHeader: false, list)
  }

  private func append(_ tree: StringTree, to file: inout ShardFile) throws {
    let root = tree.root
    if root.size <= coder.limits.page || root.isLeaf { return file.appendLeaves(of: tree) }
    let key = Array(tree.key(root))
    try appendHeader(key, tree.postings(of: root), to: &file)
    file.appendBorders(key, try TreePages(tree, coder, write: write).borders)
  }

  private func appendHeader(
    _ key: [UInt16], _ postings: ArraySlice<PostingCoder.Posting>, to file: inout ShardFile
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

  mutating func appendLeaves(of tree: StringTree) {
    tree.forEachLeaf(below: tree.root) { records.append(tree.key($0), isHeader: false, tree.bits, $0.bits) }
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
