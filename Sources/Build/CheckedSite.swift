import Diagnostics
import Workers

/// A site read, planned and checked to the last page, for commands that go on from there.
struct CheckedSite {
  let site: PlannedSite
  let outcome: BuildOutcome

  init(_ options: BuildOptions) throws {
    let pool = WorkerPool(workers: options.jobs)
    let monitor = BuildMonitor(nil)
    site = try SiteReader(options: options, pool: pool, monitor: monitor).read()
    let found = try SiteMaker(site: site, options: options, pool: pool, monitor: monitor).run(nil).diagnostics
    outcome = site.outcome(site.diagnostics + found)
  }
}
