/// Which passages hold a string, in the code of the index files.
///
/// A list is: gamma of its length + 1; a bit whether some postings are of titles, and gamma of how many; for each of
/// those, the gap of ids in Rice code and the title class in four bits; a bit whether passages are told apart (only in a
/// site with long entries); the other postings, gaps of ids in Rice code, with passage numbers in gamma code if so.
final class PostingCoder: Sendable {
  private let passages: [FoldedCorpus.Passage]
  /// The entry of each passage, close together in memory.
  private let entries: [UInt32]
  let universe: Int
  let hasLongEntries: Bool
  let limits: IndexLimits

  init(_ corpus: FoldedCorpus, universe: Int, limits: IndexLimits) {
    passages = corpus.passages
    entries = passages.map(\.entry)
    hasLongEntries = passages.contains { $0.number > 0 }
    self.universe = universe
    self.limits = limits
  }

  func entry(of posting: Posting) -> Int { Int(entries[posting.passage]) }

  typealias Postings = UnsafeBufferPointer<Posting>

  /// A passage of the corpus, and which field of its entry the string is in first.
  struct Posting {
    enum Field: UInt32 {
      case text, title, number
      /// The text of a passage that is not its entry's first.
      case laterText
    }

    var packed: UInt32

    init(passage: Int, _ field: Field) { packed = UInt32(passage) << 2 | field.rawValue }

    var passage: Int { Int(packed >> 2) }
    private var field: UInt32 { packed & 3 }
    /// In the title or a number, which rank before the text.
    var isRanked: Bool { field == Field.title.rawValue || isNumber }
    var isNumber: Bool { field == Field.number.rawValue }
    var isInLaterPassage: Bool { field == Field.laterText.rawValue }
  }

  /// Appends a posting for each passage, the first, of suffixes in the order of the corpus.
  static func appendPostings(of suffixes: UnsafeMutableBufferPointer<Suffix>, to out: inout GrowableBuffer<Posting>) {
    out.append(atMost: suffixes.count + 1) { out in
      var count = 0
      var last = -1
      for suffix in suffixes {
        out[count] = suffix.posting
        count += suffix.posting.passage != last ? 1 : 0
        last = suffix.posting.passage
      }
      return count
    }
  }

  /// What ranks a posting in the title or a number; smaller is better.
  func titleClass(_ posting: Posting) -> UInt8 {
    posting.isNumber ? FoldedCorpus.numberClass : passages[posting.passage].titleClass
  }

  /// Appends a list of postings in the order of passages, one a passage; ids count from `base` within `universe`.
  func append(_ postings: Postings, base: Int = 0, universe: Int? = nil, to out: inout BitWriter) {
    let universe = universe ?? self.universe
    var titles = 0
    var isSplit = false
    for posting in postings {
      if posting.isRanked { titles += 1 }
      if posting.isInLaterPassage { isSplit = true }
    }
    let others = postings.count - titles
    out.appendGamma(postings.count + 1)
    if postings.isEmpty { return }
    out.append(titles > 0 ? 1 : 0, bits: 1)
    if titles > 0 { appendTitles(postings, titles, base, universe, &out) }
    if hasLongEntries, others > 0 { out.append(isSplit ? 1 : 0, bits: 1) }
    guard others > 0 else { return }
    let parameter = BitWriter.riceParameter(universe: universe, count: others)
    var previous = base - 1
    var number = 0
    for posting in postings where !posting.isRanked {
      let entry = entry(of: posting)
      let gap = entry - previous
      previous = entry
      if isSplit {
        let passage = Int(passages[posting.passage].number)
        out.appendRice(gap, parameter: parameter)
        out.appendGamma(passage - (gap == 0 ? number : -1))
        number = passage
      } else {
        out.appendRice(gap - 1, parameter: parameter)
      }
    }
  }

  private func appendTitles(
    _ postings: Postings, _ count: Int, _ base: Int, _ universe: Int, _ out: inout BitWriter
  ) {
    out.appendGamma(count)
    let parameter = BitWriter.riceParameter(universe: universe, count: count)
    var previous = base - 1
    for posting in postings where posting.isRanked {
      let entry = entry(of: posting)
      out.appendRice(entry - previous - 1, parameter: parameter)
      out.append(UInt64(titleClass(posting)), bits: FoldedCorpus.titleBits)
      previous = entry
    }
  }
}
