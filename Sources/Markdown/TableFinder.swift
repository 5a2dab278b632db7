import CCmark
import Diagnostics

extension DiagnosticKind {
  static let surplusCells = DiagnosticKind(
    "markdown.surplus-cells", .error, zh: "表格行的单元格多于表头", en: "more cells than the header has")
}

/// Finds tables in a first parse and sets their cells apart as blocks of their own for the second.
///
/// What is a table can only be told once the blocks are known; what is in a cell must be parsed with the rest of the
/// document, for its link references. Most documents need no first parse: `TableCandidates` says which.
struct TableFinder {
  private(set) var tables: [TableMarkup] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let locator: SourceLocator
  private var lines: SourceLines
  private var copied = 0
  private var text: UnsafeBufferPointer<UInt8> { locator.text }

  private init(_ locator: SourceLocator) {
    self.locator = locator
    lines = SourceLines(locator.text)
  }

  struct Result {
    var tables: [TableMarkup] = []
    var diagnostics: [Diagnostic] = []
  }

  /// Rewrites the locator's text into `output`; nothing written, and nothing returned, where it has no tables.
  static func rewrite(
    _ locator: SourceLocator, in arena: borrowing ParseArena, into output: inout RewrittenSource
  ) -> Result? {
    var finder = TableFinder(locator)
    switch TableCandidates.find(in: &finder.lines) {
    case .none: return nil
    case .paragraphs(let paragraphs):
      output.begin(with: locator.text)
      for lines in paragraphs { finder.findPipeTables(in: BlockLayout(paragraph: lines, in: &finder.lines), &output) }
    case .anywhere:
      guard let document = CmarkDocument(parsing: locator.text, in: arena) else { return nil }
      output.begin(with: locator.text)
      finder.walk(document.root, &output)
    }
    guard !finder.tables.isEmpty || !finder.diagnostics.isEmpty else { return nil }
    output.copy(finder.copied..<locator.text.count, of: locator.text)
    return Result(tables: finder.tables, diagnostics: finder.diagnostics)
  }

  /// Visits the blocks under `root`.
  private mutating func walk(_ root: CmarkNode, _ output: inout RewrittenSource) {
    var node = root
    while true {
      visit(node, &output)
      if let child = node.firstChild, child.type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue {
        node = child
        continue
      }
      while node.next == nil {
        guard let parent = node.parent else { return }
        node = parent
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  private mutating func visit(_ node: CmarkNode, _ output: inout RewrittenSource) {
    switch node.type {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      if node.endLine > node.startLine { findPipeTables(in: BlockLayout(node, in: &lines), &output) }
    case CMARK_NODE_CODE_BLOCK:
      if TableBlock.isTable(node.fenceInfo) { rewriteTableBlock(node, &output) }
    default: break
    }
  }

  // MARK: - Pipe tables

  private mutating func findPipeTables(in block: BlockLayout, _ output: inout RewrittenSource) {
    var line = block.startLine
    while let table = PipeTable(in: block, from: line, &lines) {
      line = table.endLine
      let header = block.content(ofLine: table.firstLine)
      // The first line may bring a list item's sign; on the others there are only spaces and block quote signs.
      let delimiters = block.content(ofLine: table.firstLine + 1)
      let indent = lines.start(of: table.firstLine + 1)..<delimiters.lowerBound
      let isFirst = table.firstLine == block.startLine
      let start = isFirst ? header.lowerBound : lines.start(of: table.firstLine)
      output.copy(copied..<start, of: text)
      if !isFirst { write(indent: indent, &output) }
      write(table.contents, indent: indent, at: start, &output)
      copied = lines.range(of: table.endLine - 1).upperBound
      tables.append(table.markup)
      for surplus in table.surplus { report(surplus: surplus, columns: table.alignments.count) }
    }
    if line == block.startLine, let mistaken = MistakenTable(in: block, &lines) {
      diagnostics.append(mistaken.diagnostic(locator))
    }
  }

  private mutating func report(surplus: Range<Int>, columns: Int) {
    diagnostics.append(
      Diagnostic(
        .surplusCells, at: locator.span(surplus), zh: "表头只有 \(columns) 列，多出的单元格不会显示",
        en: "the header has \(columns) columns; the cells beyond them are not shown",
        fixes: [
          Diagnostic.Fix(
            zh: "在表头和分隔行补上这一列，或把文字中的竖线写成 \\|",
            en: "add the column to the header and the delimiter row, or write \\| for a pipe in the text")
        ]))
  }

  // MARK: - Both kinds

  /// Writes a table's marked headings: its own, where `output` ends, and one for each content.
  private func write(
    _ contents: [TableContent], indent: Range<Int>, at source: Int, _ output: inout RewrittenSource
  ) {
    output.insert("# \u{10FFFF}t", at: source)
    output.insert(tables.count, at: source)
    for content in contents {
      output.insert("\n", at: content.range.lowerBound)
      write(indent: indent, &output)
      output.insert("# \u{10FFFF}| ", at: content.range.lowerBound)
      var start = content.range.lowerBound
      var index = start
      while let (first, second) = content.escape, index + 1 < content.range.upperBound {
        if text[index] == first, text[index + 1] == second {
          output.copy(start..<index, of: text)
          start = index + 1
          index += 1
        }
        index += 1
      }
      output.copy(start..<content.range.upperBound, of: text)
      // Keeps number signs and a backslash at the end of the content from being read as the heading's.
      output.insert(" \u{10FFFF}", at: content.range.upperBound)
    }
  }

  /// Begins a line in the containers that `indent`, the beginning of another line, stands for: its block quote signs
  /// again, and spaces for a list item's sign.
  private func write(indent: Range<Int>, _ output: inout RewrittenSource) {
    for index in indent {
      switch text[index] {
      case UInt8(ascii: ">"), UInt8(ascii: "\t"): output.copy(index..<index + 1, of: text)
      default: output.insert(" ", at: index)
      }
    }
  }

  // MARK: - Table blocks

  private mutating func rewriteTableBlock(_ node: CmarkNode, _ output: inout RewrittenSource) {
    let line = lines.range(of: node.startLine)
    let start = min(line.lowerBound + node.startColumn - 1, line.upperBound)
    let end = lines.range(of: lastLine(ofBlock: node)).upperBound
    let block = TableBlock(node, locator, &lines)
    diagnostics += block.diagnostics
    output.copy(copied..<start, of: text)
    write(block.contents, indent: line.lowerBound..<start, at: start, &output)
    copied = end
    tables.append(block.markup)
  }

  /// libcmark has fenced code that its container ends, rather than a fence, end on the line after it.
  private mutating func lastLine(ofBlock node: CmarkNode) -> Int {
    let last = node.startLine + node.literal.count { $0 == UInt8(ascii: "\n") }
    let layout = BlockLayout(node, in: &lines)
    guard last < node.endLine, layout.repeatsContainers(line: last + 1, in: &lines) else { return last }
    let content = text[layout.content(ofLine: last + 1)]
    guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return last }
    return content.drop { $0 == sign }.allSatisfy { $0 <= 0x20 } ? last + 1 : last
  }
}
