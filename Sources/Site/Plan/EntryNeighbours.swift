/// Which entries are next to each other. Every page asks, and to ask its section would count references to that.
struct EntryNeighbours {
  /// By position; -1 where there is none.
  private var newer, older: [Int32]

  /// - Parameter lists: each newest first.
  init(_ lists: [[Int]], count: Int) {
    newer = [Int32](repeating: -1, count: count)
    older = newer
    for list in lists {
      for (entry, next) in zip(list, list.dropFirst()) {
        older[entry] = Int32(next)
        newer[next] = Int32(entry)
      }
    }
  }

  subscript(position: Int) -> (newer: Int?, older: Int?) {
    func known(_ other: Int32) -> Int? { other < 0 ? nil : Int(other) }
    return (known(newer[position]), known(older[position]))
  }
}
