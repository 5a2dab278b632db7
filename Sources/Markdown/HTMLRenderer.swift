import Bytes
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
  var html = ByteBuffer(capacity: 16 * 1024)
  var plainText = PlainTextCollector()
  var headings: [RenderedMarkdown.Heading] = []
  var identifiers = HeadingIdentifiers()
  var softBreaks = SoftBreaks()
  /// The image whose alternative text is being written: text only, as long as it is open.
  var image: CmarkNode?
  var previousHeadingLevel = 0
  /// The text being written, without the marks in it.
  var unmarked = ByteBuffer()
  /// The text of the heading being opened.
  var title = ByteBuffer(capacity: 256)
  /// What the marked heading being visited stands for.
  var structure: StructureMark.Kind?
  /// The bytes at the start of the next text that are not the reader's: a structure's sign, a task's box.
  var skippedBytes = 0
  var tables = TableProgress()
  var containers: [OpenContainer] = []
  /// The label that goes before the text of the part just opened.
  var label: StaticString?
  var footnotes = Footnotes([])
  /// The footnote being written: its list, and the last paragraph, which takes the links back.
  var footnoteList: CmarkNode?
  var backLinks: (paragraph: CmarkNode, footnote: Int)?

  init(options: MarkdownOptions) { self.options = options }

  mutating func render(
    _ root: CmarkNode, tables: [TableMarkup] = [], footnotes: Footnotes = Footnotes([]), _ page: inout PageContext
  ) {
    reset(for: page.locator.text.count)
    self.tables = TableProgress(tables)
    self.footnotes = footnotes
    walk(root, &page)
    if !footnotes.order.isEmpty { writeFootnotes(&page) }
  }

  /// Writes what needs no tree.
  mutating func render(_ prose: consuming PlainProse, _ page: inout PageContext) {
    reset(for: page.locator.text.count)
    while let block = prose.next() {
      if block.headingLevel > 0 {
        beginHeading(block.headingLevel, block.text, &page) { $0.locator.span(block.line) }
        writePiece(block.text)
        closeHeading(block.headingLevel)
      } else {
        beginParagraph(block.text)
        writePiece(block.text)
        html.append("</p>\n")
        plainText.endBlock(isParagraph: true)
      }
    }
  }

  /// Writes `top` and what is under it.
  mutating func walk(_ top: CmarkNode, _ page: inout PageContext) {
    var node = top
    while true {
      if enter(node, &page), let child = node.firstChild {
        node = child
        continue
      }
      while true {
        exit(node, &page)
        if node == top { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
      }
    }
  }

  private mutating func reset(for textCount: Int) {
    html.removeAll()
    html.reserve(textCount + textCount / 4)
    plainText.begin(for: options.collectsPlainText ? textCount : 0)
    headings.removeAll()
    identifiers.removeAll()
    softBreaks = SoftBreaks()
    image = nil
    previousHeadingLevel = 0
    skippedBytes = 0
    containers.removeAll()
    label = nil
    footnoteList = nil
    backLinks = nil
  }

  // MARK: - Nodes

  /// Writes what comes before a node's children; says whether they are to be visited.
  private mutating func enter(_ node: CmarkNode, _ page: inout PageContext) -> Bool {
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
    case CMARK_NODE_PARAGRAPH:
      page.locator.enter(node)
      openParagraph(node)
    case CMARK_NODE_HEADING:
      page.locator.enter(node)
      structure = hasMarks ? StructureMark.kind(of: node) : nil
      if let structure { return enter(structure, node, &page) }
      openHeading(node, &page)
    case CMARK_NODE_ITEM: openItem(node)
    case CMARK_NODE_LIST:
      if isHidden(node) { return false }
      openList(node)
    case CMARK_NODE_CUSTOM_INLINE: html.append(node.startTag)
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
    return true
  }

  private mutating func exit(_ node: CmarkNode, _ page: inout PageContext) {
    switch node.type {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK: break
    case CMARK_NODE_EMPH: if image == nil { html.append("</em>") }
    case CMARK_NODE_STRONG: if image == nil { html.append("</strong>") }
    case CMARK_NODE_LINK: if image == nil { html.append("</a>") }
    case CMARK_NODE_IMAGE: if image == node { closeImage(node) }
    case CMARK_NODE_PARAGRAPH: closeParagraph(node)
    case CMARK_NODE_HEADING:
      if let structure { exit(structure) } else { closeHeading(node.headingLevel) }
    case CMARK_NODE_ITEM:
      closeContainers(in: node, &page)
      html.append("</li>\n")
    case CMARK_NODE_LIST:
      if !isHidden(node) { html.append(isBulletList(node) ? "</ul>\n" : "</ol>\n") }
    case CMARK_NODE_CUSTOM_INLINE: html.append(node.endTag)
    case CMARK_NODE_BLOCK_QUOTE:
      closeContainers(in: node, &page)
      startLine()
      html.append("</blockquote>\n")
    case CMARK_NODE_DOCUMENT: closeContainers(in: node, &page)
    default: break
    }
  }

  /// A line feed, unless the output is at the start of a line.
  mutating func startLine() {
    if let last = html.last, last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
  }
}
