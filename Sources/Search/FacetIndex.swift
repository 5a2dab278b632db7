import Bytes

/// What readers filter by: for each facet the entries of each value, in blocks of ids.
///
/// `facets.json` names facets, values, counts and months; `x/NAME-N.json` holds one block of a facet, the posting list
/// of each of its values. Both are fetched only when a reader opens the filters.
struct FacetIndex {
  /// The ids of the entries that have a facet, in their order.
  struct Assignments: Sendable {
    fileprivate var entries: [SearchDocument.Facet: [Int]] = [:]

    mutating func add(_ facets: [SearchDocument.Facet], of entry: Int) {
      for facet in facets where facet.name != FacetIndex.year && entries[facet]?.last != entry {
        entries[facet, default: []].append(entry)
      }
    }

    /// Adds those of higher ids.
    mutating func add(_ others: Assignments) { entries.merge(others.entries) { $0 + $1 } }
  }

  private struct Column {
    var name: String
    var values: [(value: String, entries: [Int])]
  }

  /// Taken from the months, never from an entry's facets.
  static let year = "year"
  private static let blockSpan = 16_384

  private let columns: [Column]
  private let months: [SlotPlan.Month]
  private let universe: Int
  private let years: [(name: String, count: Int)]

  init(_ assignments: Assignments, plan: SlotPlan) {
    let entries = assignments.entries
    let facets = entries.keys.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    var columns: [Column] = []
    for facet in facets {
      if columns.last?.name != facet.name { columns.append(Column(name: facet.name, values: [])) }
      columns[columns.count - 1].values.append((facet.value, entries[facet] ?? []))
    }
    self.columns = columns
    months = plan.months
    universe = plan.universe
    var years: [(name: String, count: Int)] = []
    let used = plan.ids.sorted()
    for month in plan.months where !month.name.isEmpty {
      let name = String(month.name.prefix(4))
      if years.last?.name != name { years.append((name, 0)) }
      years[years.count - 1].count += Self.count(used, in: month.slots)
    }
    self.years = years.reversed()
  }

  private static func count(_ sorted: [Int], in range: Range<Int>) -> Int {
    func below(_ bound: Int) -> Int { sorted.indices.partitionPoint { sorted[$0] >= bound } }
    return below(range.upperBound) - below(range.lowerBound)
  }

  var names: [String] { columns.map(\.name) }

  /// - Parameter firstPassages: by id.
  func write(_ coder: PostingCoder, firstPassages: [Int], to write: SearchIndexBuilder.Write) throws {
    try write("facets.json", Array(summary().utf8))
    for column in columns {
      for block in 0..<(universe + Self.blockSpan - 1) / Self.blockSpan {
        let path = "x/\(Self.fileName(column.name))-\(block).json"
        try write(path, self.block(block, of: column, coder, firstPassages))
      }
    }
  }

  private func summary() -> String {
    func list(_ values: [(name: String, count: Int)]) -> String {
      JSONText.array(values.map { "[\(JSONText.string($0.name)),\($0.count)]" })
    }
    let facets = columns.map { column in
      let values = column.values.map { (name: $0.value, count: $0.entries.count) }
      return (column.name, list(values))
    }
    let starts = months.map { "[\(JSONText.string($0.name)),\($0.slots.lowerBound)]" }
    return JSONText.object([
      ("facets", JSONText.object(facets + [(Self.year, list(years))])), ("months", JSONText.array(starts)),
    ])
  }

  private func block(
    _ number: Int, of column: Column, _ coder: PostingCoder, _ firstPassages: [Int]
  ) -> [UInt8] {
    let base = number * Self.blockSpan
    var names: [String] = []
    var bits = BitWriter()
    for (value, entries) in column.values {
      let postings = entries.drop { $0 < base }.prefix { $0 < base + Self.blockSpan }.map {
        PostingCoder.Posting(passage: firstPassages[$0], .text)
      }
      if postings.isEmpty { continue }
      names.append(JSONText.string(value))
      postings.withUnsafeBufferPointer { coder.append($0, base: base, universe: Self.blockSpan, to: &bits) }
    }
    var out = ByteBuffer()
    out.append(contentsOf: "{\"v\":\(JSONText.array(names)),\"d\":\"")
    bits.appendBase64(to: &out)
    out.append("\"}")
    return out.array()
  }

  /// A facet's name where it is safe in an address, else its bytes in hexadecimal.
  private static func fileName(_ name: String) -> String {
    let isSafe = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    return isSafe ? name : "_" + name.utf8.map { String(Int($0) | 0x100, radix: 16).dropFirst() }.joined()
  }
}
