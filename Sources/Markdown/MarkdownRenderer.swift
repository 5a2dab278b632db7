public import Diagnostics

/// Turns documents into HTML. Keeps its buffers from one to the next: make one a worker.
public final class MarkdownRenderer {
  private let options: MarkdownOptions
  private var renderer: HTMLRenderer
  private var chain = RewriteChain()
  private let arena = ParseArena()
  /// What was handed out. The memory is used again, unless the last document is still kept by whoever asked for it.
  private var html: [UInt8] = []
  private var plainText: [UInt8] = []

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
  ///   - diagnostics: What is wrong is added here.
  public func render(
    _ source: UnsafeBufferPointer<UInt8>, path: String, baseOffset: Int, links: some LinkResolver,
    diagnostics: inout [Diagnostic]
  ) -> RenderedMarkdown {
    let outer = arena.begin()
    defer { arena.end(restoring: outer) }
    let mark = Self.byteOrderMark(source)
    let baseOffset = baseOffset + mark
    chain.start(with: UnsafeBufferPointer(rebasing: source[mark...]))
    let prose = PlainProse(chain.text)
    let prepared = prose == nil ? prepare(path: path, baseOffset: baseOffset) : Preparation()
    renderer.hasMarks = chain.isRewritten
    let locator = SourceLocator(text: chain.text, maps: chain.maps, path: path, baseOffset: baseOffset)
    var page = PageContext(locator: locator, resolver: links)
    for diagnostic in prepared.diagnostics where page.admits(diagnostic.kind) { page.report(diagnostic) }
    if let prose {
      renderer.render(prose, &page)
    } else if let document = CmarkDocument(parsing: chain.text, in: arena) {
      write(document, prepared, &page)
    }
    page.noteOmissions()
    diagnostics += page.diagnostics
    html.removeAll(keepingCapacity: true)
    html.append(contentsOf: renderer.html.bytes)
    plainText.removeAll(keepingCapacity: true)
    if options.collectsPlainText { plainText.append(contentsOf: renderer.plainText.bytes) }
    return RenderedMarkdown(
      html: html, headings: renderer.headings, plainText: plainText,
      summary: options.collectsPlainText ? renderer.plainText.summary : "",
      wordCount: options.collectsPlainText && options.countsWords ? renderer.plainText.wordCount : 0, links: page.links)
  }

  /// The length of a byte order mark at the start. libcmark leaves one out, and does not count it in columns.
  private static func byteOrderMark(_ source: UnsafeBufferPointer<UInt8>) -> Int {
    let mark = "\u{FEFF}".utf8
    return source.starts(with: mark) && !source.dropFirst(3).starts(with: mark) ? 3 : 0
  }

  /// What the passes before parsing found.
  private struct Preparation {
    var footnotes: [FootnoteParser.Definition] = []
    /// How the text in which the footnotes' definitions have their ranges was made.
    var footnoteMaps: [SourceMap] = []
    var tables: [TableMarkup] = []
    var diagnostics: [Diagnostic] = []
  }

  /// Rewrites the text step by step for libcmark.
  private func prepare(path: String, baseOffset: Int) -> Preparation {
    var result = Preparation()
    chain.apply { NullCharacters.rewrite($0, into: &$1) }
    chain.apply { Mark.double(in: $0, into: &$1) }
    if options.extensions {
      result.footnoteMaps = chain.maps
      chain.apply { source, output in
        result.footnotes = FootnoteParser.rewrite(source, into: &output)
        return !result.footnotes.isEmpty
      }
      chain.apply { ContainerLines.rewrite($0, into: &$1) }
      let maps = chain.maps
      chain.apply { source, output in
        let locator = SourceLocator(text: source, maps: maps, path: path, baseOffset: baseOffset)
        guard let found = TableFinder.rewrite(locator, in: arena, into: &output) else { return false }
        (result.tables, result.diagnostics) = (found.tables, found.diagnostics)
        return true
      }
      chain.apply { EscapeMarker.rewrite($0, into: &$1) }
    }
    if options.chineseTypography { chain.apply { EmphasisMarker.rewrite($0, into: &$1) } }
    return result
  }

  private func write(_ document: borrowing CmarkDocument, _ prepared: Preparation, _ page: inout PageContext) {
    var footnotes = Footnotes(prepared.footnotes)
    if options.extensions {
      let wanted = InlineExtensions.Wanted(in: chain.text)
      if wanted.any {
        footnotes = InlineExtensions.apply(
          to: document, wanted, footnotes: footnotes, chineseTypography: options.chineseTypography, in: arena,
          &page)
      }
      let definitions = page.locator.before(prepared.footnoteMaps)
      page.diagnostics += footnotes.unused { definitions.span($0) }
    }
    renderer.render(document.root, tables: prepared.tables, footnotes: footnotes, &page)
  }
}
