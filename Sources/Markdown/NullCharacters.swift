/// Replaces U+0000 by U+FFFD, as CommonMark §2.3 asks.
///
/// libcmark would do so itself, but count columns by what it put in.
enum NullCharacters {
  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    guard let first = source.firstIndex(of: 0, from: 0) else { return false }
    output.begin(with: source)
    var copied = 0
    for null in first..<source.count where source[null] == 0 {
      output.copy(copied..<null, of: source, replacingNextBy: "\u{FFFD}")
      copied = null + 1
    }
    output.copy(copied..<source.count, of: source)
    return true
  }
}
