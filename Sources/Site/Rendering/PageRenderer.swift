import Bytes
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
  /// The page being made.
  private var buffer = ByteBuffer(capacity: 64 << 10)
  /// The page as it was handed out. Its memory is used again, unless it is still kept by whoever asked for it.
  private var bytes: [UInt8] = []

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
    case .assessment(let organ): return finished(page, builder.assessment(of: organ, url))
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

  /// What a reader reads of a document, for the search index of pages that need not be made.
  public func text(of position: Int, bodies: some BodySource) throws -> [UInt8] {
    let url = RelativeURL(page: plan.permalinks[position])
    return try render(plan.catalog.documents[position], position, url, bodies)?.text.plainText ?? []
  }

  private struct RenderedBody {
    let text: RenderedMarkdown
    let links: [RenderedMarkdown.LinkReference]
    let places: [PlaceLink]
    let diagnostics: [Diagnostic]
  }

  /// - Returns: `nil` for a document whose text is not published.
  private func render(
    _ document: Document, _ position: Int, _ url: RelativeURL, _ bodies: some BodySource
  ) throws -> RenderedBody? {
    guard let range = document.body else { return nil }
    let links = DocumentLinks(of: position, builder, from: url)
    let body = try bodies.body(of: document)
    return body.withUnsafeBufferPointer { text in
      var diagnostics: [Diagnostic] = []
      let rendered = markdown.render(
        text, path: document.path, baseOffset: range.lowerBound, links: links, diagnostics: &diagnostics)
      externalLinks.check(rendered.links, &diagnostics)
      let places = rendered.links.compactMap(links.place)
      guard rendered.headings.contains(where: { $0.level == 1 }) else {
        return RenderedBody(text: rendered, links: rendered.links, places: places, diagnostics: diagnostics)
      }
      var known: [Diagnostic] = []
      let again = lowered.render(
        text, path: document.path, baseOffset: range.lowerBound, links: links, diagnostics: &known)
      return RenderedBody(text: again, links: rendered.links, places: places, diagnostics: diagnostics)
    }
  }

  private func document(
    _ position: Int, _ page: PlannedPage, _ url: RelativeURL, _ bodies: some BodySource
  ) throws -> RenderedPage {
    let document = plan.catalog.documents[position]
    let body = try render(document, position, url, bodies)
    let rendered = body?.text
    let digest = Digest(
      position: position, summary: document.summary ?? rendered?.summary ?? "", text: rendered?.plainText ?? [],
      linksToDocuments: body?.links.contains { LinkDestination($0.destination).leadsToDocument } ?? false)
    let text = DocumentText(
      html: rendered?.html ?? [], headings: rendered?.headings ?? [], summary: digest.summary,
      attachmentHashes: try plan.attachments[position].map { try bodies.sha256(of: $0.file) })
    var made =
      document.kind == .entry
      ? finished(page, builder.entry(position, text, url), digest, body?.diagnostics ?? [])
      : finished(page, builder.article(position, text, url), digest, body?.diagnostics ?? [])
    made.externalLinks = ExternalLinks.links(body?.links ?? [])
    let (own, other) = (body?.places ?? []).reduce(into: ([PlaceLink](), [PlaceLink]())) { places, link in
      if link.target == document.path { places.0.append(link) } else { places.1.append(link) }
    }
    if !own.isEmpty { made.diagnostics += own.compactMap(PagePlaces(made.bytes, title: document.title).check) }
    made.placeLinks = other
    return made
  }

  /// The places on the page of the document at `path`; `nil` if it has no page.
  public func places(ofDocumentAt path: String, bodies: some BodySource) throws -> PagePlaces? {
    guard let position = plan.catalog.position(ofPath: path) else { return nil }
    let page = try render(plan.page(of: position), bodies: bodies)
    return PagePlaces(page.bytes, title: plan.catalog.documents[position].title)
  }

  private func finished<Page: PageModel>(
    _ page: PlannedPage, _ model: consuming Page, _ digest: Digest? = nil, _ diagnostics: [Diagnostic] = []
  ) -> RenderedPage {
    buffer.removeAll()
    let site = model.site
    templates.template(Page.template)?.render(model, in: site, into: &buffer)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: buffer.bytes)
    return RenderedPage(path: page.path, bytes: bytes, digest: digest, diagnostics: diagnostics)
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
