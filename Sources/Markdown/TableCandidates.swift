import Bytes

/// Where a text may have tables, as far as can be told without parsing it.
enum TableCandidates {
  case none
  /// The paragraphs on these lines, at the document's top level, and nowhere else.
  case paragraphs([ClosedRange<Int>])
  /// Only a parse can tell.
  case anywhere

  /// Tables as editors write them stand between blank lines, and all their lines begin with a pipe. Such lines are a
  /// paragraph unless they are in a fenced block or one of HTML: no other block goes on behind a blank line with one
  /// that is not indented.
  static func find(in lines: inout SourceLines) -> TableCandidates {
    let text = lines.text
    let hasFences = text.firstRange(of: "```") != nil || text.firstRange(of: "~~~") != nil
    if hasFences, text.firstRange(of: "table") != nil || text.firstRange(of: "表格") != nil { return .anywhere }
    var paragraphs: [ClosedRange<Int>] = []
    var search = 0
    while let end = rowEnd(in: text, from: search) {
      let line = lines.line(at: end)
      search = end + 1
      guard beginsWithPipe(line, &lines) else { continue }
      if paragraphs.isEmpty, hasFences || text.firstIndex(of: UInt8(ascii: "<"), from: 0) != nil { return .anywhere }
      guard let paragraph = pipeParagraph(from: line, &lines) else { return .anywhere }
      paragraphs.append(paragraph)
      search = lines.start(of: paragraph.upperBound + 1)
    }
    search = 0
    for paragraph in paragraphs {
      if delimiterRow(in: text, search..<lines.start(of: paragraph.lowerBound)) { return .anywhere }
      search = lines.start(of: paragraph.upperBound + 1)
    }
    if delimiterRow(in: text, search..<text.count) { return .anywhere }
    return paragraphs.isEmpty ? .none : .paragraphs(paragraphs)
  }

  /// The next pipe that ends its line above one that begins with a pipe, or with the dash of an underline.
  private static func rowEnd(in text: UnsafeBufferPointer<UInt8>, from search: Int) -> Int? {
    guard var index = text.firstIndex(of: UInt8(ascii: "|"), from: search) else { return nil }
    while let lineFeed = text.firstIndex(of: UInt8(ascii: "\n"), from: index) {
      index = lineFeed + 1
      guard index < text.count, text[index] == UInt8(ascii: "|") || text[index] == UInt8(ascii: "-") else { continue }
      var end = lineFeed
      while end > search, text[end - 1] <= 0x20, text[end - 1] != UInt8(ascii: "\n") { end -= 1 }
      if end > search, text[end - 1] == UInt8(ascii: "|") { return end - 1 }
    }
    return nil
  }

  /// Whether a run of the characters of a delimiter row ends its line and begins one, or follows a `>`.
  ///
  /// Every delimiter row has a dash, and a pipe or a colon.
  private static func delimiterRow(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let text = UnsafeBufferPointer(rebasing: text[range])
    var index = 0
    while let dash = text.firstIndex(of: UInt8(ascii: "-"), from: index) {
      var start = dash
      while start > 0, isDelimiter(text[start - 1]) { start -= 1 }
      var end = dash
      while end < text.count, isDelimiter(text[end]) { end += 1 }
      index = end
      let endsLine = end == text.count || isLineEnd(text[end])
      let beginsLine = start == 0 || isLineEnd(text[start - 1]) || text[start - 1] == UInt8(ascii: ">")
      guard beginsLine, endsLine else { continue }
      if text[start..<end].contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }) { return true }
    }
    return false
  }

  /// The lines from this one, which begins with a pipe, to a blank one; nothing if the line before is not blank, or
  /// one of them does not begin with a pipe.
  private static func pipeParagraph(from line: Int, _ lines: inout SourceLines) -> ClosedRange<Int>? {
    guard line == 1 || isBlank(line - 1, &lines) else { return nil }
    var last = line
    while lines.start(of: last + 1) < lines.text.count, !isBlank(last + 1, &lines) {
      guard beginsWithPipe(last + 1, &lines) else { return nil }
      last += 1
    }
    return line...last
  }

  private static func beginsWithPipe(_ line: Int, _ lines: inout SourceLines) -> Bool {
    lines.text[lines.range(of: line)].first == UInt8(ascii: "|")
  }

  private static func isBlank(_ line: Int, _ lines: inout SourceLines) -> Bool {
    lines.text[lines.range(of: line)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool { ("-|: \t\u{B}\u{C}" as StaticString).contains(byte) }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
