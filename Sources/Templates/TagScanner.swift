import Diagnostics

extension DiagnosticKind {
  static let templateSyntax = DiagnosticKind(
    "template.syntax", .error, fatal: true, zh: "模板标签写法有误", en: "malformed template tag",
    remedy: Text(zh: "每个“{{”都要有“}}”", en: "close every “{{” with “}}”"))
}

/// One `{{…}}` of a template.
struct Tag {
  enum Kind {
    case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiters
  }

  let kind: Kind
  /// From the opening to the closing delimiter.
  let range: Range<Int>
  /// The name without the sign before it and the blanks around it.
  let name: Range<Int>
}

/// Finds the tags of a template one by one, following changes of delimiters.
///
/// A tag that makes no sense is reported and passed over; one that never ends is reported and ends the scan.
struct TagScanner {
  private let bytes: [UInt8]
  private var position: Int
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  private(set) var problems: [(range: Range<Int>, message: Text)] = []

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.position = start
  }

  mutating func next() -> Tag? {
    while let start = find(opening, from: position) {
      let content = start + opening.count
      let (kind, signWidth) = sign(at: content)
      let ending = ending(of: kind, braced: signWidth == 1 && bytes[content] == UInt8(ascii: "{"))
      guard let end = find(ending, from: content + signWidth) else {
        position = bytes.count
        let closer = String(decoding: ending, as: UTF8.self)
        report(
          start..<lineEnd(from: start), zh: "标签没有结束：缺少“\(closer)”", en: "the tag never ends: “\(closer)” is missing")
        return nil
      }
      let tag = Tag(kind: kind, range: start..<(end + ending.count), name: trimmed(content + signWidth, end))
      position = tag.range.upperBound
      if accept(tag) { return tag }
    }
    return nil
  }

  private func sign(at offset: Int) -> (Tag.Kind, width: Int) {
    guard offset < bytes.count else { return (.variable, 0) }
    switch bytes[offset] {
    case UInt8(ascii: "#"): return (.section, 1)
    case UInt8(ascii: "^"): return (.inverted, 1)
    case UInt8(ascii: "/"): return (.close, 1)
    case UInt8(ascii: ">"): return (.partial, 1)
    case UInt8(ascii: "<"): return (.parent, 1)
    case UInt8(ascii: "$"): return (.block, 1)
    case UInt8(ascii: "!"): return (.comment, 1)
    case UInt8(ascii: "="): return (.delimiters, 1)
    case UInt8(ascii: "&"), UInt8(ascii: "{"): return (.unescaped, 1)
    default: return (.variable, 0)
    }
  }

  private func ending(of kind: Tag.Kind, braced: Bool) -> [UInt8] {
    if kind == .delimiters { return [UInt8(ascii: "=")] + closing }
    return braced ? [UInt8(ascii: "}")] + closing : closing
  }

  /// Whether the tag's content is what its kind asks for; delimiters take effect here.
  private mutating func accept(_ tag: Tag) -> Bool {
    switch tag.kind {
    case .comment:
      return true
    case .delimiters:
      let words = bytes[tag.name].split(whereSeparator: \.isBlankOrNewline)
      guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
        report(
          tag.range, zh: "设置分隔符须写两个符号，如 {{=<% %>=}}", en: "a change of delimiters names two, as in {{=<% %>=}}")
        return false
      }
      opening = Array(words[0])
      closing = Array(words[1])
      return true
    default:
      if tag.name.isEmpty {
        report(tag.range, zh: "标签里没有名称", en: "the tag holds no name")
        return false
      }
      if bytes[tag.name].contains(where: \.isBlankOrNewline) {
        report(tag.range, zh: "标签里的名称不能含空白", en: "a name in a tag holds no blanks")
        return false
      }
      let parts = bytes[tag.name].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      if tag.kind.namesValue, bytes[tag.name] != [UInt8(ascii: ".")], parts.contains(where: \.isEmpty) {
        report(tag.range, zh: "点号前后都须有名称", en: "a dot stands between two names")
        return false
      }
      return true
    }
  }

  private mutating func report(_ range: Range<Int>, zh: String, en: String) {
    problems.append((range, Text(zh: zh, en: en)))
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard start <= bytes.count - pattern.count else { return nil }
    return (start...(bytes.count - pattern.count)).first { offset in
      bytes[offset] == pattern[0] && bytes[offset..<(offset + pattern.count)].elementsEqual(pattern)
    }
  }

  private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var (start, end) = (start, end)
    while start < end, bytes[start].isBlankOrNewline { start += 1 }
    while end > start, bytes[end - 1].isBlankOrNewline { end -= 1 }
    return start..<end
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(where: \.isNewline) ?? bytes.count
  }
}

extension Tag.Kind {
  /// The tag's name is looked up in the model, not among templates and blocks.
  fileprivate var namesValue: Bool {
    switch self {
    case .variable, .unescaped, .section, .inverted: true
    default: false
    }
  }
}

extension UInt8 {
  var isNewline: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isBlankOrNewline: Bool { isBlank || isNewline }
}
