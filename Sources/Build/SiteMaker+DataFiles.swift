import Archive
import Site
import Templates

/// The files that follow from many documents together.
extension SiteMaker {
  /// The data files, and the page that lists them with their sizes.
  func dataFiles(_ pages: MadePages, _ templates: TemplateLibrary, _ sink: any OutputSink) throws {
    try monitor.measure(.data) {
      let data = DataFiles(site.plan, keys: keys, summaries: pages.summaries, generator: generator)
      let groups = data.groups() + [OutputGroup("theme", key: site.fingerprint) { site.assets }]
      let made = try pool.map(groups.count, chunk: 1, state: {}) { try put(groups[$1], sink) }
      let sizes = Dictionary(made.joined().map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
      let renderer = PageRenderer(site.plan, templates: templates)
      for page in site.plan.pages where page.listsDataFiles {
        try sink.put(renderer.data(page, sizes: sizes).bytes, at: page.path, OutputLabel(key: Fingerprint()))
      }
    }
  }

  /// - Returns: the files of a group, with their sizes in bytes.
  private func put(_ group: OutputGroup, _ sink: any OutputSink) throws -> [(path: String, size: Int)] {
    let kept = kept(group.name, group.key, sink)
    if let archive, !kept.isEmpty {
      return kept.map { archive[$0] }.map { (String(decoding: $0.path, as: UTF8.self), $0.size) }
    }
    let label = OutputLabel(key: group.key, group: Fingerprint(of: group.name))
    return try group.make().map { file in
      let size = try sink.put(file, label)
      monitor.advance(bytes: size)
      return (file.path, size)
    }
  }

  /// Files made together that stay as they are; none where they are to be made.
  private func kept(_ name: String, _ key: Fingerprint, _ sink: any OutputSink) -> [Int] {
    let members = archive?.members(of: Fingerprint(of: name), key: key) ?? []
    sink.keep(members)
    return members
  }
}
