import Archive

/// Which files of the output were made together, by their places in the archive.
struct OutputGroups: Sendable {
  /// One after the other. Files made together mostly stand together.
  private var ranges: [Fingerprint: [Range<Int>]] = [:]

  init() {}

  func members(of group: Fingerprint) -> [Int] { ranges[group, default: []].flatMap { $0 } }

  func holds(_ ordinal: Int, in group: Fingerprint) -> Bool {
    ranges[group, default: []].contains { $0.contains(ordinal) }
  }

  /// - Parameter ordinals: behind all that were added.
  mutating func add(_ ordinals: Range<Int>, to group: Fingerprint) {
    var own = ranges[group, default: []]
    if let last = own.last, last.upperBound == ordinals.lowerBound {
      own[own.count - 1] = last.lowerBound..<ordinals.upperBound
    } else {
      own.append(ordinals)
    }
    ranges[group] = own
  }

  /// Adds what another archive says of some of its files, which stand from `start` on here.
  mutating func add(_ other: OutputGroups, in ordinals: Range<Int>, from start: Int) {
    let distance = start - ordinals.lowerBound
    for (group, ranges) in other.ranges {
      for range in ranges where range.overlaps(ordinals) {
        let kept = range.clamped(to: ordinals)
        add(kept.lowerBound + distance..<kept.upperBound + distance, to: group)
      }
    }
  }

  // MARK: - In the cache

  init(_ reader: inout ByteReader) {
    let groups = reader.list { reader in
      (
        reader.fingerprint(),
        reader.list { reader in
          let start = reader.count()
          return start..<start + max(0, reader.count())
        }
      )
    }
    ranges = Dictionary(groups, uniquingKeysWith: { first, _ in first })
  }

  func write(to writer: inout ByteWriter) {
    writer.list(ranges.sorted { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }) { group, writer in
      writer.fingerprint(group.key)
      writer.list(group.value) { range, writer in
        writer.count(range.lowerBound)
        writer.count(range.count)
      }
    }
  }
}
