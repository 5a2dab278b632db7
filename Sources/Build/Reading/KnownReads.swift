/// Documents as they were read before, to be found again by their paths.
struct KnownReads {
  private let reads: [SourceRead]

  /// - Parameter reads: in the order of a scan.
  init(_ reads: [SourceRead]) { self.reads = reads }

  /// For each file what is known of it, if it has not changed since.
  func unchanged(_ files: [Scan.DocumentFile]) -> [SourceRead?] {
    var next = 0
    var places: [String: Int]?
    return files.map { file in
      // Nearly always the files are the same, in the same order.
      if next < reads.count, reads[next].file.path == file.path {
        next += 1
        return reads[next - 1].file.stamp == file.stamp ? reads[next - 1] : nil
      }
      guard !reads.isEmpty else { return nil }
      let all =
        places ?? Dictionary(reads.enumerated().map { ($1.file.path, $0) }, uniquingKeysWith: { first, _ in first })
      places = all
      guard let place = all[file.path] else { return nil }
      next = place + 1
      return reads[place].file.stamp == file.stamp ? reads[place] : nil
    }
  }
}
