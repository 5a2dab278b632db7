/// Which passages hold a string, in the code of the index files.
///
/// A list is: gamma of its length + 1; a bit whether some postings are of titles, and gamma of how many; for each of
/// those, the gap of ids in Rice code and the title class in four bits; a bit whether passages are told apart (only in a
/// site with long entries); the other postings, gaps of ids in Rice code, with passage numbers in gamma code if so.
final class PostingCoder: Sendable {
  private let passages: [FoldedCorpus.Passage]
  /// Of each passage what the lists are made of, close together in memory.
  private let places: [Place]
  let universe: Int
  let hasLongEntries: Bool
  let limits: IndexLimits
  /// Rice parameters of short lists in the universe.
  private let parameters: [UInt8]

  init(_ corpus: FoldedCorpus, universe: Int, limits: IndexLimits) {
    passages = corpus.passages
    places = passages.map { Place(entry: $0.entry, number: $0.number) }
    hasLongEntries = passages.contains { $0.number > 0 }
    self.universe = universe
    self.limits = limits
    parameters = (0...limits.ordinary).map { UInt8(BitWriter.riceParameter(universe: universe, count: $0)) }
  }

  private func parameter(universe: Int, count: Int) -> Int {
    universe == self.universe && count < parameters.count
      ? Int(parameters[count]) : BitWriter.riceParameter(universe: universe, count: count)
  }

  private struct Place {
    let entry: UInt32
    let number: UInt32
  }

  func entry(of posting: Posting) -> Int { Int(places[posting.passage].entry) }

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

    /// How far this one is from an earlier one of `.text`: fields and passages are told apart.
    func distance(from other: Posting) -> UInt16 { UInt16(packed - other.packed) }

    @inline(__always)
    func advanced(by distance: UInt16) -> Posting {
      var posting = self
      posting.packed &+= UInt32(distance)
      return posting
    }
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
    var ranked: UInt32 = 0
    var later: UInt32 = 0
    for posting in postings {
      ranked &+= posting.isRanked ? 1 : 0
      later |= posting.isInLaterPassage ? 1 : 0
    }
    let titles = Int(ranked)
    let others = postings.count - titles
    let isSplit = later != 0
    out.append(atMost: Self.mostBytes(postings.count)) { out in
      if postings.isEmpty { return out.appendGamma(1) }
      out.appendGamma(postings.count + 1, then: titles > 0)
      if titles > 0 {
        out.appendGamma(titles)
        let parameter = parameter(universe: universe, count: titles)
        appendTitles(postings, base, parameter, &out)
      }
      if others == 0 { return }
      if hasLongEntries { out.append(isSplit ? 1 : 0, bits: 1) }
      let parameter = parameter(universe: universe, count: others)
      if isSplit {
        appendPassages(postings, base, parameter, &out)
      } else {
        appendEntries(postings, base, parameter, &out)
      }
    }
  }

  @inline(never)
  private func appendTitles(_ postings: Postings, _ base: Int, _ parameter: Int, _ out: inout BitWriter.Cursor) {
    var next = base
    for posting in postings where posting.isRanked {
      let entry = entry(of: posting)
      out.appendRice(entry - next, parameter: parameter)
      out.append(UInt64(titleClass(posting)), bits: FoldedCorpus.titleBits)
      next = entry + 1
    }
  }

  @inline(never)
  private func appendEntries(_ postings: Postings, _ base: Int, _ parameter: Int, _ out: inout BitWriter.Cursor) {
    var cursor = out
    places.withUnsafeBufferPointer { places in
      var next = base
      for posting in postings where !posting.isRanked {
        let entry = Int(places[posting.passage].entry)
        cursor.appendRice(entry &- next, parameter: parameter)
        next = entry &+ 1
      }
    }
    out = cursor
  }

  @inline(never)
  private func appendPassages(_ postings: Postings, _ base: Int, _ parameter: Int, _ out: inout BitWriter.Cursor) {
    var cursor = out
    places.withUnsafeBufferPointer { places in
      var previous = base - 1
      var number = 0
      for posting in postings where !posting.isRanked {
        let place = places[posting.passage]
        let (entry, passage) = (Int(place.entry), Int(place.number))
        let gap = entry &- previous
        cursor.appendRice(gap, parameter: parameter, thenGamma: passage &- (gap == 0 ? number : -1))
        (previous, number) = (entry, passage)
      }
    }
    out = cursor
  }
}
