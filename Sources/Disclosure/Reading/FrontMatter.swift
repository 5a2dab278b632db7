import Diagnostics
import Glibc

/// Where the YAML and the Markdown of a file stand.
public struct FrontMatter {
  let yaml: Range<Int>
  let body: Range<Int>

  /// Splits a file at its `---` lines; a byte order mark and CRLF are accepted.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, path: String, _ diagnostics: inout [Diagnostic]) {
    switch Split(bytes) {
    case .missing(let start):
      let span = SourceSpan(path: path, range: ByteRange(start, min(bytes.count, start + 3)))
      diagnostics.append(
        Diagnostic(
          .missingFrontMatter, at: span, zh: "文件应以“---”行开头，接着写标题等字段，再以“---”行结束",
          en: "a file starts with a “---” line, fields such as the title, and another “---” line"))
      return nil
    case .unclosed(let first):
      diagnostics.append(
        Diagnostic(
          .unclosedFrontMatter, at: SourceSpan(path: path, range: ByteRange(first)),
          zh: "文件头从这里开始，但后面没有单独一行的“---”来结束", en: "the front matter starts here, but no “---” line ends it"))
      return nil
    case .whole(let yaml, let body): (self.yaml, self.body) = (yaml, body)
    }
  }

  /// Where the body of a file begins, for checks that come before the file is read: 0 where no front matter is told
  /// from it, and all is body.
  public static func bodyStart(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if case .whole(_, let body) = Split(bytes) { body.lowerBound } else { 0 }
  }
}

/// What the `---` lines of a file make of it.
private enum Split {
  /// The file begins, at the given byte, with something else.
  case missing(Int)
  /// There is a first such line, and no second.
  case unclosed(Range<Int>)
  case whole(yaml: Range<Int>, body: Range<Int>)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines = LineScanner(bytes, from: start)
    guard let first = lines.next(), lines.isFence(first) else {
      self = .missing(start)
      return
    }
    let yamlStart = lines.position
    while let line = lines.next() {
      guard lines.isFence(line) else { continue }
      self = .whole(yaml: yamlStart..<line.lowerBound, body: lines.position..<bytes.count)
      return
    }
    self = .unclosed(first)
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
    guard position < bytes.count, let base = bytes.baseAddress else { return nil }
    let start = position
    let lineFeed = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    let end = lineFeed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
    position = min(end + 1, bytes.count)
    return start..<end
  }

  /// `---`, with nothing but white space after it.
  func isFence(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, line.prefix(3).allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return false }
    return line.dropFirst(3).allSatisfy { bytes[$0] <= 0x20 }
  }
}
