import Chronology
import Diagnostics
import Disclosure
import Workers

/// A site's documents as its sources have them, published or not, for commands that work on the sources.
public struct SiteListing: Sendable {
  public let settings: SiteSettings
  /// By path.
  public let documents: [Document]
  /// Every index number in use or once published.
  public let indexNumbers: [String]
  /// How many errors the sources have, each of which may hide a document or a field.
  public let unreadable: Int

  public init(source: String) throws {
    var options = BuildOptions()
    options.source = source
    let site = try SiteReader(options: options, pool: WorkerPool(workers: 1), monitor: BuildMonitor(nil)).read()
    settings = site.plan.catalog.settings
    documents = site.reads.compactMap(\.document).sorted { $0.path < $1.path }
    var ignored: [Diagnostic] = []
    let published = try IndexNumberLock.read(source: source, &ignored)?.numbers ?? []
    indexNumbers = documents.compactMap(\.indexNumber) + published
    unreadable = site.diagnostics.count { $0.severity == .error }
  }

  /// The index number that an entry published on `date` gets.
  ///
  /// - Parameter organ: whose it is, by its ordinal; `nil` for the site's host.
  /// - Returns: `nil` when nothing shows the organ's code, or the year has no serial left.
  public func nextIndexNumber(of organ: Int?, on date: CivilDate) -> String? {
    let own = documents.filter { $0.organ == organ }.compactMap(\.indexNumber)
    return IndexNumberIssuer(settings, organ: organ)
      .next(on: date, taken: indexNumbers, own: settings.organs.isEmpty ? nil : own)
  }
}
