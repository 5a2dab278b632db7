import Diagnostics
import Disclosure

/// What the files of all documents gave, taken together.
struct ReadDocuments {
  private(set) var documents: [Document] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Paths of the files that could not be read.
  private(set) var unread: Set<String> = []
  /// Paths of the documents that are not, or may not be, published in full.
  private(set) var unpublished: Set<String> = []
  /// Paths of those of which nothing at all is published, or may be.
  private(set) var silent: Set<String> = []

  init(_ reads: [SourceRead]) {
    documents.reserveCapacity(reads.count)
    // By their indices: to take a read out is to copy all of it.
    for i in reads.indices {
      if let document = reads[i].document {
        documents.append(document)
      } else {
        unread.insert(reads[i].file.path)
      }
      if !reads[i].diagnostics.isEmpty { diagnostics += reads[i].diagnostics }
      // What is kept of earlier builds is published in full.
      guard reads[i].ordinal == nil else { continue }
      if reads[i].isUnpublished { unpublished.insert(reads[i].file.path) }
      if reads[i].isSilent { silent.insert(reads[i].file.path) }
    }
  }
}
