import Archive
import Chronology

/// Tells whether a document is what it was, for each of the uses that are made of it.
public struct DocumentFingerprints: Sendable, Hashable {
  /// Of all bytes of the file: its own page follows from them.
  public let file: Fingerprint
  /// Of everything but the text: what other pages, lists and data files can show of it.
  public let metadata: Fingerprint
  /// Of what links to it and the sitemap follow from.
  public let address: Fingerprint

  init(file: Fingerprint, metadata: Fingerprint, address: Fingerprint) {
    self.file = file
    self.metadata = metadata
    self.address = address
  }
}

extension Metadata {
  /// - Parameter file: of all bytes of the document's file.
  func fingerprints(
    path: String, place: DocumentPlace, publication: Publication, file: Fingerprint
  ) -> DocumentFingerprints {
    var address = Fingerprint()
    for text in [path, place.kind.rawValue, indexNumber, slug] { address.add(text) }
    for number in [place.organ, reportYear] { address.add(number) }
    address.add(date)
    var all = address
    all.add(publication == .full ? 0 : publication == .listed ? 1 : 2 as Int)
    var writer = ByteWriter(capacity: 512)
    write(to: &writer)
    writer.withUnsafeBytes { all.add($0) }
    // The numbers of a yearly report are not among what is written.
    if statistics != nil { all.add(file) }
    return DocumentFingerprints(file: file, metadata: all, address: address)
  }
}

extension Fingerprint {
  public mutating func add(_ date: CivilDate?) { add(date.map { Int($0.digits) }) }
}
