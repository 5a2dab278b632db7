public import Diagnostics

/// Turns documents into HTML. Keeps its buffers from one to the next: make one a worker.
public final class MarkdownRenderer {
  private let options: MarkdownOptions
  private var renderer: HTMLRenderer
  private var doubled = RewrittenSource()
  private var marked = RewrittenSource()

  public init(options: MarkdownOptions = .init()) {
    self.options = options
    renderer = HTMLRenderer(options: options)
  }

  /// Renders one document.
  ///
  /// - Parameters:
  ///   - source: The document's text, front matter excluded. Bytes that are not UTF-8 are carried through.
  ///   - path: The file's path, for spans.
  ///   - baseOffset: Where the text starts in its file, in bytes: spans count from the file's start.
  ///   - links: Answers what each link points to.
  ///   - diagnostics: What is wrong is added here, in the order of the text.
  public func render(
    _ source: UnsafeBufferPointer<UInt8>, path: String, baseOffset: Int, links: some LinkResolver,
    diagnostics: inout [Diagnostic]
  ) -> RenderedMarkdown {
    var text = source
    var maps: [SourceMap] = []
    if options.chineseTypography || options.extensions, Mark.double(in: text, into: &doubled) {
      text = doubled.text.bytes
      maps.insert(doubled.map, at: 0)
      renderer.hasMarks = true
    } else {
      renderer.hasMarks = false
    }
    if options.chineseTypography, EmphasisMarker.rewrite(text, into: &marked) {
      text = marked.text.bytes
      maps.insert(marked.map, at: 0)
      renderer.hasMarks = true
    }
    let locator = SourceLocator(text: text, maps: maps, path: path, baseOffset: baseOffset)
    var page = PageContext(locator: locator, resolver: links)
    if let document = CmarkDocument(parsing: text) { renderer.render(document.root, &page) }
    diagnostics += page.diagnostics
    return RenderedMarkdown(
      html: Array(renderer.html.bytes), headings: renderer.headings,
      plainText: options.collectsPlainText ? renderer.plainText.bytes : [],
      summary: options.collectsPlainText ? renderer.plainText.summary : "",
      wordCount: options.collectsPlainText ? renderer.plainText.wordCount : 0, links: page.links)
  }
}
