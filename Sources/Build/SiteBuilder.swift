import Archive
import Diagnostics
import Dispatch
import Synchronization
import Workers

/// The name and version that output files carry.
public let generator = "gongkai 0.1.0"

/// Reads a site, checks it, makes its pages and publishes them.
public struct SiteBuilder: Sendable {
  private let options: BuildOptions
  private let pool: WorkerPool
  private let monitor: BuildMonitor
  /// What the last build was made of, until there is another: a process mostly ends before, and need not take a hundred
  /// thousand documents apart (measured: a twentieth of the time of a build in which a title changed).
  private static let last = Mutex<(PlannedSite, Publisher)?>(nil)

  /// - Parameter progress: told how far a build has come once it takes longer than half a second, from any thread.
  public init(_ options: BuildOptions, progress: (@Sendable (BuildProgress) -> Void)? = nil) {
    self.options = options
    pool = WorkerPool(workers: options.jobs)
    monitor = BuildMonitor(progress)
  }

  /// Everything that is wrong; nothing is written.
  public func check() throws -> BuildOutcome {
    try requireSource()
    let site = try reader.read()
    return measured(site.outcome(site.diagnostics + (try maker(site).run(nil).diagnostics)))
  }

  /// Checks, and publishes when there is no error.
  public func build() throws -> BuildOutcome {
    try requireSource()
    let lock = try BuildLock(output: options.output)
    defer { lock.release() }
    let (cache, last) = try monitor.measure(.cache) {
      let cache = try BuildCache(options, pool: pool)
      return (cache, cache.lastBuild())
    }
    if let last {
      if last.changed.isEmpty { return measured(last.outcome) }
      if let amended = try Amendment(of: last, cache, reader).build() { return measured(amended) }
    }
    cache.forget()
    let earlier = Deferred { cache.outputArchive() }
    // Making the plan does not keep all workers busy.
    DispatchQueue.global().async { _ = earlier.value }
    // Another build may change the cache once the lock is released.
    defer { _ = earlier.value }
    let (site, sources) = try read(cache)
    let outputs = monitor.measure(.load) { earlier.value }
    let publisher = try Publisher(
      output: options.output, archive: outputs, hashes: options.parts.contains(.hashes))
    do {
      Self.last.withLock { $0 = (site, publisher) }
      // While pages are made and published, which does not keep all workers busy. A cache that cannot be written costs
      // the next build time, and nothing else.
      let storing = DispatchGroup()
      DispatchQueue.global().async(group: storing) { try? cache.store(site, after: sources, last) }
      defer { storing.wait() }
      let maker = maker(site, outputs, cache.index)
      let made = try maker.run(publisher)
      var outcome = site.outcome(site.diagnostics + made.diagnostics)
      if outcome.summary.errors == 0 {
        outcome.publication = try monitor.measure(.publish) {
          let (publication, files) = try publisher.publish(generator: generator)
          if !maker.isSearched { cache.index.forget() }
          if let index = made.index { DispatchQueue.global().async(group: storing) { try? cache.index.store(index) } }
          try? cache.store(outcome, files, commit: site.commit)
          return publication
        }
      } else {
        try publisher.discard()
      }
      return measured(outcome)
    } catch {
      try? publisher.discard()
      throw error
    }
  }

  /// The site, and the archive that its unchanged documents come from.
  private func read(_ cache: BuildCache) throws -> (PlannedSite, SourceArchive?) {
    var sources: SourceArchive?
    let site = try reader.read(cache.tree) { settings, files in
      sources = cache.sources(settings)
      let reads = sources?.reads(of: files, pool)
      if reads == nil { sources = nil }
      return reads ?? []
    }
    return (site, sources)
  }

  private var reader: SiteReader { SiteReader(options: options, pool: pool, monitor: monitor) }

  private func maker(
    _ site: PlannedSite, _ archive: OutputArchive? = nil, _ index: IndexCache? = nil
  ) -> SiteMaker {
    SiteMaker(site: site, options: options, pool: pool, monitor: monitor, archive: archive, cache: index)
  }

  private func measured(_ outcome: BuildOutcome) -> BuildOutcome {
    var outcome = outcome
    outcome.stages = monitor.measurements
    return outcome
  }

  private func requireSource() throws(MachineFailure) {
    guard Disk.isDirectory(options.source) else {
      throw MachineFailure(zh: "没有文件夹“\(options.source)”", en: "there is no folder “\(options.source)”")
    }
  }
}
