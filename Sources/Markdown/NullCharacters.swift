/// Replaces U+0000 by U+FFFD, as CommonMark §2.3 asks.
///
/// libcmark would do so itself, but count columns by what it put in.
enum NullCharacters {
  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    guard var null = source.firstIndex(of: 0, from: 0) else { return false }
    output.removeAll()
    var copied = 0
    while true {
      output.copy(copied..<null, of: source)
      output.insert("\u{FFFD}", at: null)
      copied = null + 1
      guard let next = source.firstIndex(of: 0, from: copied) else { break }
      null = next
    }
    output.copy(copied..<source.count, of: source)
    return true
  }
}
