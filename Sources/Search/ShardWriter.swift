/// Makes the files of partitions: shards, pages of strings too frequent for a shard, complete lists.
///
/// One is used for partition after partition, and keeps its memory.
struct ShardWriter: ~Copyable {
  private let corpus: FoldedCorpus
  private let coder: PostingCoder
  private let shards: Shards
  private let write: SearchIndexBuilder.Write
  private var partition: Partition
  private var tree: StringTree
  private var pages: TreePages
  private var file = ShardFile()
  /// The two units of a group, or the only one.
  private var key = GrowableBuffer<UInt16>()
  private var postings = GrowableBuffer<PostingCoder.Posting>()

  init(_ corpus: FoldedCorpus, _ coder: PostingCoder, _ shards: Shards, write: @escaping SearchIndexBuilder.Write) {
    self.corpus = corpus
    self.coder = coder
    self.shards = shards
    self.write = write
    partition = Partition(corpus, shards)
    tree = StringTree(coder)
    pages = TreePages(coder, write: write)
  }

  mutating func run(_ number: Int, from places: PartitionPlaces) throws {
    partition.fill(number, from: places)
    let corpus = corpus
    try corpus.units.withUnsafeBytes { try writeShards(of: number, $0) }
  }

  private mutating func writeShards(of number: Int, _ text: UnsafeRawBufferPointer) throws {
    var next = 0
    for shard in shards.shards(of: number) {
      file.begin()
      while next < partition.groups.count, partition.groups[next].shard == shard {
        try append(partition.groups[next], text)
        next += 1
      }
      try write(Shards.path(shard), file.json())
    }
  }

  private mutating func append(_ group: Partition.Group, _ text: UnsafeRawBufferPointer) throws {
    key.removeAll()
    key.append(group.first)
    if group.second == 0 {
      return try appendSingle(PostingCoder.Postings(rebasing: partition.postings.elements[group.range]))
    }
    key.append(group.second)
    let suffixes = UnsafeMutableBufferPointer(rebasing: partition.suffixes.elements[group.range])
    if suffixes.count <= StringTree.leafLimit(group.second, coder.limits) { return append(suffixes) }
    let spare = UnsafeMutableBufferPointer(rebasing: partition.spare[group.range])
    tree.build(suffixes, spare: spare, first: group.first, second: group.second, text)
    let root = tree.root
    if root.size <= coder.limits.page || root.isLeaf { return file.appendLeaves(of: tree) }
    let key = tree.key(root)
    try appendHeader(key, tree.postings(of: root))
    file.appendBorders(key, try pages.write(tree))
  }

  /// A single unit, which is not split; where it is in many passages, it has a header.
  private mutating func appendSingle(_ postings: PostingCoder.Postings) throws {
    let key = RecordFile.Key(key.elements)
    if postings.count > coder.limits.character { return try appendHeader(key, postings) }
    file.records.append(key, isHeader: false) { coder.append(postings, to: &$0) }
  }

  /// `key`, which is not split.
  private mutating func append(_ suffixes: UnsafeMutableBufferPointer<Suffix>) {
    postings.removeAll()
    PostingCoder.appendPostings(of: suffixes, to: &postings)
    let all = PostingCoder.Postings(postings.elements)
    file.records.append(RecordFile.Key(key.elements), isHeader: false) { coder.append(all, to: &$0) }
  }

  private mutating func appendHeader(_ key: RecordFile.Key, _ postings: PostingCoder.Postings) throws {
    let list = CompleteList(postings, coder)
    file.records.append(key, isHeader: true) { list.appendHeader(coder, to: &$0) }
    try list.writeBlocks(key, coder, write)
  }
}
