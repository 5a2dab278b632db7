import Archive

/// Tells which passage and field a position of the corpus lies in.
struct PassageFinder: Sendable {
  /// Positions of one passage and one field.
  struct Run: Sendable {
    let start: UInt32
    let posting: PostingCoder.Posting
  }

  /// In the order of the corpus; one more, of no posting, stands for the end.
  private let runs: [Run]
  /// For each so many positions, the run the first of them lies in: as a rule that of the others too.
  private let marks: [UInt32]
  private static let markShift = 6

  init(_ corpus: FoldedCorpus) {
    var runs: [Run] = []
    for (number, passage) in corpus.passages.enumerated() {
      let starts = [
        (passage.start, PostingCoder.Posting.Field.title), (passage.titleEnd, .number),
        (passage.numbersEnd, passage.number > 0 ? .laterText : .text),
      ]
      for (start, field) in starts {
        // What begins where the run before does leaves that one empty.
        if runs.last?.start == start { runs.removeLast() }
        runs.append(Run(start: start, posting: PostingCoder.Posting(passage: number, field)))
      }
    }
    runs.append(Run(start: UInt32(corpus.unitCount), posting: PostingCoder.Posting(passage: 0, .text)))
    var marks: [UInt32] = []
    for index in runs.indices.dropLast() {
      while marks.count << Self.markShift < runs[index + 1].start { marks.append(UInt32(index)) }
    }
    (self.runs, self.marks) = (runs, marks)
  }

  /// Calls `body` with the runs of some passages, and the posting that their positions have.
  func forEachRun(of passages: Range<Int>, _ body: (Range<Int>, PostingCoder.Posting) -> Void) {
    let all = runs.dropLast()
    let first = all.indices.partitionPoint { all[$0].posting.passage >= passages.lowerBound }
    for index in first..<all.endIndex {
      let run = all[index]
      if run.posting.passage >= passages.upperBound { return }
      body(Int(run.start)..<Int(runs[index + 1].start), run.posting)
    }
  }

  /// Finds for position after position.
  struct Reader {
    fileprivate let runs: UnsafeBufferPointer<Run>
    fileprivate let marks: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func posting(at position: Int) -> PostingCoder.Posting {
      var index = Int(marks[position &>> PassageFinder.markShift])
      while runs[index &+ 1].start <= position { index &+= 1 }
      return runs[index].posting
    }
  }

  func withReader(_ body: (Reader) -> Void) {
    runs.withUnsafeBufferPointer { runs in
      marks.withUnsafeBufferPointer { body(Reader(runs: runs, marks: $0)) }
    }
  }
}
