import Reports

/// A yearly report's text with its tables where the form prints them: at the end of the parts they belong to.
struct ReportBody {
  private(set) var html: [UInt8]
  /// The tables whose part the text does not have, and those of an annex.
  private(set) var annex: [UInt8] = []

  init(_ text: DocumentText, _ statistics: ReportStatistics) {
    html = text.html
    var sections = statistics.tableSections
    let top = text.headings.map(\.level).min() ?? 0
    let parts = text.headings.filter { $0.level == top }
    // From the end on, so that what is inserted moves nothing that is still to be found.
    for (i, heading) in parts.enumerated().reversed() {
      guard let section = statistics.form.section(titled: heading.title), sections.contains(section) else { continue }
      let end = i + 1 < parts.count ? Self.start(of: parts[i + 1].id, level: top, in: html) : html.count
      guard let end else { continue }
      html.insert(contentsOf: statistics.tablesHTML(section: section), at: end)
      sections.removeAll { $0 == section }
    }
    annex = sections.flatMap { statistics.tablesHTML(section: $0) }
  }

  /// Where the heading with `id` begins.
  private static func start(of id: String, level: Int, in html: [UInt8]) -> Int? {
    let tag = Array("<h\(level) id=\"\(id)\"".utf8)
    return html.indices.first { html[$0] == tag[0] && html[$0...].starts(with: tag) }
  }
}
