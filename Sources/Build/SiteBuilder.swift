import Diagnostics

/// The name and version that output files carry.
public let generator = "gongkai 0.1.0"

/// Reads a site, checks it, makes its pages and publishes them.
public struct SiteBuilder: Sendable {
  private let options: BuildOptions
  private let pool: WorkerPool
  private let monitor: BuildMonitor

  /// - Parameter progress: told how far a build has come once it takes longer than half a second, from any thread.
  public init(_ options: BuildOptions, progress: (@Sendable (BuildProgress) -> Void)? = nil) {
    self.options = options
    pool = WorkerPool(workers: max(1, options.jobs))
    monitor = BuildMonitor(progress)
  }

  /// Everything that is wrong; nothing is written.
  public func check() throws -> BuildOutcome {
    let site = try read()
    return measured(site.outcome(site.diagnostics + (try make(site, nil))))
  }

  /// Checks, and publishes when there is no error.
  public func build() throws -> BuildOutcome {
    try requireSource()
    let lock = try BuildLock(output: options.output)
    defer { lock.release() }
    let publisher = try Publisher(output: options.output, hashes: options.parts.contains(.hashes))
    do {
      let site = try read()
      let found = try make(site) { path, bytes in try publisher.stage(bytes, at: path) }
      var outcome = site.outcome(site.diagnostics + found)
      if outcome.summary.errors == 0 {
        outcome.publication = try monitor.measure(.publish) { try publisher.publish(generator: generator) }
      } else {
        try publisher.discard()
      }
      return measured(outcome)
    } catch {
      try? publisher.discard()
      throw error
    }
  }

  private func read() throws -> PlannedSite {
    try requireSource()
    return try SiteReader(options: options, pool: pool, monitor: monitor).read()
  }

  private func make(_ site: PlannedSite, _ sink: SiteMaker.Sink?) throws -> [Diagnostic] {
    try SiteMaker(site: site, options: options, pool: pool, monitor: monitor).run(sink)
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
