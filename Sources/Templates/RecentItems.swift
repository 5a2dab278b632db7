/// The items of lists that were rendered last, for contexts used by one thread. It holds so many at most, however many
/// there are.
public final class RecentItems {
  // Lists that are made in the order of their first items ask for nearly all their items again among as many as these.
  private static let capacity = 2_048

  private struct Item {
    let list: Int
    let identity: Int
    let bytes: [UInt8]
  }

  // Handed out whole, and changed in no other place than `keep`.
  @exclusivity(unchecked) private var items: [Item?] = []
  private var lists = 0

  public init() {}

  /// Numbers of lists that no item is known of.
  func newLists(_ count: Int) -> Range<Int> {
    lists += count
    return (lists - count)..<lists
  }

  subscript(list: Int, identity: Int) -> [UInt8]? {
    guard !items.isEmpty, let item = items[Self.place(list, identity)] else { return nil }
    return item.list == list && item.identity == identity ? item.bytes : nil
  }

  func keep(_ bytes: [UInt8], list: Int, identity: Int) {
    if items.isEmpty { items = Array(repeating: nil, count: Self.capacity) }
    items[Self.place(list, identity)] = Item(list: list, identity: identity, bytes: bytes)
  }

  private static func place(_ list: Int, _ identity: Int) -> Int {
    // Neighbours in one list stay out of each other's way; an odd factor spreads the lists.
    Int((UInt(bitPattern: identity) &+ UInt(bitPattern: list) &* 0x9E37_79B9) % UInt(capacity))
  }
}
