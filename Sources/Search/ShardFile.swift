import Bytes

/// A shard: records, and the page borders of the strings that have pages. One is used for shard after shard.
struct ShardFile: ~Copyable {
  var records = RecordFile()
  private var borders = ByteBuffer()

  mutating func begin() {
    records.begin()
    borders.removeAll()
  }

  mutating func appendLeaves(of tree: borrowing StringTree) {
    tree.forEachLeaf(below: tree.root) { records.append(tree.key($0), isHeader: false, tree.bits, $0.list) }
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
