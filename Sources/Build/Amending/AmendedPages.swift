import Archive
import Disclosure
import Site
import Templates

/// Makes the pages of texts that have changed, as long as nothing but these pages follows from the change.
struct AmendedPages {
  private let before, after: SitePlan
  private let keysBefore, keysAfter: OutputKeys
  private let renderer: PageRenderer
  private let bodies: DiskBodies
  private let options: BuildOptions
  private let outputs: OutputArchive

  /// - Parameter site: of everything that any page may follow from, but the documents and the day.
  init(
    _ plans: AmendedSite.Plans, _ templates: TemplateLibrary, site: Fingerprint, folder: OpenFolder,
    _ options: BuildOptions, _ outputs: OutputArchive
  ) {
    (before, after) = (plans.before, plans.after)
    keysBefore = OutputKeys(before, site: site)
    keysAfter = OutputKeys(after, site: site)
    renderer = PageRenderer(after, templates: templates)
    bodies = DiskBodies(folder: folder)
    self.options = options
    self.outputs = outputs
  }

  /// Hands over the page of the document at a path.
  ///
  /// - Returns: whether it could be made, and all else stays.
  func put(_ path: String, in sink: some OutputSink) throws -> Bool {
    guard let old = before.page(ofDocumentAt: path), let new = after.page(ofDocumentAt: path), old.path == new.path,
      let ordinal = outputs.ordinal(of: old.path), outputs.isSound(ordinal)
    else { return false }
    let record = outputs[ordinal]
    guard let known = record.findings, !known.linksToDocuments,
      keysBefore.key(of: old, linksToDocuments: false) == record.key
    else { return false }
    let page = try renderer.render(new, bodies: bodies)
    let isSearched = options.makesSearch(of: after.catalog.settings)
    guard let findings = PageFindings(page, isSearched: isSearched) else { return false }
    // Links may lead to a place on the page.
    let places = PagePlaces(try Disk.read("\(options.output)/\(old.path)"), title: "")
    guard findings.summaryFingerprint == known.summaryFingerprint, findings.text == known.text,
      findings.diagnostics == known.remarks?.diagnostics ?? [], !findings.linksToDocuments,
      PagePlaces(page.bytes, title: "") == places
    else { return false }
    let key = keysAfter.key(of: new, linksToDocuments: false)
    try sink.put(page.bytes, at: page.path, OutputLabel(key: key, findings: findings))
    return true
  }
}

extension SitePlan {
  fileprivate func page(ofDocumentAt path: String) -> PlannedPage? {
    catalog.position(ofPath: path).map(page)
  }
}
