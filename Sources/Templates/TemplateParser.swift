import Diagnostics

extension DiagnosticKind {
  static let templateUnbalanced = DiagnosticKind(
    "template.unbalanced", .error, fatal: true, zh: "模板标签不成对", en: "template tags do not pair",
    remedy: Text(
      zh: "区段用 {{#名称}} 开始、{{/名称}} 结束，一一对应",
      en: "open a section with {{#name}} and close it with {{/name}}"))
  static let templateTooLarge = DiagnosticKind(
    "template.too-large", .error, fatal: true, zh: "模板嵌套过深或展开过大", en: "template nested too deeply or expanding too far",
    remedy: Text(zh: "拆成几个模板", en: "split it into several templates"))
}

/// Pairs a template's tags, and takes standalone lines out as the Mustache specification asks.
struct TemplateParser {
  /// Sections, parents and blocks within each other. No page needs a tenth of it.
  static let deepestNesting = 100

  private let file: TemplateFile
  private let start: Int
  private var scanner: TagScanner
  private var nodes: [Node] = []
  /// Containers whose closing tag is yet to come, as indices of `nodes`.
  private var open: [Int] = []
  /// The first byte that no node accounts for yet.
  private var cursor: Int
  private var diagnostics: [Diagnostic] = []

  private init(_ file: TemplateFile) {
    self.file = file
    self.start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.cursor = start
    self.scanner = TagScanner(file.bytes, from: start)
  }

  /// The template, as far as it makes sense, and everything wrong with its tags.
  static func parse(_ file: TemplateFile) -> (ParsedTemplate, [Diagnostic]) {
    var parser = TemplateParser(file)
    parser.parse()
    return (ParsedTemplate(file: file, nodes: parser.nodes), parser.diagnostics)
  }

  private mutating func parse() {
    if let offset = file.bytes.firstInvalidUTF8 {
      report(.templateSyntax, offset..<(offset + 1), zh: "模板不是 UTF-8 编码", en: "the template is not UTF-8")
      return
    }
    while let tag = scanner.next() {
      if open.count >= Self.deepestNesting, tag.kind.opens {
        report(
          .templateTooLarge, tag.range, zh: "标签嵌套超过 \(Self.deepestNesting) 层",
          en: "tags are nested more than \(Self.deepestNesting) deep")
        return
      }
      place(tag)
    }
    flush(upTo: file.bytes.count, beforeTag: false)
    for problem in scanner.problems {
      report(.templateSyntax, problem.range, zh: problem.message.zh, en: problem.message.en)
    }
    for index in open.reversed() {
      let name = String(decoding: file.bytes[nodes[index].range], as: UTF8.self)
      nodes[index].end = nodes.count
      report(
        .templateUnbalanced, nodes[index].tag, zh: "“\(name)”没有对应的结束标签 {{/\(name)}}",
        en: "“\(name)” is never closed by {{/\(name)}}")
    }
  }

  private mutating func place(_ tag: Tag) {
    switch tag.kind {
    case .variable, .unescaped:
      flush(upTo: tag.range.lowerBound, beforeTag: true)
      append(tag.kind == .variable ? .variable : .unescaped, tag)
      cursor = tag.range.upperBound
    case .comment, .delimiters:
      removeLineOrTag(tag)
    case .partial:
      let blanks = leadingBlanks(of: tag)
      let isStandalone = removeLineOrTag(tag)
      append(.partial, tag)
      nodes[nodes.count - 1].isStandalone = isStandalone
      if isStandalone, let blanks { nodes[nodes.count - 1].indentation = blanks }
    case .section, .inverted:
      removeLineOrTag(tag)
      begin(tag.kind == .section ? .section : .inverted, tag)
    case .parent:
      flush(upTo: tag.range.lowerBound, beforeTag: true)
      begin(.parent, tag)
      cursor = tag.range.upperBound
    case .block:
      beginBlock(tag)
    case .close:
      close(tag)
    }
  }

  private mutating func beginBlock(_ tag: Tag) {
    let blanks = leadingBlanks(of: tag)
    let lineAfter = restOfLine(after: tag.range.upperBound)
    if let container = open.last, nodes[container].kind == .parent {
      flush(upTo: tag.range.lowerBound, beforeTag: true)
      begin(.block, tag)
      cursor = lineAfter ?? tag.range.upperBound
      nodes[nodes.count - 1].startsFreshLine = lineAfter != nil
    } else {
      let isStandalone = removeLineOrTag(tag)
      begin(.block, tag)
      nodes[nodes.count - 1].isStandalone = isStandalone
      nodes[nodes.count - 1].startsFreshLine = isStandalone
      if let blanks { nodes[nodes.count - 1].indentation = blanks }
    }
  }

  private mutating func close(_ tag: Tag) {
    guard let index = open.last else {
      removeLineOrTag(tag)
      report(.templateUnbalanced, tag.range, zh: "结束标签没有对应的开始标签", en: "the closing tag closes nothing")
      return
    }
    guard file.bytes[nodes[index].range].elementsEqual(file.bytes[tag.name]) else {
      removeLineOrTag(tag)
      closeMismatch(tag, innermost: index)
      return
    }
    open.removeLast()
    switch nodes[index].kind {
    case .parent: closeParent(index, tag)
    case .block: closeBlock(index, tag)
    default: removeLineOrTag(tag)
    }
    nodes[index].end = nodes.count
  }

  /// Goes on with the container the tag names, so that one missing tag is one diagnostic.
  private mutating func closeMismatch(_ tag: Tag, innermost: Int) {
    let expected = String(decoding: file.bytes[nodes[innermost].range], as: UTF8.self)
    let opening = Diagnostic.Note(
      zh: "“\(expected)”从这里开始", en: "“\(expected)” starts here", at: span(nodes[innermost].tag))
    report(
      .templateUnbalanced, tag.name, zh: "此处应先结束“\(expected)”", en: "“\(expected)” has to be closed first",
      notes: [opening])
    guard let outer = open.lastIndex(where: { file.bytes[nodes[$0].range].elementsEqual(file.bytes[tag.name]) })
    else { return }
    while open.count > outer { nodes[open.removeLast()].end = nodes.count }
  }

  /// A parent stands alone when nothing is before its opening tag nor after its closing tag, wherever they lie.
  private mutating func closeParent(_ index: Int, _ tag: Tag) {
    flush(upTo: tag.range.lowerBound, beforeTag: true)
    cursor = tag.range.upperBound
    let lineAfter = restOfLine(after: tag.range.upperBound, orEnd: true)
    guard let lineAfter, index > 0, nodes[index - 1].kind == .line,
      nodes[index - 1].range.upperBound == nodes[index].tag.lowerBound
    else { return }
    nodes[index].isStandalone = true
    nodes[index].indentation = nodes[index - 1].range
    nodes[index - 1] = Node(kind: .text, range: 0..<0, tag: 0..<0, end: index)
    cursor = lineAfter
  }

  private mutating func closeBlock(_ index: Int, _ tag: Tag) {
    let overrides = open.last.map { nodes[$0].kind == .parent } ?? false
    if overrides {
      let blanks = leadingBlanks(of: tag)
      flush(upTo: blanks?.lowerBound ?? tag.range.lowerBound, beforeTag: blanks == nil)
      cursor = tag.range.upperBound
    } else {
      removeLineOrTag(tag)
    }
    guard nodes[index].startsFreshLine, nodes.count > index + 1 else { return }
    let first = firstLineBlanks(after: nodes[index].tag.upperBound)
    nodes[index].dedent = first.count
    if nodes[index].isStandalone { nodes[index].indentation = first }
  }

  // MARK: Lines

  /// Prints what is before the tag; a tag alone on its line takes the line with it.
  @discardableResult
  private mutating func removeLineOrTag(_ tag: Tag) -> Bool {
    if let blanks = leadingBlanks(of: tag), let next = restOfLine(after: tag.range.upperBound, orEnd: true) {
      flush(upTo: blanks.lowerBound, beforeTag: false)
      cursor = next
      return true
    }
    flush(upTo: tag.range.lowerBound, beforeTag: true)
    cursor = tag.range.upperBound
    return false
  }

  /// The blanks between the line's start and the tag, or `nil` when there is anything else.
  private func leadingBlanks(of tag: Tag) -> Range<Int>? {
    var offset = tag.range.lowerBound
    while offset > start, file.bytes[offset - 1].isBlank { offset -= 1 }
    return isLineStart(offset) ? offset..<tag.range.lowerBound : nil
  }

  /// Where the next line starts when only blanks are left on this one.
  private func restOfLine(after offset: Int, orEnd: Bool = false) -> Int? {
    var offset = offset
    while offset < file.bytes.count, file.bytes[offset].isBlank { offset += 1 }
    if offset == file.bytes.count { return orEnd ? offset : nil }
    if file.bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    return offset < file.bytes.count && file.bytes[offset] == UInt8(ascii: "\n") ? offset + 1 : nil
  }

  private func firstLineBlanks(after offset: Int) -> Range<Int> {
    var line = restOfLine(after: offset) ?? offset
    while let next = restOfLine(after: line) { line = next }
    return line..<(file.bytes[line...].firstIndex { !$0.isBlank } ?? file.bytes.count)
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == start || file.bytes[offset - 1] == UInt8(ascii: "\n")
  }

  /// Makes nodes of the bytes up to `end`, line by line.
  private mutating func flush(upTo end: Int, beforeTag: Bool) {
    var position = cursor
    while position < end || (beforeTag && position == end) {
      if isLineStart(position) {
        let text = file.bytes[position..<end].firstIndex { !$0.isBlank } ?? end
        nodes.append(Node(kind: .line, range: position..<text, tag: 0..<0, end: nodes.count + 1))
        position = text
      }
      if position == end { break }
      let newline = file.bytes[position..<end].firstIndex(of: UInt8(ascii: "\n"))
      let next = newline.map { $0 + 1 } ?? end
      nodes.append(Node(kind: .text, range: position..<next, tag: 0..<0, end: nodes.count + 1))
      position = next
    }
    cursor = end
  }

  // MARK: Nodes

  private mutating func begin(_ kind: Node.Kind, _ tag: Tag) {
    open.append(nodes.count)
    append(kind, tag)
  }

  private mutating func append(_ kind: Node.Kind, _ tag: Tag) {
    nodes.append(Node(kind: kind, range: tag.name, tag: tag.range, end: nodes.count + 1))
  }

  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(path: file.path, range: ByteRange(range)) }

  private mutating func report(
    _ kind: DiagnosticKind, _ range: Range<Int>, zh: String, en: String, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(kind, at: span(range), zh: zh, en: en, notes: notes))
  }
}

extension Tag.Kind {
  fileprivate var opens: Bool {
    switch self {
    case .section, .inverted, .parent, .block: true
    default: false
    }
  }
}

extension [UInt8] {
  /// The offset of the first byte that is not part of well-formed UTF-8.
  fileprivate var firstInvalidUTF8: Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
