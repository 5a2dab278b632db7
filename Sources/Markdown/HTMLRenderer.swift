import CCmark
import Diagnostics

/// Walks libcmark's tree once and writes HTML, plain text, headings and links.
///
/// Plain CommonMark comes out as libcmark's own `cmark_render_html` writes it, byte for byte. The walk does not
/// recurse: nesting is as deep as the editor likes.
struct HTMLRenderer: ~Copyable {
  var options: MarkdownOptions
  /// Whether the parsed text may hold marks.
  var hasMarks = false
  private(set) var html = ByteBuffer(capacity: 16 * 1024)
  private(set) var plainText = PlainTextCollector()
  private(set) var headings: [RenderedMarkdown.Heading] = []
  private var identifiers = HeadingIdentifiers()
  private var softBreaks = SoftBreaks()
  /// The image whose alternative text is being written: text only, as long as it is open.
  private var image: CmarkNode?
  private var previousHeadingLevel = 0

  init(options: MarkdownOptions) { self.options = options }

  mutating func render(_ root: CmarkNode, _ page: inout PageContext) {
    reset()
    var node = root
    while true {
      enter(node, &page)
      if let child = node.firstChild {
        node = child
        continue
      }
      while true {
        exit(node)
        if node == root { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
      }
    }
  }

  private mutating func reset() {
    html.removeAll()
    plainText.removeAll()
    headings.removeAll()
    identifiers.removeAll()
    softBreaks = SoftBreaks()
    image = nil
    previousHeadingLevel = 0
  }

  // MARK: - Nodes

  private mutating func enter(_ node: CmarkNode, _ page: inout PageContext) {
    switch node.type {
    case CMARK_NODE_TEXT: text(node.literal)
    case CMARK_NODE_SOFTBREAK: softBreak(node)
    case CMARK_NODE_LINEBREAK: lineBreak()
    case CMARK_NODE_CODE: code(node.literal)
    case CMARK_NODE_HTML_INLINE: inlineHTML(node, &page)
    case CMARK_NODE_EMPH: if image == nil { html.append("<em>") }
    case CMARK_NODE_STRONG: if image == nil { html.append("<strong>") }
    case CMARK_NODE_LINK: if image == nil { openLink(node, &page) }
    case CMARK_NODE_IMAGE: if image == nil { openImage(node, &page) }
    case CMARK_NODE_PARAGRAPH: openParagraph(node)
    case CMARK_NODE_HEADING: openHeading(node, &page)
    case CMARK_NODE_ITEM:
      startLine()
      html.append("<li>")
    case CMARK_NODE_LIST: openList(node)
    case CMARK_NODE_BLOCK_QUOTE:
      startLine()
      html.append("<blockquote>\n")
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_HTML_BLOCK: htmlBlock(node, &page)
    case CMARK_NODE_THEMATIC_BREAK:
      startLine()
      html.append("<hr />\n")
    default: break
    }
  }

  private mutating func exit(_ node: CmarkNode) {
    switch node.type {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK: break
    case CMARK_NODE_EMPH: if image == nil { html.append("</em>") }
    case CMARK_NODE_STRONG: if image == nil { html.append("</strong>") }
    case CMARK_NODE_LINK: if image == nil { html.append("</a>") }
    case CMARK_NODE_IMAGE: if image == node { closeImage(node) }
    case CMARK_NODE_PARAGRAPH:
      if !isInTightList(node) { html.append("</p>\n") }
      plainText.endBlock(isParagraph: true)
    case CMARK_NODE_HEADING: closeHeading(node)
    case CMARK_NODE_ITEM: html.append("</li>\n")
    case CMARK_NODE_LIST: html.append(isBulletList(node) ? "</ul>\n" : "</ol>\n")
    case CMARK_NODE_BLOCK_QUOTE:
      startLine()
      html.append("</blockquote>\n")
    default: break
    }
  }

  /// A line feed, unless the output is at the start of a line.
  private mutating func startLine() {
    if let last = html.last, last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
  }

  // MARK: - Text

  private mutating func text(_ literal: UnsafeBufferPointer<UInt8>) {
    softBreaks.precedingText = literal
    write(literal)
  }

  /// Writes the text as the editor wrote it, escaped.
  private mutating func write(_ literal: UnsafeBufferPointer<UInt8>) {
    guard hasMarks, Mark.first(in: literal) != nil else { return writePiece(literal) }
    var rest = literal
    while let piece = Mark.nextPiece(of: &rest) { writePiece(piece) }
  }

  private mutating func writePiece(_ piece: UnsafeBufferPointer<UInt8>) {
    html.appendEscaped(piece)
    if options.collectsPlainText { plainText.append(piece) }
  }

  private mutating func softBreak(_ node: CmarkNode) {
    if options.chineseTypography, softBreaks.joins(node) { return }
    html.append(UInt8(ascii: image == nil ? "\n" : " "))
    plainText.appendSpace()
  }

  private mutating func lineBreak() {
    if image == nil { html.append("<br />\n") } else { html.append(UInt8(ascii: " ")) }
    plainText.appendSpace()
  }

  private mutating func code(_ literal: UnsafeBufferPointer<UInt8>) {
    if image == nil { html.append("<code>") }
    text(literal)
    if image == nil { html.append("</code>") }
  }

  // MARK: - Raw HTML

  private mutating func inlineHTML(_ node: CmarkNode, _ page: inout PageContext) {
    // libcmark writes the tags of an image's alternative text into the attribute, escaped.
    if image != nil { return html.appendEscaped(node.literal) }
    omit(node, &page)
  }

  private mutating func htmlBlock(_ node: CmarkNode, _ page: inout PageContext) {
    startLine()
    omit(node, &page)
    startLine()
  }

  private mutating func omit(_ node: CmarkNode, _ page: inout PageContext) {
    if !options.extensions { html.append("<!-- raw HTML omitted -->") }
    let literal = node.literal
    if !RawHTML.isComment(literal) { page.report(RawHTML.diagnostic(literal, at: page.locator.span(of: node))) }
  }

  // MARK: - Links and images

  private mutating func openLink(_ node: CmarkNode, _ page: inout PageContext) {
    let outcome = LinkChecks.check(node, isImage: false, isTextless: node.firstChild == nil, &page)
    html.append("<a href=\"")
    write(destination: outcome, of: node)
    writeTitle(node)
    html.append("\">")
  }

  private mutating func openImage(_ node: CmarkNode, _ page: inout PageContext) {
    let outcome = LinkChecks.check(node, isImage: true, isTextless: node.firstChild == nil, &page)
    html.append("<img src=\"")
    write(destination: outcome, of: node)
    html.append("\" alt=\"")
    image = node
  }

  private mutating func closeImage(_ node: CmarkNode) {
    writeTitle(node)
    html.append("\" />")
    image = nil
    softBreaks.precedingText = UnsafeBufferPointer(start: nil, count: 0)
  }

  private mutating func write(destination outcome: LinkChecks.Outcome, of node: CmarkNode) {
    switch outcome {
    case .refused: break
    case .replaced(var address): address.withUTF8 { html.appendHref($0) }
    case .asWritten:
      var rest = node.url
      guard hasMarks else { return html.appendHref(rest) }
      while let piece = Mark.nextPiece(of: &rest) { html.appendHref(piece) }
    }
  }

  private mutating func writeTitle(_ node: CmarkNode) {
    var rest = node.title
    guard !rest.isEmpty else { return }
    html.append("\" title=\"")
    guard hasMarks else { return html.appendEscaped(rest) }
    while let piece = Mark.nextPiece(of: &rest) { html.appendEscaped(piece) }
  }

  // MARK: - Blocks

  private mutating func openParagraph(_ node: CmarkNode) {
    guard !isInTightList(node) else { return }
    startLine()
    if options.extensions, let start = InlineText.start(of: node), let id = identifiers.identifier(forArticle: start) {
      html.append("<p id=\"")
      html.append(id)
      html.append("\">")
    } else {
      html.append("<p>")
    }
  }

  private func isInTightList(_ paragraph: CmarkNode) -> Bool {
    guard let list = paragraph.parent?.parent else { return false }
    return list.type == CMARK_NODE_LIST && list.isTightList
  }

  private mutating func openHeading(_ node: CmarkNode, _ page: inout PageContext) {
    startLine()
    let level = min(node.headingLevel + options.headingOffset, 6)
    html.append("<h")
    html.append(UInt8(ascii: "0") + UInt8(level))
    if options.extensions {
      let title = InlineText.of(node, chineseTypography: options.chineseTypography)
      let id = title.withUnsafeBufferPointer { identifiers.identifier(forHeading: $0) }
      html.append(" id=\"")
      html.append(id)
      html.append(UInt8(ascii: "\""))
      let span = page.locator.span(of: node)
      headings.append(
        RenderedMarkdown.Heading(level: level, id: id, title: String(decoding: title, as: UTF8.self), range: span.range))
      let skip = HeadingChecks.skip(from: previousHeadingLevel, to: node.headingLevel, at: span)
      if let skip { page.report(skip) }
      previousHeadingLevel = node.headingLevel
    }
    html.append(">")
  }

  private mutating func closeHeading(_ node: CmarkNode) {
    html.append("</h")
    html.append(UInt8(ascii: "0") + UInt8(min(node.headingLevel + options.headingOffset, 6)))
    html.append(">\n")
    plainText.endBlock()
  }

  private func isBulletList(_ node: CmarkNode) -> Bool { cmark_node_get_list_type(node.pointer) == CMARK_BULLET_LIST }

  private mutating func openList(_ node: CmarkNode) {
    startLine()
    if isBulletList(node) { return html.append("<ul>\n") }
    let start = cmark_node_get_list_start(node.pointer)
    if start == 1 { return html.append("<ol>\n") }
    html.append("<ol start=\"")
    html.append(Int(start))
    html.append("\">\n")
  }

  private mutating func codeBlock(_ node: CmarkNode) {
    startLine()
    html.append("<pre><code")
    let info = node.fenceInfo
    if let language = info.split(maxSplits: 1, whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }).first,
      info.first != 0x20 {
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
