import CCmark

/// A container whose end has not come yet.
struct OpenContainer {
  /// Nothing where the editor's name for it is unknown.
  let container: Container?
  let name: String
  /// The heading that stands for its first line.
  let heading: CmarkNode
  /// The bytes of the heading's text before the title.
  let titleOffset: Int
}

/// The tables of the document, and how far the one being written has come.
struct TableProgress {
  private let tables: [TableMarkup]
  private var current = 0
  private var written = 0

  init(_ tables: [TableMarkup] = []) { self.tables = tables }

  /// The markup before the first gap of a table.
  mutating func begin(_ number: Int) -> ArraySlice<UInt8> {
    guard tables.indices.contains(number) else { return [] }
    (current, written) = (number, 0)
    return tables[number].piece(0)
  }

  /// The markup after the gap just filled.
  mutating func next() -> ArraySlice<UInt8> {
    guard tables.indices.contains(current), written < tables[current].gapCount else { return [] }
    written += 1
    return tables[current].piece(written)
  }
}

/// Containers, tables and footnotes: what reaches the tree as marked headings.
extension HTMLRenderer {
  mutating func enter(_ kind: StructureMark.Kind, _ heading: CmarkNode, _ page: inout PageContext) -> Bool {
    let text = heading.firstChild?.literal ?? UnsafeBufferPointer(start: nil, count: 0)
    switch kind {
    case .table:
      let digits = text.dropFirst(Mark.byteCount + 1).prefix { (0x30...0x39).contains($0) }
      startLine()
      let markup = tables.begin(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      markup.withUnsafeBufferPointer { html.append($0) }
      return false
    case .cell:
      skippedBytes = min(text.count, Mark.byteCount + 2)
      return true
    case .container:
      colonLine(heading, text, &page)
      return false
    case .footnote, .body: return false
    }
  }

  mutating func exit(_ kind: StructureMark.Kind) {
    guard kind == .cell else { return }
    if html.last == UInt8(ascii: " ") { html.truncate(to: html.count - 1) }
    let markup = tables.next()
    markup.withUnsafeBufferPointer { html.append($0) }
    plainText.endBlock()
  }

  // MARK: - Containers

  private mutating func colonLine(
    _ heading: CmarkNode, _ text: UnsafeBufferPointer<UInt8>, _ page: inout PageContext
  ) {
    var index = Mark.byteCount
    while index < text.count, text[index] == UInt8(ascii: ":") { index += 1 }
    while index < text.count, text[index] <= 0x20 { index += 1 }
    let start = index
    while index < text.count, text[index] > 0x20 { index += 1 }
    let name = Mark.removed(from: UnsafeBufferPointer(rebasing: text[start..<index]))
    while index < text.count, text[index] <= 0x20 { index += 1 }
    if name.isEmpty, heading.firstChild?.next == nil {
      guard let open = containers.last, open.heading.parent == heading.parent else {
        if page.admits(.unclosedContainer) { page.report(Container.unopened(at: page.locator.span(of: heading))) }
        return
      }
      containers.removeLast()
      return close(open, &page)
    }
    let container = Container.named(name)
    if container == nil, page.admits(.unknownContainer) {
      page.report(Container.unknown(name, at: page.locator.span(of: heading)))
    }
    let opened = OpenContainer(container: container, name: name, heading: heading, titleOffset: index)
    containers.append(opened)
    open(opened, &page)
  }

  private mutating func open(_ opened: OpenContainer, _ page: inout PageContext) {
    startLine()
    let className = opened.container?.className ?? ""
    switch opened.container?.shape {
    case .figure: html.append("<figure>\n")
    case .note:
      html.append(contentsOf: "<div class=\"\(className)\" role=\"note\">\n")
      writeTitle(of: opened, otherwise: opened.container?.name, "<p class=\"title\">", "</p>\n", &page)
    case .section:
      html.append(contentsOf: "<section class=\"\(className)\">\n")
      writeTitle(of: opened, otherwise: opened.container?.name, "<p class=\"title\">", "</p>\n", &page)
    case .part:
      html.append(contentsOf: "<div class=\"\(className)\">\n")
      label = opened.container?.label
      writeTitle(of: opened, otherwise: nil, "<p>", "</p>\n", &page)
    case nil:
      html.append("<div>\n")
      writeTitle(of: opened, otherwise: nil, "<p>", "</p>\n", &page)
    }
  }

  private mutating func close(_ open: OpenContainer, _ page: inout PageContext) {
    startLine()
    label = nil
    switch open.container?.shape {
    case .figure:
      writeTitle(of: open, otherwise: nil, "<figcaption>", "</figcaption>\n", &page)
      html.append("</figure>\n")
    case .section: html.append("</section>\n")
    case .note, .part, nil: html.append("</div>\n")
    }
  }

  private mutating func writeTitle(
    of open: OpenContainer, otherwise name: String?, _ start: StaticString, _ end: StaticString,
    _ page: inout PageContext
  ) {
    guard let first = open.heading.firstChild else { return }
    let hasTitle = first.next != nil || first.literal.count > open.titleOffset
    guard hasTitle || name != nil else { return }
    html.append(start)
    if hasTitle {
      writeLabel(before: UnsafeBufferPointer(rebasing: first.literal.dropFirst(open.titleOffset)))
      skippedBytes = min(open.titleOffset, first.literal.count)
      var child: CmarkNode? = first
      while let node = child {
        walk(node, &page)
        child = node.next
      }
      plainText.endBlock()
    } else if let name {
      html.appendEscaped(contentsOf: name)
    }
    html.append(end)
  }

  /// Writes the label of the part that begins with `text`, if it has one that the text does not begin with itself.
  mutating func writeLabel(before text: UnsafeBufferPointer<UInt8>) {
    guard let wanted = label else { return }
    label = nil
    // “附件1：” is a label as well.
    let name = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount - "：".utf8.count)
    if text.starts(with: name) { return }
    html.append("<span class=\"label\">")
    html.append(wanted)
    html.append("</span>")
  }

  /// Ends the containers that were begun in `block` and not ended there.
  mutating func closeContainers(in block: CmarkNode, _ page: inout PageContext) {
    while let open = containers.last, open.heading.parent == block {
      containers.removeLast()
      if page.admits(.unclosedContainer) {
        page.report(Container.unclosed(open.name, at: page.locator.span(of: open.heading)))
      }
      close(open, &page)
    }
  }

  // MARK: - Footnotes

  /// Whether a list is a footnote's, to be written after the text.
  func isHidden(_ list: CmarkNode) -> Bool {
    !footnotes.items.isEmpty && InlineExtensions.isFootnoteList(list)
  }

  mutating func writeFootnotes(_ page: inout PageContext) {
    startLine()
    html.append("<section class=\"footnotes\" aria-label=\"脚注\">\n<ol>\n")
    for index in footnotes.order where index < footnotes.items.count {
      let item = footnotes.items[index]
      footnotes.writeItemStart(index, to: &html)
      footnoteList = item.parent
      if let last = item.lastChild, last.type == CMARK_NODE_PARAGRAPH { backLinks = (last, index) }
      let endsInParagraph = backLinks != nil
      var child = item.firstChild?.next
      while let node = child {
        walk(node, &page)
        child = node.next
      }
      if !endsInParagraph {
        startLine()
        footnotes.writeBackLinks(index, to: &html)
        html.append("\n")
      }
      closeContainers(in: item, &page)
      html.append("</li>\n")
    }
    footnoteList = nil
    html.append("</ol>\n</section>\n")
  }
}
