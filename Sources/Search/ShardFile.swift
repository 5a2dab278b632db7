import Bytes

/// A shard: records, and the page borders of the strings that have pages. One is used for shard after shard.
struct ShardFile: ~Copyable {
  var records = RecordFile()

  mutating func begin() { records.begin() }

  mutating func appendLeaves(of tree: borrowing StringTree) {
    tree.forEachLeaf(below: tree.root) { records.append(tree.key($0), isHeader: false, tree.bits, $0.list) }
  }

  /// The borders of `key`'s pages, each after an `A`.
  mutating func appendBorders(_ key: RecordFile.Key, _ all: [RecordFile.Key]) {
    records.members.append(records.members.count == 0 ? ",\"p\":{\"" : ",\"")
    WireText.shared.append(units: key, to: &records.members)
    records.members.append("\":\"")
    for border in all {
      records.members.append(UInt8(ascii: "A"))
      WireText.shared.append(units: border, to: &records.members)
    }
    records.members.append("\"")
  }

  mutating func json() -> [UInt8] {
    if records.members.count > 0 { records.members.append("}") }
    return records.json()
  }
}
