/// How many entries took so many working days.
struct DayCounts: Sendable {
  /// By number of days.
  private var counts: [Int] = []
  /// Of entries.
  private(set) var count = 0

  /// - Parameter days: none is less than none.
  mutating func add(_ days: Int) {
    if days >= counts.count { counts += [Int](repeating: 0, count: days + 1 - counts.count) }
    counts[days] += 1
    count += 1
  }

  /// Entries that took no more than so many days.
  func count(upTo days: Int) -> Int { counts.prefix(days + 1).reduce(0, +) }

  /// The fewest days that at least half of the entries did not exceed.
  var median: Int? {
    var rest = (count + 1) / 2
    return counts.firstIndex { number in
      rest -= number
      return rest <= 0
    }
  }

  var longest: Int? { counts.indices.last }
}
