/// "Did you mean": the candidate nearest to a mistyped word.
public enum NearMiss {
  /// The candidate with the fewest single-character edits from `word`, or `nil` when none is near.
  ///
  /// Near means at most a third of the longer word (at least one edit; for words of up to three characters,
  /// at least one character must be shared). A candidate that contains the word, or the reverse, counts as near. Ties go to the
  /// first candidate in the given order, so the answer does not depend on a dictionary's order.
  public static func best(for word: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(word.unicodeScalars)
    guard !target.isEmpty else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.unicodeScalars)
      let longer = max(scalars.count, target.count)
      var distance = editDistance(target, scalars)
      let contained = min(scalars.count, target.count) > 1 && (candidate.contains(word) || word.contains(candidate))
      if contained { distance = min(distance, max(1, longer / 3)) }
      let near = distance <= max(1, longer / 3) && distance < longer
      if near, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
      row[0] = i + 1
      for j in b.indices {
        let substitution = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(substitution, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
