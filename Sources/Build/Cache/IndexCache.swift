import Archive
import Glibc
import Search
import Workers

/// A search index, and the key of all that it was made of.
struct KeyedIndex: Sendable {
  let index: SearchIndex
  let key: Fingerprint
}

/// The search index of the output, kept as the next build needs it: the folded texts of all that is published, and
/// what each file adds to the number of the build.
struct IndexCache: Sendable {
  private static let magic = "gongkai search 1"

  let path: String
  let pool: WorkerPool

  /// The index that was made under a key.
  func index(key: Fingerprint) -> EarlierIndex? {
    guard let file = MappedFile(path, pool: pool) else { return nil }
    var reader = ByteReader(file.bytes)
    guard reader.text() == Self.magic, reader.fingerprint() == key else { return nil }
    return EarlierIndex(UnsafeRawBufferPointer(rebasing: file.bytes[reader.position...]), owner: file)
  }

  /// Keeps an index that was published. What was kept before goes, even where there is no room.
  func store(_ made: KeyedIndex) throws(MachineFailure) {
    forget()
    try MappedFile.write(to: path) { out throws(MachineFailure) in
      try out.append { writer in
        writer.text(Self.magic)
        writer.fingerprint(made.key)
      }
      try made.index.write { piece throws(MachineFailure) in try out.append(piece) }
    }
  }

  /// Leaves nothing of texts that may not be published any more.
  func forget() { unlink(path) }
}
