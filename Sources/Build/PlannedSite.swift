import Archive
import Diagnostics
import Disclosure
import Rules
import Site
import Templates

/// A site read, checked and planned. Every file of its output can be made from it, by itself and in any order.
struct PlannedSite: Sendable {
  let source: String
  /// The folder at `source`.
  let folder: OpenFolder
  let plan: SitePlan
  /// `nil` when the theme has errors.
  let templates: TemplateLibrary?
  let assets: [OutputFile]
  /// Of everything that any file may follow from, but the documents and the day.
  let fingerprint: Fingerprint
  let rules: RuleSet
  let policy: DiagnosticPolicy
  /// What was found before any page is made.
  let diagnostics: [Diagnostic]
  /// Documents that are not, or may not be, published in full.
  let unpublished: Set<String>
  /// Those of which nothing at all is published, or may be.
  let silent: Set<String>
  /// What git knew, where the site shows something of it.
  let commit: String?
  /// Templates by path, for diagnostics that quote them.
  let embedded: [String: [UInt8]]
  /// For reading the site again.
  let reads: [SourceRead]
  let settingFiles: SettingFiles

  /// - Parameter diagnostics: everything found, with what making the pages showed.
  func outcome(_ diagnostics: [Diagnostic]) -> BuildOutcome {
    // A quoted line could give away what the page does not.
    let withheld = unpublished.union(diagnostics.filter(\.kind.isGate).compactMap(\.span?.path))
    let quotes = SourceQuotes(source: source, withheld: withheld, embedded: embedded)
    let judged = policy.judged(WithheldMessages(documents: silent).redacted(diagnostics), sources: quotes.provider)
    let catalog = plan.catalog
    var summary = DiagnosticSummary(
      judged.diagnostics, documents: catalog.total, published: catalog.documents.count, withheld: catalog.withheld)
    summary.baselined = judged.baselined
    return BuildOutcome(diagnostics: judged.diagnostics, summary: summary, sources: quotes.provider)
  }
}

/// Reads the bodies of documents again when their pages are made, so that memory does not hold them.
struct DiskBodies: BodySource {
  /// The site's folder.
  let folder: OpenFolder

  func body(of document: Document) throws -> [UInt8] {
    guard let range = document.body else { return [] }
    return try Disk.read(document.path, in: folder, from: range.lowerBound, count: range.count)
  }

  func sha256(of attachment: AttachmentFile) throws -> String {
    SHA256.hexadecimal(try Disk.read(attachment.path, in: folder))
  }
}
