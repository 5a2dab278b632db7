import CCmark
import Diagnostics

/// Paragraphs, headings, lists and code.
extension HTMLRenderer {
  mutating func openParagraph(_ node: CmarkNode) {
    guard !isInTightList(node) else { return }
    startLine()
    let text = InlineText.start(of: node)
    beginParagraph(text)
    if label != nil { writeLabel(before: text ?? UnsafeBufferPointer(start: nil, count: 0)) }
  }

  /// - Parameter text: its text, if it begins with text.
  mutating func beginParagraph(_ text: UnsafeBufferPointer<UInt8>?) {
    if options.extensions, let text, let id = identifiers.identifier(forArticle: text) {
      html.append("<p id=\"")
      html.append(id)
      html.append("\">")
    } else {
      html.append("<p>")
    }
  }

  func isInTightList(_ paragraph: CmarkNode) -> Bool {
    guard let list = paragraph.parent?.parent else { return false }
    return list.type == CMARK_NODE_LIST && list.isTightList && list != footnoteList
  }

  mutating func closeParagraph(_ node: CmarkNode) {
    if let links = backLinks, links.paragraph == node {
      html.append(UInt8(ascii: " "))
      footnotes.writeBackLinks(links.footnote, to: &html)
      backLinks = nil
    }
    if !isInTightList(node) { html.append("</p>\n") }
    plainText.endBlock(isParagraph: true)
  }

  mutating func openHeading(_ node: CmarkNode, _ page: inout PageContext) {
    startLine()
    if options.extensions { InlineText.write(of: node, chineseTypography: options.chineseTypography, to: &title) }
    beginHeading(node.headingLevel, title.bytes, &page) { $0.locator.span(of: node) }
  }

  /// - Parameters:
  ///   - level: as the editor wrote it.
  ///   - title: its text without markup; not looked at without the extensions.
  mutating func beginHeading(
    _ level: Int, _ title: UnsafeBufferPointer<UInt8>, _ page: inout PageContext,
    span: (inout PageContext) -> SourceSpan
  ) {
    let shown = min(level + options.headingOffset, 6)
    html.append("<h")
    html.append(UInt8(ascii: "0") + UInt8(shown))
    if options.extensions {
      let id = identifiers.identifier(forHeading: title)
      html.append(" id=\"")
      html.append(id)
      html.append(UInt8(ascii: "\""))
      headings.append(
        RenderedMarkdown.Heading(
          level: shown, id: String(decoding: id, as: UTF8.self), title: String(decoding: title, as: UTF8.self)))
      if HeadingChecks.skips(from: previousHeadingLevel, to: level) {
        let span = span(&page)
        page.report(HeadingChecks.skip(from: previousHeadingLevel, to: level, at: span))
      }
      previousHeadingLevel = level
    }
    html.append(">")
  }

  mutating func closeHeading(_ level: Int) {
    html.append("</h")
    html.append(UInt8(ascii: "0") + UInt8(min(level + options.headingOffset, 6)))
    html.append(">\n")
    plainText.endBlock()
  }

  mutating func openItem(_ node: CmarkNode) {
    startLine()
    html.append("<li>")
    guard options.extensions, let task = TaskItem(node) else { return }
    html.append("<input type=\"checkbox\"")
    if task.isDone { html.append(" checked=\"\"") }
    html.append(" disabled=\"\" /> ")
    skippedBytes = task.length
  }

  func isBulletList(_ node: CmarkNode) -> Bool { cmark_node_get_list_type(node.pointer) == CMARK_BULLET_LIST }

  mutating func openList(_ node: CmarkNode) {
    startLine()
    if let label {
      html.append("<p class=\"label\">")
      html.append(label)
      html.append("</p>\n")
      self.label = nil
    }
    if isBulletList(node) { return html.append("<ul>\n") }
    let start = cmark_node_get_list_start(node.pointer)
    if start == 1 { return html.append("<ol>\n") }
    html.append("<ol start=\"")
    html.append(Int(start))
    html.append("\">\n")
  }

  mutating func codeBlock(_ node: CmarkNode) {
    startLine()
    html.append("<pre><code")
    let info = node.fenceInfo
    if let language = info.split(maxSplits: 1, whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }).first,
      info.first != 0x20
    {
      html.append(" class=\"language-")
      var rest = UnsafeBufferPointer(rebasing: language)
      while let piece = Mark.nextPiece(of: &rest) { html.appendEscaped(piece) }
      html.append(UInt8(ascii: "\""))
    }
    html.append(">")
    write(node.literal)
    html.append("</code></pre>\n")
    plainText.endBlock()
  }
}
