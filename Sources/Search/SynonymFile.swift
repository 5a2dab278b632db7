/// An office's own list of words that are looked up together: one group a line, `社保 = 社会保险 = 社会保障`.
///
/// Empty lines and lines that begin with `#` are skipped.
public struct SynonymFile: Sendable, Hashable {
  /// For `SearchOptions.synonyms`.
  public private(set) var groups: [[String]] = []
  /// The byte ranges of lines that name fewer than two words: whoever reads the file reports them.
  public private(set) var incompleteLines: [Range<Int>] = []

  public init(_ bytes: [UInt8]) {
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let text = String(decoding: line, as: UTF8.self)
      let words = text.split { $0 == "=" || $0 == "＝" }.map(Self.trimmed).filter { !$0.isEmpty }
      guard let first = text.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      if words.count > 1 {
        groups.append(words)
      } else {
        incompleteLines.append(start..<start + line.count)
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let rest = text.drop(while: \.isWhitespace)
    return String(rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)])
  }
}
