/// An entry as the index sees it: folded fields with separators, cut into passages.
///
/// One is used for entry after entry, and keeps its memory.
struct FoldedEntry: ~Copyable {
  /// Title, numbers and text, each followed by `Fold.separator`.
  private(set) var units = GrowableBuffer<UInt16>()
  /// Where the title ends.
  private(set) var titleEnd = 0
  /// Where the text begins.
  private(set) var numbersEnd = 0
  /// The passages of the text; the first one also stands for title and numbers.
  private(set) var passages: [Passage] = []
  private let fold: Fold

  struct Passage {
    /// Offset in `units`; the passage ends where the next begins.
    var start: Int
    var bytes: Range<Int>
  }

  /// A text up to this many units is one passage; a longer one is cut, leaving at least `shortest` in the last.
  static let longest = 1_800
  private static let shortest = 1_000
  private static let reach = 1_400

  init(_ fold: Fold) { self.fold = fold }

  mutating func fill(_ document: SearchDocument, title: String) {
    units.removeAll()
    append(title)
    titleEnd = units.count
    for number in document.numbers { append(number) }
    numbersEnd = units.count
    document.text.withUnsafeBufferPointer { fold.append($0, to: &units) }
    var breaks: [Break] = []
    if units.count - numbersEnd >= Self.longest {
      units.truncate(to: numbersEnd)
      breaks = appendLong(document.text)
    }
    units.append(Fold.separator)
    cut(document.text.count, breaks)
  }

  private mutating func append(_ field: String) {
    fold.append(field, to: &units)
    units.append(Fold.separator)
  }

  private struct Break {
    var unit: Int
    var byte: Int
    /// The end of a paragraph before the end of a sentence before any place between two characters.
    var rank: Int
  }

  /// Folds a text and notes where it may be cut, which takes longer.
  private mutating func appendLong(_ text: [UInt8]) -> [Break] {
    var breaks: [Break] = []
    text.withUnsafeBufferPointer { bytes in
      var offset = 0
      var lastBreak = 0
      while offset < bytes.count {
        let scalar = UTF8ScalarDecoder.scalar(bytes, &offset)
        fold.append(scalar, to: &units)
        let rank = scalar == 0x0A ? 2 : scalar == 0x3002 || scalar == 0xFF1B ? 1 : 0
        // A combining mark belongs to what is before it, so that parts fold as the whole does.
        let markFollows = offset < bytes.count && (bytes[offset] & 0xFE == 0xCC || bytes[offset] == 0xE3)
        if rank > 0 || (units.count - lastBreak > 64 && !markFollows) {
          breaks.append(Break(unit: units.count, byte: offset, rank: rank))
          lastBreak = units.count
        }
      }
    }
    return breaks
  }

  private mutating func cut(_ byteCount: Int, _ breaks: [Break]) {
    var start = Break(unit: numbersEnd, byte: 0, rank: 0)
    var rest = breaks[...]
    passages = [Passage(start: 0, bytes: 0..<byteCount)]
    while units.count - start.unit > Self.longest {
      rest = rest.drop { $0.unit < start.unit + Self.shortest }
      let window = rest.prefix { $0.unit <= start.unit + Self.reach }
      guard let next = window.max(by: { ($0.rank, -$0.unit) < ($1.rank, -$1.unit) }) ?? rest.first else { return }
      passages[passages.count - 1].bytes = start.byte..<next.byte
      passages.append(Passage(start: next.unit, bytes: next.byte..<byteCount))
      start = next
    }
  }
}
