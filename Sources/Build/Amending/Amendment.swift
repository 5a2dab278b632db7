import Site
import Workers

/// A build in which nothing changed but the texts of a few entries: their pages take the place of what they were, and
/// all else stays, without a plan of the whole site.
///
/// That a plan of a few documents makes the same page is not taken for granted: with the texts as they were, the page
/// must have the very key it was made under, and a key follows from everything that the page does. Whatever is out of
/// the ordinary gives another key, or is looked for here, and means that the build goes its usual way.
struct Amendment {
  private let last: LastBuild
  private let cache: BuildCache
  private let reader: SiteReader
  private var options: BuildOptions { reader.options }

  init(of last: LastBuild, _ cache: BuildCache, _ reader: SiteReader) {
    self.last = last
    self.cache = cache
    self.reader = reader
  }

  /// - Returns: `nil`, with nothing done, where it takes more than that.
  func build() throws -> BuildOutcome? {
    guard isPossible else { return nil }
    let settings = try SettingFiles(source: options.source)
    let archives = reader.monitor.measure(.amend) {
      (sources: cache.sources(settings, whole: false), outputs: cache.outputArchive(whole: false))
    }
    guard let sources = archives.sources, let outputs = archives.outputs else { return nil }
    let publisher = try Publisher(
      output: options.output, archive: outputs, hashes: options.parts.contains(.hashes), pool: reader.pool)
    do {
      let texts = try reader.monitor.measure(.amend, of: last.changed.count) {
        try makePages(settings, sources, outputs, publisher)
      }
      let outcome = try texts.flatMap { texts in
        try reader.monitor.measure(.publish) { try publish(texts, sources, outputs, publisher) }
      }
      if let outcome { return outcome }
    } catch {
      try? publisher.discard()
      throw error
    }
    try publisher.discard()
    return nil
  }

  private var isPossible: Bool {
    // What a baseline leaves out is nowhere to be seen.
    last.changed.allSatisfy { $0.hasPrefix("content/") && $0.hasSuffix(".md") } && cache.isSettled
      && !last.showsCommit && options.probe == nil && last.outcome.summary.baselined == 0
  }

  /// Hands the pages to the publisher.
  ///
  /// - Returns: what was read of the changed files; `nil` where the pages are not all there is to make.
  private func makePages(
    _ settings: SettingFiles, _ sources: SourceArchive, _ outputs: OutputArchive, _ publisher: Publisher
  ) throws -> [SourceRead]? {
    let site = try AmendedSite(cache.tree.leading(to: last.changed), settings, reader)
    guard let texts = try site.texts(at: last.changed, after: sources), let plans = site.plans(of: texts, sources),
      let library = site.theme.library
    else { return nil }
    let pages = AmendedPages(plans, library, site: site.fingerprint, folder: site.folder, options, outputs)
    return try texts.allSatisfy { try pages.put($0.file.path, in: publisher) } ? texts : nil
  }

  private func publish(
    _ texts: [SourceRead], _ sources: SourceArchive, _ outputs: OutputArchive, _ publisher: Publisher
  ) throws -> BuildOutcome? {
    guard let sourcePatches = sources.patches(for: texts), let outputPatches = outputs.patches(for: publisher.amended)
    else { return nil }
    cache.forget()
    guard let changed = try publisher.amend() else { return nil }
    var outcome = last.outcome
    outcome.publication = .init(files: outputs.count, changed: changed, removed: 0)
    // A cache that cannot be written costs the next build time, and nothing else.
    try? cache.store(outcome, outputs, outputPatches, sources, sourcePatches)
    return outcome
  }
}
