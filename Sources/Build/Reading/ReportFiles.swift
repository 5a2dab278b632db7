import Disclosure
import Reports
import Site

/// Reads what the checks of yearly reports need of their files.
struct ReportFiles {
  /// The site's folder.
  let source: String

  /// By position in the catalog, of the reports whose text is published.
  func read(_ catalog: Catalog) throws(MachineFailure) -> [Int: ReportSource] {
    var sources: [Int: ReportSource] = [:]
    for position in catalog[.report] {
      let document = catalog.documents[position]
      guard let body = document.body else { continue }
      let bytes = try Disk.read("\(source)/\(document.path)", from: body.lowerBound, count: body.count)
      sources[position] = ReportSource(text: ReportText(bytes, offset: body.lowerBound, path: document.path))
    }
    return sources
  }
}
