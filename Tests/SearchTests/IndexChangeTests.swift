import Archive
import TestSupport
import Testing

@testable import Search

/// An index that goes on from an earlier one has the files of one made from the start, whatever has changed.
@Suite struct IndexChangeTests {
  private static let limits = IndexLimits(
    ordinary: 6, numeric: 3, character: 9, page: 120, block: 12, partition: 2_000, stretch: 3_000, round: 20_000)

  /// The files of an index as they come to be build after build, and what is kept of it.
  private struct Output {
    var options = SearchOptions()
    var limits = IndexChangeTests.limits
    private(set) var files: [String: [UInt8]] = [:]
    private var kept: [UInt8]?
    /// Of the last build: files that stood as they were.
    private(set) var standing = 0

    mutating func build(_ samples: [Sample], workers: Int) throws {
      let written = WrittenFiles()
      let index = try withEarlier { earlier in
        try SearchIndexBuilder(options: options, limits: limits).build(
          SampleContent(samples: samples), workers: workers, after: { earlier }, write: written.add)
      }
      let standing = files.filter { file in
        Array(file.key.utf8).withUnsafeBytes { index.keeps($0) }
      }
      // What is kept is not made, and what is made is not kept.
      #expect(written.files.keys.allSatisfy { standing[$0] == nil })
      files = standing.merging(written.files) { $1 }
      self.standing = standing.count
      var writer = ByteWriter()
      index.write { $0(&writer) }
      kept = writer.bytes
    }

    private func withEarlier<Result>(_ body: (EarlierIndex?) throws -> Result) throws -> Result {
      guard let kept else { return try body(nil) }
      return try kept.withUnsafeBytes { bytes in
        let earlier = EarlierIndex(bytes, owner: ())
        #expect(earlier != nil)
        return try body(earlier)
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func anyChangeGivesTheFilesOfACleanBuild(_ seed: UInt64) throws {
    var site = ChangingSamples(seed: seed)
    var output = Output()
    var standing = 0
    for step in 0..<10 {
      let what = step == 0 ? ["start"] : (0...site.below(3) / 2).map { _ in site.change() }
      try output.build(site.samples, workers: 1 + site.below(3))
      let clean = try files(of: site.samples, limits: Self.limits, workers: 1)
      let name = "seed \(seed), step \(step): \(what)"
      #expect(Set(output.files.keys) == Set(clean.keys), "\(name)")
      let different = clean.keys.filter { output.files[$0] != clean[$0] }.sorted()
      #expect(different.isEmpty, "\(name)")
      guard different.isEmpty else { return }
      standing += output.standing * 10 / output.files.count
    }
    // If hardly any file ever stands, the test shows little.
    #expect(standing > 8)
  }

  /// With more text than sixteen bits count.
  @Test func aChangeMakesFewFilesOfALargeSite() throws {
    var samples = GeneratedCorpus(count: 600, seed: 5).samples
    var limits = IndexLimits()
    limits.stretch = 20_000
    var output = Output()
    output.limits = limits
    try output.build(samples, workers: 2)
    try output.build(samples, workers: 2)
    let others = output.files.keys.filter { IndexPath($0, Shards(units: 1, limits)) == .other }
    #expect(output.standing == output.files.count - others.count)
    for position in [30, 300, 599] { samples[position].text += "末" }
    try output.build(samples, workers: 2)
    #expect(output.standing * 2 > output.files.count)
    #expect(try output.files == files(of: samples, limits: limits))
  }

  @Test func anIndexThatIsFoldedInAnotherWayStandsForNothing() throws {
    var samples = GeneratedCorpus(count: 5, seed: 5).samples
    samples[2].text += "臺灣國學"
    var output = Output()
    try output.build(samples, workers: 1)
    output.options.foldsTraditional = false
    try output.build(samples, workers: 1)
    #expect(output.standing == 0)
    var clean = Output()
    clean.options.foldsTraditional = false
    try clean.build(samples, workers: 1)
    #expect(output.files == clean.files)
  }

  @Test func onlyTheTextsOfChangedEntriesAreRead() throws {
    var samples = GeneratedCorpus(count: 20, seed: 5).samples
    let builder = SearchIndexBuilder(options: SearchOptions(), limits: Self.limits)
    let index = try builder.build(SampleContent(samples: samples), workers: 2) { _, _ in }
    var writer = ByteWriter()
    index.write { $0(&writer) }
    samples[3].entry.title += "修订"
    samples[7].text += "末"
    let content = CountedContent(SampleContent(samples: samples))
    try writer.withUnsafeBytes { bytes in
      _ = try builder.build(content, workers: 2, after: { EarlierIndex(bytes, owner: ()) }) { _, _ in }
    }
    #expect(content.read.files.keys.sorted() == ["3", "7"])
  }

  @Test func whatIsCutShortIsNoIndex() throws {
    let samples = GeneratedCorpus(count: 5, seed: 5).samples
    let index = try SearchIndexBuilder().build(SampleContent(samples: samples), workers: 1) { _, _ in }
    var writer = ByteWriter()
    index.write { $0(&writer) }
    writer.withUnsafeBytes { bytes in
      for count in stride(from: 0, to: bytes.count, by: 7) {
        #expect(EarlierIndex(UnsafeRawBufferPointer(rebasing: bytes[..<count]), owner: ()) == nil)
      }
      #expect(EarlierIndex(bytes, owner: ()) != nil)
    }
  }
}

/// Notes whose texts were asked for.
private struct CountedContent: SearchContent {
  let content: SampleContent
  let read = WrittenFiles()

  init(_ content: SampleContent) { self.content = content }

  var entries: [SearchEntry] { content.entries }

  func document(_ position: Int) -> SearchDocument { content.document(position) }

  func texts() -> (Int) throws -> [UInt8] {
    let texts = content.texts()
    return { position in
      read.add("\(position)", [])
      return try texts(position)
    }
  }
}
