import Archive
import Site
import Templates

/// The files that follow from many documents together.
extension SiteMaker {
  func searchFiles(
    _ pages: MadePages, _ texts: TextStore, _ templates: TemplateLibrary, _ sink: any OutputSink
  ) throws {
    try monitor.measure(.search) {
      let key = keys.documents(site.plan.catalog.documents.indices, texts: pages.text)
      guard !keeps("search", key, sink) else { return }
      let bodies = DiskBodies(source: site.source)
      try SearchFiles(site.plan).build(workers: pool.workers) { position in
        if !pages.isKept(position) { return try texts.text(at: position) }
        return try PageRenderer(site.plan, templates: templates).text(of: position, bodies: bodies)
      } write: { path, bytes in
        try sink.put(bytes, at: path, OutputLabel(key: key, group: group("search")))
        monitor.advance(bytes: bytes.count)
      }
    }
  }

  /// The data files, and the page that lists them with their sizes.
  func dataFiles(_ pages: MadePages, _ templates: TemplateLibrary, _ sink: any OutputSink) throws {
    try monitor.measure(.data) {
      let data = DataFiles(site.plan, keys: keys, summaries: pages.summaries, generator: generator)
      let groups = data.groups() + [OutputGroup("theme", key: site.fingerprint) { site.assets }]
      let made = try pool.map(groups.count, chunk: 1, state: {}) { _, i -> [(path: String, size: Int)] in
        if let archive, keeps(groups[i].name, groups[i].key, sink) {
          return archive.members(of: group(groups[i].name), key: groups[i].key).map {
            (String(decoding: archive[$0].path, as: UTF8.self), archive[$0].size)
          }
        }
        return try groups[i].make().map { file in
          try sink.put(file.bytes, at: file.path, OutputLabel(key: groups[i].key, group: group(groups[i].name)))
          monitor.advance(bytes: file.bytes.count)
          return (file.path, file.bytes.count)
        }
      }
      let sizes = Dictionary(made.joined().map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
      let renderer = PageRenderer(site.plan, templates: templates)
      for page in site.plan.pages where page.listsDataFiles {
        try sink.put(renderer.data(page, sizes: sizes).bytes, at: page.path, OutputLabel(key: Fingerprint()))
      }
    }
  }

  private func group(_ name: String) -> Fingerprint {
    var group = Fingerprint()
    group.add(name)
    return group
  }

  /// Whether files made together stay as they are.
  private func keeps(_ name: String, _ key: Fingerprint, _ sink: any OutputSink) -> Bool {
    let members = archive?.members(of: group(name), key: key) ?? []
    sink.keep(members)
    return !members.isEmpty
  }
}
