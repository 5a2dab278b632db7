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
    guard isPossible, let found = try reader.monitor.measure(.amend, { try findTexts() }),
      let outputs = reader.monitor.measure(.amend, { cache.outputArchive(whole: false) })
    else { return nil }
    let publisher = try Publisher(
      output: options.output, archive: outputs, hashes: options.parts.contains(.hashes))
    do {
      let areAll = try reader.monitor.measure(.amend, of: found.texts.count) {
        try makePages(found, outputs, publisher)
      }
      if areAll,
        let outcome = try reader.monitor.measure(.publish, { try publish(found, outputs, publisher) })
      {
        return outcome
      }
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

  /// The changed files, where nothing but their texts is another.
  private struct Texts {
    let site: AmendedSite
    let sources: SourceArchive
    /// What was read of the files.
    let texts: [SourceRead]
  }

  private func findTexts() throws -> Texts? {
    let settings = try SettingFiles(source: options.source)
    guard let sources = cache.sources(settings, whole: false) else { return nil }
    let site = try AmendedSite(cache.tree.leading(to: last.changed), settings, reader)
    return try site.texts(at: last.changed, after: sources).map { Texts(site: site, sources: sources, texts: $0) }
  }

  /// Hands the pages to the publisher.
  ///
  /// - Returns: whether they are all there is to make.
  private func makePages(_ found: Texts, _ outputs: OutputArchive, _ publisher: Publisher) throws -> Bool {
    guard let plans = found.site.plans(of: found.texts, found.sources) else { return false }
    let theme = try found.site.theme()
    guard let library = theme.library else { return false }
    let site = found.site.fingerprint(theme)
    let pages = AmendedPages(plans, library, site: site, folder: found.site.folder, options, outputs)
    return try found.texts.allSatisfy { try pages.put($0.file.path, in: publisher) }
  }

  private func publish(
    _ found: Texts, _ outputs: OutputArchive, _ publisher: Publisher
  ) throws -> BuildOutcome? {
    guard let sourcePatches = found.sources.patches(for: found.texts),
      let outputPatches = outputs.patches(for: publisher.amended)
    else { return nil }
    cache.forget()
    guard let changed = try publisher.amend() else { return nil }
    var outcome = last.outcome
    outcome.publication = .init(files: outputs.count, changed: changed, removed: 0)
    // A cache that cannot be written costs the next build time, and nothing else.
    try? cache.store(outcome, outputs, outputPatches, found.sources, sourcePatches)
    return outcome
  }
}
