extension SitePlan {
  /// Positions of the pages, in the order they are best made in.
  ///
  /// Lists come last, by their first entries: an entry is then met in all its lists one soon after the other, and its
  /// line is rendered for the first of them.
  public var makingOrder: [Int] {
    var others: [Int] = []
    var lists: [(entry: Int, page: Int)] = []
    others.reserveCapacity(pages.count)
    for index in pages.indices {
      // Nearly all are documents' own, and nothing of a page need be taken out to tell that.
      if !pages[index].isDocument, let entry = firstEntry(of: pages[index]) {
        lists.append((entry, index))
      } else {
        others.append(index)
      }
    }
    return others + lists.sorted { $0 < $1 }.map(\.page)
  }

  /// Of a list.
  private func firstEntry(of page: PlannedPage) -> Int? {
    guard case .list(let term, let part, let organ) = page.content else { return nil }
    return (term?.entries ?? section(organ).entries)[part.rows].first
  }
}
