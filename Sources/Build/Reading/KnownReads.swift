/// Brings what an earlier build read up to the files there are now.
enum KnownReads {
  /// - Parameter reads: what was read before, in the order of a scan; then, for each of the files in their order, what
  ///   was read of it, if anything.
  /// - Returns: positions of the files that are to be read: those that are new, and those that have changed.
  static func update(_ reads: inout [SourceRead], to files: [Scan.DocumentFile]) -> [Int] {
    // Nearly always the files are the same, in the same order: then nothing is copied.
    let areSame = reads.count == files.count && files.indices.allSatisfy { reads[$0].file.path == files[$0].path }
    if !areSame { reads = reordered(reads, files) }
    return files.indices.filter { reads[$0].file.stamp != files[$0].stamp }
  }

  private static func reordered(_ reads: [SourceRead], _ files: [Scan.DocumentFile]) -> [SourceRead] {
    let places = Dictionary(reads.enumerated().map { ($1.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    return files.map { file in
      let nothing = Scan.DocumentFile(path: file.path, place: file.place, stamp: .unknown)
      return places[file.path].map { reads[$0] } ?? SourceRead(file: nothing, document: nil, diagnostics: [])
    }
  }
}
