import Disclosure

/// The latest entries as Atom (RFC 4287) and JSON Feed 1.1.
struct Feeds {
  let plan: SitePlan
  let summaries: Summaries
  static let size = 50

  private var positions: Range<Int> { plan.catalog[.entry].prefix(Self.size) }
  private var settings: SiteSettings { plan.catalog.settings }

  func atom() -> [UInt8] {
    var writer = XMLWriter()
    writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "zh-CN")]) { writer in
      writer.element("title", text: "\(settings.siteName) \(settings.title)")
      writer.element("id", text: settings.baseURL)
      writer.element("updated", text: instant(positions.first))
      writer.empty("link", [("href", settings.baseURL)])
      writer.empty("link", [("rel", "self"), ("href", settings.baseURL + "feed.xml")])
      writer.element("author") { $0.element("name", text: settings.organization) }
      for position in positions {
        writer.element("entry") { writer in
          writer.element("title", text: plan.catalog.documents[position].title)
          writer.element("id", text: url(position))
          writer.empty("link", [("href", url(position))])
          writer.element("updated", text: instant(position))
          writer.element("summary", text: summaries.text(position))
        }
      }
    }
    return writer.bytes
  }

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", "https://jsonfeed.org/version/1.1")
      writer.member("title", "\(settings.siteName) \(settings.title)")
      writer.member("home_page_url", settings.baseURL)
      writer.member("feed_url", settings.baseURL + "feed.json")
      writer.member("language", "zh-CN")
      writer.key("items")
      writer.array { writer in
        for position in positions {
          writer.object { writer in
            writer.member("id", url(position))
            writer.member("url", url(position))
            writer.member("title", plan.catalog.documents[position].title)
            writer.member("content_text", summaries.text(position))
            writer.member("date_published", instant(position))
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func url(_ position: Int) -> String { settings.baseURL + plan.addresses[position] }

  /// Midnight in China, as the sources name days only.
  private func instant(_ position: Int?) -> String {
    let date = position.flatMap { plan.catalog.facts[$0].date }
    return "\(date?.description ?? "1970-01-01")T00:00:00+08:00"
  }
}
