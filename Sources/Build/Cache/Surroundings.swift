import Archive
import Site

/// Which documents a plan needs that is to make a document's page as the whole site's does, by the ordinals of their
/// records.
struct Surroundings {
  /// Those that what all pages have in common follows from.
  private(set) var frame: [Int] = []
  /// The lists of all records, one after the other, and where each begins.
  private var others: [Int] = []
  private var starts = [0]

  /// - Parameters:
  ///   - ordinals: by position in the catalog; -1 for documents that have no record.
  ///   - count: how many records there are.
  init(_ plan: SitePlan, ordinals: [Int], count: Int) {
    var positions = [Int](repeating: -1, count: count)
    for (position, ordinal) in ordinals.enumerated() where ordinal >= 0 { positions[ordinal] = position }
    let entries = plan.catalog[.entry]
    starts.reserveCapacity(count + 1)
    for position in positions {
      if entries.contains(position) {
        plan.forEachSurrounding(ofEntry: position) { other in
          if ordinals[other] >= 0 { others.append(ordinals[other]) }
        }
      }
      starts.append(others.count)
    }
    frame = plan.frame { ordinals[$0] >= 0 }.map { ordinals[$0] }.filter { $0 >= 0 }
  }

  /// Besides the frame's.
  subscript(ordinal: Int) -> ArraySlice<Int> { others[starts[ordinal]..<starts[ordinal + 1]] }

  // MARK: - In the cache

  /// What `write` wrote; `nil` where the bytes cannot be that.
  init?(_ bytes: UnsafeRawBufferPointer, records count: Int) {
    var reader = ByteReader(bytes)
    frame = reader.list { $0.count() }
    for size in reader.list({ $0.count() }) { starts.append(starts[starts.count - 1] + size) }
    others = reader.list { $0.count() }
    guard reader.isFinished, starts.count == count + 1, starts.last == others.count,
      (frame + others).allSatisfy({ (0..<count).contains($0) })
    else { return nil }
  }

  func write(to writer: inout ByteWriter) {
    writer.list(frame) { $1.count($0) }
    writer.list(zip(starts, starts.dropFirst()).map { $1 - $0 }) { $1.count($0) }
    writer.list(others) { $1.count($0) }
  }
}
