import CYAML
import Diagnostics

/// What libyaml stumbled over, told the way an editor would need to hear it.
struct SyntaxFailure {
  private let problem: String
  private var offset: Int
  private let lines: LineView

  init(_ parser: yaml_parser_t, _ cursor: CodePointCursor) {
    var cursor = cursor
    problem = parser.problem.map { String(cString: $0) } ?? ""
    offset =
      parser.error == YAML_READER_ERROR
      ? cursor.base + min(parser.problem_offset, cursor.bytes.count)
      : cursor.offset(ofCodePoint: Self.mark(parser, problem).index)
    lines = LineView(bytes: cursor.bytes, base: cursor.base)
  }

  /// A line without a colon is noticed where the next one begins, but it is that line that lacks it.
  private static func mark(_ parser: yaml_parser_t, _ problem: String) -> yaml_mark_t {
    problem.contains("expected ':'") ? parser.context_mark : parser.problem_mark
  }

  func diagnostic(path: String) -> Diagnostic {
    if let colon = lines.fullwidthColon(atOrAbove: offset) {
      return .fullwidthColon(at: SourceSpan(path: path, range: ByteRange(colon, colon + 3)))
    }
    if let colon = lines.colonWithoutSpace(atOrAbove: offset) {
      return Diagnostic(
        .yamlSyntax, at: SourceSpan(path: path, range: ByteRange(colon, colon + 1)),
        zh: "冒号后面要有一个空格", en: "a space is wanted after the colon",
        fixes: [Diagnostic.Fix(zh: "改为“: ”", en: "replace it with “: ”", replacement: ": ")])
    }
    if let tab = lines.tabIndentation(at: offset) {
      return Diagnostic(
        .yamlTab, at: SourceSpan(path: path, range: ByteRange(tab, tab + 1)),
        zh: "缩进用了制表符（Tab），请改用空格", en: "indent with spaces, not with a tab",
        fixes: [Diagnostic.Fix(zh: "改为两个空格", en: "use two spaces", replacement: "  ")])
    }
    let at = min(offset, lines.end)
    let text = explanation
    return Diagnostic(.yamlSyntax, at: SourceSpan(path: path, range: ByteRange(at, at)), zh: text.zh, en: text.en)
  }

  /// libyaml's English, turned round to what the writer should do.
  private var explanation: Text {
    switch problem {
    case let p where p.contains("mapping values are not allowed"):
      Text(
        zh: "这里不能再出现“: ”；值里含有冒号加空格时请给整个值加引号，并检查缩进",
        en: "“: ” is not allowed here; quote the value if it holds a colon and a space, and check the indentation")
    case let p where p.contains("expected ':'"):
      Text(zh: "这一行缺少“: ”；每行应写成“字段: 值”", en: "“: ” is missing; each line reads “key: value”")
    case let p where p.contains("unexpected end of stream") || p.contains("unexpected document indicator"):
      Text(zh: "引号或括号没有写完就结束了，请补上另一半", en: "a quote or bracket is not closed; add its other half")
    case let p where p.contains("',' or ']'"):
      Text(zh: "方括号列表没有写完：缺少“,”或“]”（应为半角）", en: "the [list] is not complete: “,” or “]” is missing")
    case let p where p.contains("',' or '}'"):
      Text(zh: "花括号里没有写完：缺少“,”或“}”（应为半角）", en: "the {mapping} is not complete: “,” or “}” is missing")
    case let p where p.contains("cannot start any token"):
      Text(
        zh: "值不能以这个字符开头（@、`、% 等），请给值加引号", en: "a value cannot start with this character; quote it")
    case let p where p.contains("block mapping") || p.contains("expected key") || p.contains("block end"):
      Text(
        zh: "缩进与上面的字段不一致，或上一行没有写完", en: "the indentation differs from the keys above, or the line above is incomplete")
    case let p where p.contains("control characters"):
      Text(zh: "含有不可见的控制字符，请删除", en: "there is an invisible control character; delete it")
    case let p where p.contains("alphabetic or numeric") || p.contains("expected whitespace or line break"):
      Text(zh: "值不能以“&”“*”“!”开头，请给值加引号", en: "a value cannot start with “&”, “*” or “!”; quote it")
    default:
      Text(
        zh: "YAML 写法有误（\(problem)）；引号和括号要成对，值里有特殊符号时请给整个值加引号",
        en: "malformed YAML: \(problem); close quotes and brackets, and quote a value that holds special signs")
    }
  }
}

extension Diagnostic {
  static func fullwidthColon(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .yamlFullwidthColon, at: span, zh: "字段名后面是全角冒号“：”，应为半角冒号加一个空格",
      en: "the key is followed by a full-width colon; use “: ”",
      fixes: [Fix(zh: "改为“: ”", en: "replace it with “: ”", replacement: ": ")])
  }
}

/// Lines of the text round a failure.
private struct LineView {
  let bytes: UnsafeBufferPointer<UInt8>
  let base: Int

  var end: Int { base + bytes.count }

  /// A full-width colon that stands where `: ` should, on the failing line or the nearest lines above.
  func fullwidthColon(atOrAbove offset: Int) -> Int? {
    var line = lineRange(containing: min(max(0, offset - base), bytes.count))
    for _ in 0..<4 {
      if let colon = fullwidthColon(in: line) { return base + colon }
      guard line.lowerBound > 0 else { return nil }
      line = lineRange(containing: line.lowerBound - 1)
    }
    return nil
  }

  /// The first colon of the failing line or the one above, where no space follows it and it is not an address's.
  func colonWithoutSpace(atOrAbove offset: Int) -> Int? {
    let line = lineRange(containing: min(max(0, offset - base), bytes.count))
    let above = line.lowerBound > 0 ? lineRange(containing: line.lowerBound - 1) : line
    for line in [line, above] {
      guard let colon = line.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon + 1 < line.upperBound else {
        continue
      }
      if bytes[colon + 1] & 0x80 != 0 || Self.isLetterOrDigit(bytes[colon + 1]) { return base + colon }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  func tabIndentation(at offset: Int) -> Int? {
    let line = lineRange(containing: min(max(0, offset - base), bytes.count))
    for i in line {
      if bytes[i] == UInt8(ascii: "\t") { return base + i }
      if bytes[i] != UInt8(ascii: " ") { return nil }
    }
    return nil
  }

  private func lineRange(containing position: Int) -> Range<Int> {
    var start = min(position, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = min(position, bytes.count)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return start..<end
  }

  /// Within the first 40 bytes, before any half-width colon or quote.
  private func fullwidthColon(in line: Range<Int>) -> Int? {
    var i = line.lowerBound
    while i + 2 < min(line.upperBound, line.lowerBound + 40) {
      if bytes[i] == UInt8(ascii: ":") || bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") { return nil }
      if bytes[i] == 0xEF, bytes[i + 1] == 0xBC, bytes[i + 2] == 0x9A { return i }
      i += 1
    }
    return nil
  }
}
