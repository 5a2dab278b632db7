/// Keeps what the editor escaped from being read by the extensions: `\~`, `\[^1]`, `www\.example.cn`, `a\@b.cn`.
///
/// libcmark's tree has no trace of a backslash, so a mark is put behind the escaped character.
enum EscapeMarker {
  private static let signs: StaticString = "~[:.@"

  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    output.begin(with: source)
    var copied = 0
    var index = 0
    while let backslash = source.firstIndex(of: UInt8(ascii: "\\"), from: index) {
      index = backslash + 2
      guard index <= source.count, signs.contains(source[backslash + 1]) else { continue }
      // Beside `*` and `_` a mark would change what they are.
      if index < source.count, ("*_" as StaticString).contains(source[index]) { continue }
      output.copy(copied..<index, of: source)
      output.insert(Mark.text, at: index)
      copied = index
    }
    guard copied > 0 else { return false }
    output.copy(copied..<source.count, of: source)
    return true
  }
}
