/// Cuts a list into pages numbered from the oldest, so that pages keep their address and content as entries come.
struct Pagination: Sendable {
  static let size = 20

  /// One page: its number from the oldest, and which rows of the newest-first list it holds.
  struct Page: Sendable {
    let path: String
    let number: Int
    let pages: Int
    let rows: Range<Int>
    let folder: String
  }

  let count: Int

  /// Full pages of older rows; the newest page takes what is left, up to twice the size less one.
  private var olderPages: Int { max(0, count / Self.size - 1) }

  /// Newest first. A list without rows still has its page.
  func pages(in folder: String) -> [Page] {
    let total = olderPages + 1
    return (0..<total).reversed().map { i in
      let oldest = i * Self.size
      let end = i == olderPages ? count : oldest + Self.size
      return Page(
        path: Self.path(of: i + 1, of: total, in: folder), number: i + 1, pages: total,
        rows: (count - end)..<(count - oldest), folder: folder)
    }
  }

  static func path(of number: Int, of pages: Int, in folder: String) -> String {
    number == pages ? "\(folder)/index.html" : "\(folder)/page-\(number).html"
  }
}
