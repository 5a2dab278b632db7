import Disclosure

/// `index.json`: what is here and where.
struct SiteIndex {
  let plan: SitePlan
  let generator: String

  func json() -> [UInt8] {
    let settings = plan.catalog.settings
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("generator", generator)
      writer.member("title", settings.title)
      writer.member("site_name", settings.siteName)
      writer.member("base_url", settings.baseURL)
      writer.key("sections")
      sections(of: plan.root, &writer)
      if !plan.organs.isEmpty {
        writer.key("organs")
        writer.array { writer in plan.organs.forEach { organ($0, &writer) } }
      }
      writer.member("withheld", plan.catalog.withheld)
      writer.key("files")
      writer.array { writer in
        for path in [
          "data/catalog.json", "data/catalog.csv", "data/catalog.schema.json", "data/reports.json",
          "data/reports.schema.json", "data/front-matter.schema.json", "data/site.schema.json",
          "data/assessment.schema.json",
          "data/holidays.json", "data/holidays.schema.json",
          "assessment/assessment.json", "feed.json", "feed.xml", "sitemap.xml", "manifest.json",
        ] { writer.string(path) }
        if settings.search.isEnabled { writer.string("search/search.json") }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func sections(of section: SiteSection, _ writer: inout JSONWriter) {
    writer.array { writer in
      for (kind, path) in section.columns {
        writer.object { writer in
          writer.member("title", kind.label)
          writer.member("url", path)
          writer.member("count", section[kind].count)
        }
      }
    }
  }

  private func organ(_ section: SiteSection, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", section.organ?.code)
      writer.member("name", section.organ?.name)
      writer.member("organization_code", section.organ?.organizationCode)
      writer.member("url", section.home)
      writer.key("sections")
      sections(of: section, &writer)
    }
  }
}
