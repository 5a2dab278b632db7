import Build
import Foundation
import Testing

/// Every page of the demonstration site: where its links lead, and what it says of itself in its head.
@Suite struct CrawlTests {
  private struct Page {
    let path: String
    let text: String

    func matches(_ pattern: Regex<(Substring, Substring)>) -> [String] {
      text.matches(of: pattern).map { String($0.1) }
    }

    /// The content of a META tag; `nil` where the page has none.
    func meta(_ name: String) -> String? {
      text.firstRange(of: "<meta name=\"\(name)\" content=\"").map { start in
        String(text[start.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  private let tree: [String: Data]
  private let pages: [Page]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
    let output = FileManager.default.temporaryDirectory.appending(path: "gongkai-crawl-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    var options = BuildOptions()
    options.source = root
    options.output = output.path
    let outcome = try SiteBuilder(options).build()
    #expect(outcome.summary.errors == 0)
    var tree: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
      tree[path] = try? Data(contentsOf: output.appending(path: path))
    }
    self.tree = tree
    pages = tree.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
      .map { Page(path: $0.key, text: String(decoding: $0.value, as: UTF8.self)) }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    #expect(pages.count > 50)
    let ids = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, Set($0.matches(/\sid="([^"]*)"/))) })
    var broken: Set<String> = []
    // The page for what is not found is shown in place of any address, so its links start at the site's own path.
    for page in pages where page.path != "404.html" {
      for link in page.matches(/\s(?:href|src)="([^"]*)"/) where !link.contains(":") && !link.hasPrefix("//") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0].prefix { $0 != "?" })
        guard let target = path.isEmpty ? page.path : resolved(path, from: page.path) else {
          broken.insert("\(page.path): \(link) leads out of the site")
          continue
        }
        if tree[target] == nil { broken.insert("\(page.path): \(link)") }
        if parts.count == 2, !parts[1].isEmpty, let known = ids[target],
          !known.contains(parts[1].removingPercentEncoding ?? "")
        {
          broken.insert("\(page.path): \(link) has no such place")
        }
      }
    }
    #expect(broken.isEmpty, "\(broken.sorted().prefix(20))")
  }

  private func resolved(_ link: String, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part.removingPercentEncoding ?? String(part))
      }
    }
    let path = parts.joined(separator: "/")
    return link.hasSuffix("/") ? path + "/index.html" : path
  }

  /// The tags of 《政府网站发展指引》: three on every page, four more on columns and what is in them, and those of a text.
  @Test func everyPageSaysWhatItIs() {
    for page in pages {
      for name in ["SiteName", "SiteDomain", "SiteIDCode"] {
        #expect(page.meta(name)?.isEmpty == false, "\(page.path) \(name)")
      }
    }
    for page in pages
    where ["guide/", "rules/", "catalog/", "reports/", "apply/", "d/"].contains(where: page.path.hasPrefix) {
      for name in ["ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords"] {
        #expect(page.meta(name)?.isEmpty == false, "\(page.path) \(name)")
      }
    }
    for page in pages where page.path.hasPrefix("d/") {
      for name in ["ArticleTitle", "PubDate", "ContentSource", "Url"] {
        #expect(page.meta(name)?.isEmpty == false, "\(page.path) \(name)")
      }
      #expect(page.meta("PubDate")?.wholeMatch(of: /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/) != nil, "\(page.path)")
    }
  }
}
