import Workers

/// The passages that have each of some units, for the lists of units that stand alone.
///
/// Two bytes a posting: its distance from the first of its stretch.
struct SinglePostings: Sendable {
  /// Consecutive passages, unit by unit those that have it.
  private struct Stretch: Sendable {
    let first: PostingCoder.Posting
    let postings: SortedPlaces
  }

  private let stretches: [Stretch]

  init(
    of units: SingleUnits, in corpus: FoldedCorpus, _ finder: PassageFinder, _ limits: IndexLimits, _ pool: WorkerPool
  ) {
    let count = corpus.passages.count
    stretches = pool.run((count + limits.passages - 1) / limits.passages, into: []) {
      Scanner(units)
    } _: { scanner, number in
      let passages = number * limits.passages..<min(count, (number + 1) * limits.passages)
      return Stretch(
        first: PostingCoder.Posting(passage: passages.lowerBound, .text),
        postings: scanner.scan(passages, of: corpus, finder))
    } collect: {
      $0.append($1)
    }
  }

  /// Fills `postings` with those of some units, unit after unit, and `ends` with where those of each end.
  func copy(
    _ units: Range<Int>, to postings: inout GrowableBuffer<PostingCoder.Posting>, _ ends: inout GrowableBuffer<Int>
  ) {
    ends.removeAll()
    var count = 0
    for unit in units {
      for stretch in stretches { count += stretch.postings.range(of: unit).count }
      ends.append(count)
    }
    postings.resize(to: count)
    let out = postings.start
    var end = 0
    for unit in units {
      for stretch in stretches {
        let range = stretch.postings.range(of: unit)
        stretch.postings.places.withUnsafeBufferPointer { places in
          for place in range {
            out[end] = stretch.first.advanced(by: places[place])
            end &+= 1
          }
        }
      }
    }
  }

  /// One is used for stretch after stretch, and keeps its memory.
  private struct Scanner: ~Copyable {
    private let units: SingleUnits
    /// The last passage each unit was found in.
    private var lastPassages = GrowableBuffer<UInt32>()
    private var sorter = SortedPlaces.Sorter()

    init(_ units: SingleUnits) {
      self.units = units
      lastPassages.resize(to: 1 << 16)
      lastPassages.elements.update(repeating: .max)
    }

    mutating func scan(_ passages: Range<Int>, of corpus: FoldedCorpus, _ finder: PassageFinder) -> SortedPlaces {
      let length =
        corpus.range(of: passages.upperBound - 1).upperBound - corpus.range(of: passages.lowerBound).lowerBound
      let first = PostingCoder.Posting(passage: passages.lowerBound, .text)
      let (last, found) = (lastPassages.start, sorter.reserve(length))
      let (isPartial, none) = (units.arePartial, units.units.count)
      var count = 0
      units.indices.withUnsafeBufferPointer { indices in
        corpus.units.withUnsafeBufferPointer { text in
          finder.forEachRun(of: passages) { range, posting in
            let (passage, place) = (UInt32(posting.passage), UInt32(posting.distance(from: first)))
            for position in range {
              let unit = Int(text[position])
              if isPartial, indices[unit] == none { continue }
              found[count] = UInt32(indices[unit]) &<< 16 | place
              count &+= last[unit] != passage ? 1 : 0
              last[unit] = passage
            }
          }
        }
      }
      return sorter.sort(count, by: none)
    }
  }
}
