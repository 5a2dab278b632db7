import Bytes

/// Replaces U+0000 by U+FFFD, as CommonMark §2.3 asks.
///
/// libcmark would do so itself, but count columns by what it put in.
enum NullCharacters {
  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    guard let first = source.firstIndex(of: 0, from: 0) else { return false }
    output.begin(with: source)
    output.copy(0..<first, of: source)
    output.beginPiece(at: first)
    for index in first..<source.count {
      if source[index] != 0 {
        output.text.append(source[index])
      } else {
        output.text.append("\u{FFFD}")
        output.beginPiece(at: index + 1)
      }
    }
    return true
  }
}
