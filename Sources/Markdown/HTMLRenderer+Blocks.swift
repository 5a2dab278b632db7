import CCmark

/// Paragraphs, headings, lists and code.
extension HTMLRenderer {
  mutating func openParagraph(_ node: CmarkNode) {
    guard !isInTightList(node) else { return }
    startLine()
    if options.extensions, let start = InlineText.start(of: node), let id = identifiers.identifier(forArticle: start) {
      html.append("<p id=\"")
      html.append(id)
      html.append("\">")
    } else {
      html.append("<p>")
    }
    if label != nil { writeLabel(before: InlineText.start(of: node) ?? UnsafeBufferPointer(start: nil, count: 0)) }
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
    let level = min(node.headingLevel + options.headingOffset, 6)
    html.append("<h")
    html.append(UInt8(ascii: "0") + UInt8(level))
    if options.extensions {
      InlineText.write(of: node, chineseTypography: options.chineseTypography, to: &title)
      let id = identifiers.identifier(forHeading: title.bytes)
      html.append(" id=\"")
      html.append(id)
      html.append(UInt8(ascii: "\""))
      headings.append(
        RenderedMarkdown.Heading(
          level: level, id: String(decoding: id, as: UTF8.self), title: String(decoding: title.bytes, as: UTF8.self)))
      if HeadingChecks.skips(from: previousHeadingLevel, to: node.headingLevel) {
        let span = page.locator.span(of: node)
        page.report(HeadingChecks.skip(from: previousHeadingLevel, to: node.headingLevel, at: span))
      }
      previousHeadingLevel = node.headingLevel
    }
    html.append(">")
  }

  mutating func closeHeading(_ node: CmarkNode) {
    html.append("</h")
    html.append(UInt8(ascii: "0") + UInt8(min(node.headingLevel + options.headingOffset, 6)))
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
