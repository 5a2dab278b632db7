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
    guard let amended = try reader.monitor.measure(.amend, of: last.changed.count, { try amended() }) else {
      return nil
    }
    return try reader.monitor.measure(.publish) { try publish(amended) }
  }

  private var isPossible: Bool {
    // What a baseline leaves out is nowhere to be seen.
    last.changed.allSatisfy { $0.hasPrefix("content/") && $0.hasSuffix(".md") } && cache.isSettled
      && !last.showsCommit && options.probe == nil && last.outcome.summary.baselined == 0
  }

  private func amended() throws -> Amended? {
    let settingFiles = try SettingFiles(source: options.source)
    guard let sources = cache.sources(settingFiles, whole: false), let outputs = cache.outputArchive(whole: false)
    else { return nil }
    let site = try AmendedSite(cache.tree.leading(to: last.changed), settingFiles, reader)
    guard let texts = try site.texts(at: last.changed, after: sources), let plans = site.plans(of: texts, sources),
      let library = site.theme.library
    else { return nil }
    let publisher = try Publisher(
      output: options.output, archive: outputs, hashes: options.parts.contains(.hashes), pool: reader.pool)
    let pages = AmendedPages(plans, library, site: site.fingerprint, folder: site.folder, options, outputs)
    for text in texts where try !pages.put(text.file.path, in: publisher) {
      try publisher.discard()
      return nil
    }
    return Amended(texts: texts, publisher: publisher, sources: sources, outputs: outputs)
  }

  private struct Amended {
    let texts: [SourceRead]
    let publisher: Publisher
    let sources: SourceArchive
    let outputs: OutputArchive
  }

  private func publish(_ amended: Amended) throws -> BuildOutcome? {
    let (publisher, outputs) = (amended.publisher, amended.outputs)
    do {
      guard let sourcePatches = amended.sources.patches(for: amended.texts),
        let outputPatches = outputs.patches(for: publisher.amended)
      else {
        try publisher.discard()
        return nil
      }
      cache.forget()
      guard let changed = try publisher.amend() else {
        try publisher.discard()
        return nil
      }
      var outcome = last.outcome
      outcome.publication = .init(files: outputs.count, changed: changed, removed: 0)
      // A cache that cannot be written costs the next build time, and nothing else.
      try? cache.store(outcome, outputs, outputPatches, amended.sources, sourcePatches)
      return outcome
    } catch {
      try? publisher.discard()
      throw error
    }
  }
}
