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
    map.append(rewritten: text.count, source: source, .inserted)
    text.append(inserted)
  }

  /// Begins a piece of the old text from `source` on, to be written by the caller. What is put in at its end stands for
  /// what the old text has before the next piece.
  @inline(__always)
  mutating func beginPiece(at source: Int) {
    map.append(rewritten: text.count, source: source, .copiedAndReplaced)
  }

  /// Puts in a number.
  mutating func insert(_ number: Int, at source: Int) {
    map.append(rewritten: text.count, source: source, .inserted)
    text.append(number)
  }
}

/// Where the pieces of a rewritten text came from.
struct SourceMap {
  enum Kind {
    case copied
    case inserted
    /// Copied, but for what is at its end, which stands for text up to the next piece.
    case copiedAndReplaced
  }

  private struct Piece {
    let rewritten: Int
    let source: Int
    let kind: Kind
  }

  private var pieces: [Piece] = []

  mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

  mutating func append(rewritten: Int, source: Int, _ kind: Kind = .copied) {
    pieces.append(Piece(rewritten: rewritten, source: source, kind: kind))
  }

  /// The offset in the old text of `offset` in the new one; the same when nothing was rewritten.
  func sourceOffset(of offset: Int) -> Int { place(offset, inPieceOf: offset) }

  /// The end in the old text of what ends at `end` in the new one.
  func sourceEnd(of end: Int) -> Int { end > 0 ? place(end, inPieceOf: end - 1) : end }

  private func place(_ offset: Int, inPieceOf member: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].rewritten <= member { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let piece = pieces[low - 1]
    let place = piece.source + offset - piece.rewritten
    return switch piece.kind {
    case .copied: place
    case .inserted: piece.source
    case .copiedAndReplaced: low < pieces.count ? min(place, pieces[low].source) : place
    }
  }
}
