/// Tells which passage and field a position of the corpus lies in.
struct PassageFinder: Sendable {
  private let passages: [FoldedCorpus.Passage]
  /// For each so many positions, the passage the first of them lies in: as a rule that of the others too.
  private let marks: [UInt32]
  private static let markShift = 6

  init(_ corpus: FoldedCorpus) {
    passages = corpus.passages
    var marks: [UInt32] = []
    for number in corpus.passages.indices {
      while marks.count << Self.markShift < corpus.range(of: number).upperBound { marks.append(UInt32(number)) }
    }
    self.marks = marks
  }

  /// Finds for position after position.
  struct Reader {
    fileprivate let passages: UnsafeBufferPointer<FoldedCorpus.Passage>
    fileprivate let marks: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func posting(at position: Int) -> PostingCoder.Posting {
      var number = Int(marks[position &>> PassageFinder.markShift])
      while number + 1 < passages.count, passages[number + 1].start <= position { number += 1 }
      return PostingCoder.Posting(passage: number, passages[number].field(at: position))
    }
  }

  func withReader(_ body: (Reader) -> Void) {
    passages.withUnsafeBufferPointer { passages in
      marks.withUnsafeBufferPointer { body(Reader(passages: passages, marks: $0)) }
    }
  }
}
