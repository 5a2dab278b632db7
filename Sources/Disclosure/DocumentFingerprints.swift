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

  init(_ metadata: Metadata, path: String, place: DocumentPlace, publication: Publication, file: Fingerprint) {
    self.file = file
    var address = Fingerprint()
    for text in [path, place.kind.rawValue, metadata.indexNumber, metadata.slug] { address.add(text) }
    for number in [place.organ, metadata.reportYear] { address.add(number) }
    address.add(metadata.date)
    self.address = address
    var all = address
    all.add(publication == .full ? 0 : publication == .listed ? 1 : 2 as Int)
    var writer = ByteWriter(capacity: 512)
    metadata.write(to: &writer)
    writer.withUnsafeBytes { all.add($0) }
    // The numbers of a yearly report are not among what is written.
    if metadata.statistics != nil { all.add(file) }
    self.metadata = all
  }
}

extension Fingerprint {
  public mutating func add(_ date: CivilDate?) { add(date.map { Int($0.digits) }) }
}
