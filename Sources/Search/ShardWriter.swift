import Bytes

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
      var file = ShardFile()
      var pages = TreePages(coder, write: write)
      for shard in partition.shards {
        file.removeAll()
        groups.fill(partition, shard: shard)
        for group in groups.groups {
          if group.second == 0 {
            let start = Int(groups.suffixes[group.range.lowerBound].position)
            try append(
              RecordFile.Key(rebasing: text[start..<start + 1]), groups.suffixes[group.range].map(\.posting)[...],
              to: &file)
          } else {
            groups.suffixes.withUnsafeMutableBufferPointer {
              tree.build(UnsafeMutableBufferPointer(rebasing: $0[group.range]), second: group.second, &scratch)
            }
            try append(tree, &pages, to: &file)
          }
        }
        try write(Shards.path(shard), file.json())
      }
    }
  }

  /// A single unit.
  private func append(
    _ key: RecordFile.Key, _ postings: ArraySlice<PostingCoder.Posting>, to file: inout ShardFile
  ) throws {
    if postings.count > coder.limits.character { return try appendHeader(key, postings, to: &file) }
    var list = BitWriter()
    coder.append(postings, to: &list)
    file.records.append(key, isHeader: false, list)
  }

  private func append(_ tree: borrowing StringTree, _ pages: inout TreePages, to file: inout ShardFile) throws {
    let root = tree.root
    if root.size <= coder.limits.page || root.isLeaf { return file.appendLeaves(of: tree) }
    let key = tree.key(root)
    try appendHeader(key, tree.postings(of: root), to: &file)
    file.appendBorders(key, try pages.write(tree))
  }

  private func appendHeader(
    _ key: RecordFile.Key, _ postings: ArraySlice<PostingCoder.Posting>, to file: inout ShardFile
  ) throws {
    let list = CompleteList(postings, coder)
    var header = BitWriter()
    list.appendHeader(coder, to: &header)
    file.records.append(key, isHeader: true, header)
    try list.writeBlocks(key, coder, write)
  }
}

/// A shard: records, and the page borders of the strings that have pages. One is used for shard after shard.
private struct ShardFile: ~Copyable {
  var records = RecordFile()
  private var borders = ByteBuffer()

  mutating func removeAll() {
    records.removeAll()
    borders.removeAll()
  }

  mutating func appendLeaves(of tree: borrowing StringTree) {
    tree.forEachLeaf(below: tree.root) { records.append(tree.key($0), isHeader: false, tree.bits, $0.bits) }
  }

  /// The borders of `key`'s pages, each after an `A`.
  mutating func appendBorders(_ key: RecordFile.Key, _ all: [RecordFile.Key]) {
    if borders.count > 0 { borders.append(",") }
    borders.append("\"")
    WireText.shared.append(units: key, to: &borders)
    borders.append("\":\"")
    for border in all {
      borders.append(UInt8(ascii: "A"))
      WireText.shared.append(units: border, to: &borders)
    }
    borders.append("\"")
  }

  func json() -> [UInt8] {
    records.json(borders.count == 0 ? [] : Array(",\"p\":{".utf8) + borders.array() + Array("}".utf8))
  }
}
