import Diagnostics
import Site
import Workers

extension NewFile {
  /// A yearly report to be written, with the numbers the site knows already.
  ///
  /// - Parameter organ: the code of an organ of the site, or `nil` for its host.
  public static func report(on year: Int, of organ: String?, source: String) throws -> (path: String, text: String) {
    var options = BuildOptions()
    options.source = source
    let site = try SiteReader(options: options, pool: WorkerPool(workers: 1), monitor: BuildMonitor(nil)).read()
    if let draft = site.plan.reportDraft(year: year, organ: organ) { return (draft.path, draft.markdown) }
    guard let organ, year >= 2008 else {
      throw MachineFailure(
        zh: "\(year) 年还没有年度报告的规定，最早是 2008 年度", en: "no report is asked for on \(year); the first is on 2008")
    }
    throw MachineFailure(zh: "site.yml 的“行政机关”里没有代码“\(organ)”", en: "site.yml lists no organ with the code “\(organ)”")
  }
}
