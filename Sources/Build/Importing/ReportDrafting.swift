import Diagnostics
import Site
import Workers

extension NewFile {
  /// A yearly report to be written, with the numbers the site knows already.
  ///
  /// - Parameter organ: the ordinal of an organ of the site, or `nil` for its host.
  public static func report(on year: Int, of organ: Int?, source: String) throws -> (path: String, text: String) {
    var options = BuildOptions()
    options.source = source
    let site = try SiteReader(options: options, pool: WorkerPool(workers: 1), monitor: BuildMonitor(nil)).read()
    if let draft = site.plan.reportDraft(year: year, organ: organ) { return (draft.path, draft.markdown) }
    throw MachineFailure(
      zh: "\(year) 年还没有年度报告的规定，最早是 2008 年度", en: "no report is asked for on \(year); the first is on 2008")
  }
}
