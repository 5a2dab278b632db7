import Diagnostics

/// Where the YAML and the Markdown of a file stand.
struct FrontMatter {
  let yaml: Range<Int>
  let body: Range<Int>

  /// Splits a file at its `---` lines; a byte order mark and CRLF are accepted.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, path: String, _ diagnostics: inout [Diagnostic]) {
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    var lines = LineScanner(bytes, from: start)
    guard let first = lines.next(), lines.isFence(first) else {
      let span = SourceSpan(path: path, range: ByteRange(start, min(bytes.count, start + 3)))
      diagnostics.append(
        Diagnostic(
          .missingFrontMatter, at: span, zh: "文件应以“---”行开头，接着写标题等字段，再以“---”行结束",
          en: "a file starts with a “---” line, fields such as the title, and another “---” line"))
      return nil
    }
    let yamlStart = lines.position
    while let line = lines.next() {
      if lines.isFence(line) {
        yaml = yamlStart..<line.lowerBound
        body = lines.position..<bytes.count
        return
      }
    }
    diagnostics.append(
      Diagnostic(
        .unclosedFrontMatter, at: SourceSpan(path: path, range: ByteRange(first)),
        zh: "文件头从这里开始，但后面没有单独一行的“---”来结束", en: "the front matter starts here, but no “---” line ends it",
        fixes: [.init(zh: "在最后一个字段之后另起一行写“---”", en: "add a “---” line after the last field")]))
    return nil
  }
}

/// Lines of a buffer, one after the other.
private struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// The next line without its ending.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    let end = position
    if position < bytes.count { position += 1 }
    return start..<end
  }

  /// `---`, with nothing but white space after it.
  func isFence(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, line.prefix(3).allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return false }
    return line.dropFirst(3).allSatisfy { bytes[$0] <= 0x20 }
  }
}
