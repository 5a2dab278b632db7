import Archive
import Diagnostics
import Site

/// What making a document's page showed beside the page itself. By reference: it is kept with the page's file too.
final class PageFindings: Sendable {
  /// The summary that lists and data files show.
  let summary: String
  let summaryFingerprint: Fingerprint
  /// Of the text that is searched; no more than a constant where none is.
  let text: Fingerprint
  let linksToDocuments: Bool
  let externalLinks: [ExternalLink]
  let placeLinks: [PlaceLink]
  let diagnostics: [Diagnostic]

  /// `nil` for a page that is no document's.
  init?(_ page: borrowing RenderedPage, isSearched: Bool) {
    guard let digest = page.digest else { return nil }
    summary = digest.summary
    summaryFingerprint = Fingerprint(of: digest.summary)
    text = isSearched ? Fingerprint(of: digest.text) : Fingerprint()
    linksToDocuments = digest.linksToDocuments
    externalLinks = page.externalLinks
    placeLinks = page.placeLinks
    diagnostics = page.diagnostics
  }

  // MARK: - In the cache

  func write(to writer: inout ByteWriter) {
    writer.flag(linksToDocuments)
    writer.flag(!externalLinks.isEmpty || !placeLinks.isEmpty || !diagnostics.isEmpty)
    writer.fingerprint(summaryFingerprint)
    writer.fingerprint(text)
    writer.text(summary)
    writer.list(externalLinks) { link, writer in
      writer.text(link.address)
      DiagnosticArchive.write(link.span, to: &writer)
    }
    writer.list(placeLinks) { link, writer in
      writer.text(link.target)
      writer.text(link.place)
      DiagnosticArchive.write(link.span, to: &writer)
    }
    writer.list(diagnostics, DiagnosticArchive.write)
  }
}

/// What of a page's findings is needed whenever the page stands as it is, and the rest when it is asked for.
struct ArchivedFindings {
  let linksToDocuments: Bool
  let hasRemarks: Bool
  let summaryFingerprint: Fingerprint
  let text: Fingerprint
  private let rest: UnsafeRawBufferPointer

  /// - Parameter bytes: what `PageFindings.write` wrote; they must outlive this.
  init(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    linksToDocuments = reader.flag()
    hasRemarks = reader.flag()
    summaryFingerprint = reader.fingerprint()
    text = reader.fingerprint()
    rest = reader.raw(bytes.count - reader.position)
  }

  var summary: String {
    var reader = ByteReader(rest)
    return reader.text()
  }

  struct Remarks {
    let externalLinks: [ExternalLink]
    let placeLinks: [PlaceLink]
    let diagnostics: [Diagnostic]
  }

  /// `nil` where there are none.
  var remarks: Remarks? {
    guard hasRemarks else { return nil }
    var reader = ByteReader(rest)
    _ = reader.text()
    let links = reader.list { reader -> ExternalLink? in
      let address = reader.text()
      return DiagnosticArchive.readSpan(&reader).map { ExternalLink(address: address, span: $0) }
    }
    let places = reader.list { reader -> PlaceLink? in
      let (target, place) = (reader.text(), reader.text())
      return DiagnosticArchive.readSpan(&reader).map { PlaceLink(target: target, place: place, span: $0) }
    }
    return Remarks(externalLinks: links, placeLinks: places, diagnostics: reader.list(DiagnosticArchive.read))
  }
}
