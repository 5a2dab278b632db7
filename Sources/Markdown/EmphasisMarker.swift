/// Makes `*` open and close beside Chinese punctuation where a reader of Chinese sees it open and close.
///
/// A mark put beside a run is a letter in libcmark's eyes; `Flanking` says where one is wanted.
struct EmphasisMarker {
  private let source: UnsafeBufferPointer<UInt8>

  /// Rewrites `source` into `output`; says false, and writes nothing, when there is nothing to mark.
  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    let marker = EmphasisMarker(source: source)
    output.begin(with: source)
    var copied = 0
    var index = 0
    while let start = source.firstIndex(of: UInt8(ascii: "*"), from: index) {
      var end = start + 1
      while end < source.count, source[end] == UInt8(ascii: "*") { end += 1 }
      index = end
      let runStart = marker.isEscaped(start) ? start + 1 : start
      guard runStart < end else { continue }
      let marks = Flanking.marks(
        before: marker.neighbour(before: runStart), after: marker.neighbour(after: end))
      if marks.before {
        output.copy(copied..<runStart, of: source)
        output.insert(Mark.text, at: runStart)
        copied = runStart
      }
      if marks.after {
        output.copy(copied..<end, of: source)
        output.insert(Mark.text, at: end)
        copied = end
      }
    }
    guard copied > 0 else { return false }
    output.copy(copied..<source.count, of: source)
    return true
  }

  private func isEscaped(_ index: Int) -> Bool {
    var start = index
    while start > 0, source[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (index - start) % 2 == 1
  }

  private func neighbour(before index: Int) -> Flanking.Neighbour {
    guard index > 0 else { return .space }
    if source[index - 1] == UInt8(ascii: ">"), isBlockQuotePrefix(before: index) { return .space }
    return Flanking.classify(Scalars.decode(source, before: index).value)
  }

  private func neighbour(after index: Int) -> Flanking.Neighbour {
    index < source.count ? Flanking.classify(Scalars.decode(source, at: index).value) : .space
  }

  /// Whether the `>` before `index` opens a block quote: nothing but such signs and spaces before it on its line.
  private func isBlockQuotePrefix(before index: Int) -> Bool {
    var index = index
    while index > 0, source[index - 1] != UInt8(ascii: "\n"), source[index - 1] != UInt8(ascii: "\r") {
      guard source[index - 1] == UInt8(ascii: ">") || source[index - 1] == UInt8(ascii: " ") else { return false }
      index -= 1
    }
    return true
  }
}
