import Archive
import Diagnostics
import Site

/// What the pages of documents gave, whether they were made now or stand as they were.
struct MadePages: Sendable {
  /// Places in the archive of all pages that stay as they are.
  private(set) var kept: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var externalLinks: [ExternalLink] = []
  private(set) var placeLinks: [PlaceLink] = []
  /// By position in the catalog.
  private var made: [PageFindings?]
  private var summaryFingerprints: [Fingerprint]
  /// Places in the archive, by position in the catalog; -1 for pages that were made.
  private var places: [Int]
  private let archive: OutputArchive?

  init(documents: Int, _ archive: OutputArchive?) {
    made = [PageFindings?](repeating: nil, count: documents)
    summaryFingerprints = [Fingerprint](repeating: Fingerprint(), count: documents)
    places = [Int](repeating: -1, count: documents)
    self.archive = archive
  }

  mutating func add(_ findings: PageFindings, document: Int) {
    made[document] = findings
    summaryFingerprints[document] = findings.summaryFingerprint
    externalLinks += findings.externalLinks
    placeLinks += findings.placeLinks
    diagnostics += findings.diagnostics
  }

  /// A page that stays as it is.
  struct Kept: Sendable {
    /// Its place in the archive.
    let ordinal: Int
    let summaryFingerprint: Fingerprint
    let hasRemarks: Bool

    init(_ ordinal: Int, _ findings: ArchivedFindings?) {
      self.ordinal = ordinal
      summaryFingerprint = findings?.summaryFingerprint ?? Fingerprint()
      hasRemarks = findings?.hasRemarks ?? false
    }
  }

  mutating func keep(_ page: Kept, document: Int?) {
    kept.append(page.ordinal)
    guard let document else { return }
    places[document] = page.ordinal
    summaryFingerprints[document] = page.summaryFingerprint
    guard page.hasRemarks, let remarks = archive?[page.ordinal].findings?.remarks else { return }
    externalLinks += remarks.externalLinks
    placeLinks += remarks.placeLinks
    diagnostics += remarks.diagnostics
  }

  func isKept(_ document: Int) -> Bool { places[document] >= 0 }

  /// Of the text of a document that is searched.
  func text(_ document: Int) -> Fingerprint { findings(document)?.text ?? made[document]?.text ?? Fingerprint() }

  var summaries: Summaries {
    Summaries(
      text: { findings($0)?.summary ?? made[$0]?.summary ?? "" }, fingerprint: { summaryFingerprints[$0] })
  }

  private func findings(_ document: Int) -> ArchivedFindings? {
    places[document] >= 0 ? archive?[places[document]].findings : nil
  }
}
