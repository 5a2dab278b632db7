import Bytes

/// A text made from another by copying most of it and putting in or leaving out some.
///
/// Remembers where each copied piece came from, so that places in the new text can be found in the old one.
struct RewrittenSource: ~Copyable {
  var text: ByteBuffer
  private(set) var map = SourceMap()

  init(capacity: Int = 1024) { text = ByteBuffer(capacity: capacity) }

  /// Begins anew with a text made from `source`.
  mutating func begin(with source: UnsafeBufferPointer<UInt8>) {
    text.removeAll()
    text.reserve(source.count + source.count / 4)
    map.removeAll()
  }

  /// Copies `range` of `source`.
  @inline(__always)
  mutating func copy(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>) {
    map.append(rewritten: text.count, source: range.lowerBound)
    text.append(UnsafeBufferPointer(rebasing: source[range]))
  }

  /// Puts in text that the old one does not have; it counts as standing at `source`.
  @inline(__always)
  mutating func insert(_ inserted: StaticString, at source: Int) {
    map.append(rewritten: text.count, source: source, isInserted: true)
    text.append(inserted)
  }

  /// Puts in a number.
  mutating func insert(_ number: Int, at source: Int) {
    map.append(rewritten: text.count, source: source, isInserted: true)
    text.append(number)
  }
}

/// Where the pieces of a rewritten text came from.
struct SourceMap {
  private struct Piece {
    let rewritten: Int
    let source: Int
    let isInserted: Bool
  }

  private var pieces: [Piece] = []

  mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

  mutating func append(rewritten: Int, source: Int, isInserted: Bool = false) {
    pieces.append(Piece(rewritten: rewritten, source: source, isInserted: isInserted))
  }

  /// The offset in the old text of `offset` in the new one; the same when nothing was rewritten.
  func sourceOffset(of offset: Int) -> Int {
    guard let piece = piece(at: offset) else { return offset }
    return piece.isInserted ? piece.source : piece.source + offset - piece.rewritten
  }

  /// The end in the old text of what ends at `end` in the new one.
  func sourceEnd(of end: Int) -> Int {
    guard end > 0, let piece = piece(at: end - 1) else { return end }
    return piece.isInserted ? piece.source : piece.source + end - piece.rewritten
  }

  private func piece(at offset: Int) -> Piece? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].rewritten <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}
