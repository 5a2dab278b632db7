/// A table's HTML with gaps where its cells' text goes.
///
/// The text of captions and cells that have any reaches libcmark as marked headings after the table's own; while the
/// tree is walked, the text of each falls into the next gap.
struct TableMarkup {
  private var html: [UInt8] = []
  /// Where the gaps are.
  private var gaps: [Int] = []

  mutating func append(_ markup: StaticString) {
    html.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func append(contentsOf markup: String) { html.append(contentsOf: markup.utf8) }

  mutating func appendGap() { gaps.append(html.count) }

  var gapCount: Int { gaps.count }

  /// The markup before the gap of this number; after the last gap, the rest.
  func piece(_ number: Int) -> ArraySlice<UInt8> {
    html[(number == 0 ? 0 : gaps[number - 1])..<(number < gaps.count ? gaps[number] : html.count)]
  }
}

/// The text of a cell or caption in the source, and the pair of characters that stands for its second alone in there.
struct TableContent {
  let range: Range<Int>
  var escape: (UInt8, UInt8)?
}

/// How a column is set.
enum ColumnAlignment {
  case none, left, center, right

  /// The class of a cell in the column, as an attribute.
  var attribute: StaticString {
    switch self {
    case .none: ""
    case .left: " class=\"align-left\""
    case .center: " class=\"align-center\""
    case .right: " class=\"align-right\""
    }
  }
}
