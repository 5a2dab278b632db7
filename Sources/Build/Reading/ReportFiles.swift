import Diagnostics
import Disclosure
import Reports
import Site

/// Reads what yearly reports need besides their front matter: their text, and the files their numbers are in.
struct ReportFiles {
  /// The site's folder.
  let source: String

  /// By position in the catalog, of the reports whose text is published.
  func read(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) throws(MachineFailure) -> [Int: ReportSource] {
    var sources: [Int: ReportSource] = [:]
    for position in catalog[.report] {
      let document = catalog.documents[position]
      guard let body = document.body else { continue }
      let bytes = try Disk.read("\(source)/\(document.path)", from: body.lowerBound, count: body.count)
      let text = ReportText(bytes, offset: body.lowerBound, path: document.path)
      sources[position] = ReportSource(text: text, sheet: try sheet(of: document, &diagnostics))
    }
    return sources
  }

  /// The file that `统计` names instead of numbers.
  private func sheet(
    of document: Document, _ diagnostics: inout [Diagnostic]
  ) throws(MachineFailure) -> ReportSource.Sheet? {
    guard let name = document.statistics?.scalar else { return nil }
    let path = Disk.folder(of: document.path) + "/\(name)"
    guard name.lowercased().hasSuffix(".csv"), !name.contains("/"), Disk.isRegularFile("\(source)/\(path)") else {
      diagnostics.append(
        Diagnostic(
          .reportNumbersFile, at: document.span(.statistics), zh: "同一文件夹里没有名为“\(name)”的 CSV 文件",
          en: "there is no CSV file “\(name)” beside the report",
          fixes: [
            .init(zh: "写旁边的 .csv 文件名，或者在“统计”下逐行写数", en: "name a .csv file beside it, or write the numbers below “统计”")
          ]))
      return nil
    }
    let bytes = try Disk.read("\(source)/\(path)")
    let isText = bytes.withUnsafeBufferPointer { SourceCheck.accepts($0, path: path, &diagnostics) }
    return isText ? ReportSource.Sheet(path: path, bytes: bytes) : nil
  }
}

extension DiagnosticKind {
  static let reportNumbersFile = DiagnosticKind(
    "report.numbers-file", .error, zh: "没有统计表的数字文件", en: "the file with the report’s numbers is missing")
}
