import Archive

/// What is kept of an entry of an index, beside its passages.
struct IndexedEntry: Sendable {
  let id: Int
  /// Of all that its passages and its result texts are made of.
  let fingerprint: Fingerprint
  /// What its result texts add to the number of the build.
  let digest: UInt64
  /// In the corpus.
  let passages: Range<Int>

  init(id: Int, fingerprint: Fingerprint, digest: UInt64, passages: Range<Int>) {
    (self.id, self.fingerprint, self.digest, self.passages) = (id, fingerprint, digest, passages)
  }

  /// The same in a corpus with so many passages before it.
  func moved(by count: Int) -> IndexedEntry {
    IndexedEntry(
      id: id, fingerprint: fingerprint, digest: digest,
      passages: passages.lowerBound + count..<passages.upperBound + count)
  }

  // MARK: - In the cache

  init(_ reader: inout ByteReader) {
    (id, fingerprint, digest) = (reader.count(), reader.fingerprint(), reader.word())
    let (first, count) = (reader.count(), reader.count())
    passages = first..<max(first, first &+ count)
  }

  func write(to writer: inout ByteWriter) {
    writer.count(id)
    writer.fingerprint(fingerprint)
    writer.word(digest)
    writer.count(passages.lowerBound)
    writer.count(passages.count)
  }
}

extension FoldedCorpus.Passage {
  init(_ reader: inout ByteReader) {
    func numbers() -> (UInt32, UInt32) {
      let word = reader.word()
      return (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
    }
    let (identity, ends, rest) = (numbers(), numbers(), numbers())
    self.init(
      entry: identity.0, number: identity.1, start: ends.0, titleEnd: ends.1, numbersEnd: rest.0,
      titleClass: UInt8(truncatingIfNeeded: rest.1))
  }

  func write(to writer: inout ByteWriter) {
    writer.word(UInt64(entry) | UInt64(number) << 32)
    writer.word(UInt64(start) | UInt64(titleEnd) << 32)
    writer.word(UInt64(numbersEnd) | UInt64(titleClass) << 32)
  }
}
