import Disclosure

/// `sitemap.xml` (sitemaps.org 0.9); above 50,000 addresses an index of parts.
struct Sitemap {
  let plan: SitePlan
  static let limit = 50_000

  private static let namespace: [(StaticString, String)] = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]

  func files() -> [OutputFile] {
    let pages = plan.pages.filter { $0.path != "404.html" }
    guard pages.count > Self.limit else { return [file("sitemap.xml", pages[...])] }
    let base = plan.catalog.settings.baseURL
    var files: [OutputFile] = []
    var index = XMLWriter()
    index.element("sitemapindex", Self.namespace) { index in
      for start in stride(from: 0, to: pages.count, by: Self.limit) {
        let path = "sitemap-\(start / Self.limit + 1).xml"
        let part = pages[start..<min(start + Self.limit, pages.count)]
        files.append(file(path, part))
        index.element("sitemap") { $0.element("loc", text: base + path) }
      }
    }
    return [OutputFile(path: "sitemap.xml", bytes: index.bytes)] + files
  }

  private func file(_ path: String, _ pages: ArraySlice<PlannedPage>) -> OutputFile {
    OutputFile(path: path, pieces: [OutputFile.Piece { urls(pages) }])
  }

  private func urls(_ pages: ArraySlice<PlannedPage>) -> [UInt8] {
    let base = plan.catalog.settings.baseURL
    var writer = XMLWriter()
    writer.element("urlset", Self.namespace) { writer in
      for page in pages {
        writer.element("url") { writer in
          writer.element("loc", text: base + (page.path == "index.html" ? "" : RelativeURL.encoded(page.path)))
          if let date = date(of: page) { writer.element("lastmod", text: date) }
        }
      }
    }
    return writer.bytes
  }

  private func date(of page: PlannedPage) -> String? {
    switch page.content {
    case .entry(let position), .article(let position):
      plan.catalog.facts[position].date?.description
    default: nil
    }
  }
}
