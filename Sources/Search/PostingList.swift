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
      case text
      // These two rank before the text; `isRanked` relies on their being in the middle.
      case title, number
      /// The text of a passage that is not its entry's first.
      case laterText
    }

    var packed: UInt32

    init(passage: Int, _ field: Field) { packed = UInt32(passage) << 2 | field.rawValue }

    var passage: Int { Int(packed >> 2) }
    private var field: UInt32 { packed & 3 }
    /// In the title or a number.
    var isRanked: Bool { (packed &+ 1) & 2 != 0 }
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

  /// A list of so many postings is not longer: each has two numbers at most, and the parameter bounds what all the gaps
  /// take in unary by some six bits a posting.
  static func mostBytes(_ count: Int) -> Int { 16 * (count + 1) }

  /// Appends a list of all postings of a string in the whole site.
  func append(_ postings: Postings, to out: inout BitWriter) {
    append(postings, base: 0, universe: universe, to: &out)
  }

  /// Appends a list of postings in the order of passages, one a passage; ids count from `base` within `universe`.
  func append(_ postings: Postings, base: Int, universe: Int, to out: inout BitWriter) {
    var titles = 0
    var later = 0
    for posting in postings {
      titles &+= posting.isRanked ? 1 : 0
      later &+= posting.isInLaterPassage ? 1 : 0
    }
    let others = postings.count - titles
    let isSplit = later > 0
    out.append(atMost: Self.mostBytes(postings.count)) { out in
      out.appendGamma(postings.count + 1)
      if postings.isEmpty { return }
      out.append(titles > 0 ? 1 : 0, bits: 1)
      if titles > 0 {
        out.appendGamma(titles)
        let parameter = BitWriter.riceParameter(universe: universe, count: titles)
        appendTitles(postings, base, parameter, &out)
      }
      if others == 0 { return }
      if hasLongEntries { out.append(isSplit ? 1 : 0, bits: 1) }
      let parameter = BitWriter.riceParameter(universe: universe, count: others)
      if isSplit {
        appendPassages(postings, base, parameter, &out)
      } else {
        appendEntries(postings, base, parameter, &out)
      }
    }
  }

  @inline(__always)
  private func appendTitles(_ postings: Postings, _ base: Int, _ parameter: Int, _ out: inout BitWriter.Cursor) {
    var next = base
    for posting in postings where posting.isRanked {
      let entry = entry(of: posting)
      out.appendRice(entry - next, parameter: parameter)
      out.append(UInt64(titleClass(posting)), bits: FoldedCorpus.titleBits)
      next = entry + 1
    }
  }

  @inline(__always)
  private func appendEntries(_ postings: Postings, _ base: Int, _ parameter: Int, _ out: inout BitWriter.Cursor) {
    entries.withUnsafeBufferPointer { entries in
      var next = base
      for posting in postings where !posting.isRanked {
        let entry = Int(entries[posting.passage])
        out.appendRice(entry &- next, parameter: parameter)
        next = entry &+ 1
      }
    }
  }

  @inline(__always)
  private func appendPassages(_ postings: Postings, _ base: Int, _ parameter: Int, _ out: inout BitWriter.Cursor) {
    entries.withUnsafeBufferPointer { entries in
      var previous = base - 1
      var number = 0
      for posting in postings where !posting.isRanked {
        let entry = Int(entries[posting.passage])
        let passage = posting.isInLaterPassage ? Int(passages[posting.passage].number) : 0
        let gap = entry &- previous
        let step = passage &- (gap == 0 ? number : -1)
        if step == 1 {
          // As a rule an entry's first passage, or the next: the gamma code is one bit.
          out.appendRiceAndBit(gap, parameter: parameter)
        } else {
          out.appendRice(gap, parameter: parameter)
          out.appendGamma(step)
        }
        (previous, number) = (entry, passage)
      }
    }
  }
}
