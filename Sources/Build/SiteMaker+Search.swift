import Archive
import Search
import Site
import Templates

/// The search index: of the one in the output, what a change cannot have changed stays.
extension SiteMaker {
  /// - Returns: the index, where something of it was made.
  func searchFiles(
    _ pages: MadePages, _ texts: TextStore, _ templates: TemplateLibrary, _ sink: any OutputSink
  ) throws -> KeyedIndex? {
    try monitor.measure(.search) {
      let plan = site.plan
      let key = keys.documents(plan.catalog.documents.indices, texts: pages.text)
      let group = Fingerprint(of: "search")
      let members = archive?.members(of: group, key: Fingerprint()) ?? []
      // What the whole index was made of stands with the one file that is always made.
      let manifest = archive.flatMap { $0.ordinal(of: Self.path(SearchIndex.manifest)) }
      let known = archive.flatMap { archive in manifest.map { archive[$0].key } }
      if let manifest, known == key {
        sink.keep(members + [manifest])
        return nil
      }
      let index = try SearchFiles(plan).build(workers: pool.workers, fingerprint: pages.text) {
        var renderer: PageRenderer?
        return { position in
          if !pages.isKept(position) { return try texts.text(at: position) }
          let own = renderer ?? PageRenderer(plan, templates: templates)
          renderer = own
          return try own.text(of: position, bodies: DiskBodies(folder: site.folder))
        }
      } after: {
        known.flatMap { cache?.index(key: $0) }
      } write: { path, bytes in
        let isManifest = path == Self.path(SearchIndex.manifest)
        let label = isManifest ? OutputLabel(key: key) : OutputLabel(key: Fingerprint(), group: group)
        try sink.put(bytes, at: path, label)
        monitor.advance(bytes: bytes.count)
      }
      if let archive {
        let prefix = Self.path("").utf8.count
        sink.keep(members.filter { index.keeps(UnsafeRawBufferPointer(rebasing: archive[$0].path[prefix...])) })
      }
      return KeyedIndex(index: index, key: key)
    }
  }

  private static func path(_ name: String) -> String { "search/\(name)" }
}
