import Diagnostics
import Disclosure
import Markdown
import Templates

/// Makes pages. One a worker: it keeps its buffers.
public final class PageRenderer {
  private let plan: SitePlan
  private let templates: TemplateLibrary
  /// For bodies whose highest heading is `##`, as the page's title is its `h1`.
  private let markdown: MarkdownRenderer
  /// For bodies that start at `#`: every heading one level lower.
  private let lowered: MarkdownRenderer
  private let builder: ModelBuilder
  private let externalLinks: ExternalLinks

  public init(_ plan: SitePlan, templates: TemplateLibrary) {
    self.plan = plan
    self.templates = templates
    var options = MarkdownOptions()
    options.countsWords = false
    markdown = MarkdownRenderer(options: options)
    options.headingOffset = 1
    lowered = MarkdownRenderer(options: options)
    builder = ModelBuilder(plan)
    externalLinks = ExternalLinks(plan.catalog.settings)
  }

  public func render(_ page: PlannedPage, bodies: some BodySource) throws -> RenderedPage {
    let url = RelativeURL(page: page.path)
    switch page.content {
    case .home(let organ): return finished(page, builder.home(plan.section(organ), url))
    case .search: return finished(page, builder.search(page.path, url))
    case .assessment(let organ): return finished(page, builder.assessment(plan.section(organ), url))
    case .siteMap: return finished(page, builder.siteMap(page.path, url))
    case .notFound: return finished(page, builder.notFound(page.path))
    case .comparison(let organ): return finished(page, builder.comparisonPage(plan.section(organ), url))
    case .updates: return finished(page, builder.updates(page.path, url))
    case .data: return data(page, sizes: [:])
    case .repealed(let part): return finished(page, builder.repealed(part, url))
    case .applicationForm(let organ):
      return finished(page, builder.applicationForm(page.path, plan.section(organ), url))
    case .index(let kind, let organ): return finished(page, builder.index(kind, page.path, plan.section(organ), url))
    case .list(let term, let part, let organ):
      return finished(page, builder.list(term, part, plan.section(organ), url))
    case .entry(let position), .article(let position):
      return try document(position, page, url, bodies)
    }
  }

  /// The page that lists the data files.
  ///
  /// - Parameter sizes: their bytes, by path.
  public func data(_ page: PlannedPage, sizes: [String: Int]) -> RenderedPage {
    finished(page, builder.data(page.path, sizes: sizes, RelativeURL(page: page.path)))
  }

  private func document(
    _ position: Int, _ page: PlannedPage, _ url: RelativeURL, _ bodies: some BodySource
  ) throws -> RenderedPage {
    let document = plan.catalog.documents[position]
    var diagnostics: [Diagnostic] = []
    var rendered: RenderedMarkdown?
    var external: [ExternalLink] = []
    var places: [PlaceLink] = []
    if let range = document.body {
      let links = DocumentLinks(plan: plan, document: document, attachments: plan.attachments[position], url: url)
      let body = try bodies.body(of: document)
      rendered = body.withUnsafeBufferPointer { text in
        let rendered = markdown.render(
          text, path: document.path, baseOffset: range.lowerBound, links: links, diagnostics: &diagnostics)
        externalLinks.check(rendered.links, &diagnostics)
        external = ExternalLinks.links(rendered.links)
        places = rendered.links.compactMap { links.place(of: $0, from: position) }
        guard rendered.headings.contains(where: { $0.level == 1 }) else { return rendered }
        var known: [Diagnostic] = []
        return lowered.render(text, path: document.path, baseOffset: range.lowerBound, links: links, diagnostics: &known)
      }
    }
    let digest = Digest(
      position: position, summary: document.summary ?? rendered?.summary ?? "", text: rendered?.plainText ?? [])
    let text = DocumentText(
      html: rendered?.html ?? [], headings: rendered?.headings ?? [], summary: digest.summary,
      attachmentHashes: try plan.attachments[position].map { try bodies.sha256(of: $0.file) })
    var made =
      document.kind == .entry
      ? finished(page, builder.entry(position, text, url), digest)
      : finished(page, builder.article(position, text, url), digest)
    if places.contains(where: { $0.target == position }) {
      let own = PagePlaces(made.bytes, title: document.metadata.title)
      diagnostics += places.filter { $0.target == position }.compactMap(own.check)
    }
    made.diagnostics = diagnostics
    made.externalLinks = external
    made.placeLinks = places.filter { $0.target != position }
    return made
  }

  /// The places on the page of the document at `position`; `nil` if it has no page.
  public func places(ofDocumentAt position: Int, bodies: some BodySource) throws -> PagePlaces? {
    let page = plan.pages.first { page in
      switch page.content {
      case .entry(position), .article(position): true
      default: false
      }
    }
    return try page.map {
      PagePlaces(try render($0, bodies: bodies).bytes, title: plan.catalog.documents[position].metadata.title)
    }
  }

  private func finished(
    _ page: PlannedPage, _ model: some PageModel, _ digest: Digest? = nil
  ) -> RenderedPage {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 << 10)
    templates.template(type(of: model).template)?.render(model, in: model.site, into: &bytes)
    return RenderedPage(path: page.path, bytes: bytes, digest: digest)
  }
}

/// A document's text after rendering, as its page needs it.
struct DocumentText {
  let html: [UInt8]
  let headings: [RenderedMarkdown.Heading]
  let summary: String
  /// SHA-256 of the document's attachments, in their order.
  let attachmentHashes: [String]
}
