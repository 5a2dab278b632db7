import Testing

@testable import Search

@Suite struct IndexFileTests {
  private let corpus = GeneratedCorpus(count: 200, seed: 5).samples
  private let small = IndexLimits(
    ordinary: 6, numeric: 3, character: 9, page: 120, block: 12, partition: 300, stretch: 700, round: 1_000)

  @Test(arguments: [1, 2, 7]) func filesDoNotDependOnTheWorkers(workers: Int) throws {
    let one = try files(of: corpus, limits: small, workers: 1)
    let many = try files(of: corpus, limits: small, workers: workers)
    #expect(one == many)
  }

  @Test func filesDoNotDependOnHowTheWorkIsCut() throws {
    var large = small
    (large.partition, large.stretch, large.round) = (80_000, 200_000, 30_000_000)
    #expect(try files(of: corpus, limits: small) == files(of: corpus, limits: large))
  }

  @Test func filesDoNotDependOnTheOrderOfEntries() throws {
    let one = try files(of: corpus, limits: small)
    let other = try files(of: corpus.reversed(), limits: small)
    #expect(one == other)
  }

  @Test func anotherEntryLeavesMostFilesAlone() throws {
    let before = try files(of: corpus)
    var sample = corpus[20]
    sample.entry = SearchEntry(key: "new", date: "2020-01-01", title: "新的")
    sample.document.url = "/d/new.html"
    sample.text = "县级以上人民政府应当公开信息"
    let after = try files(of: corpus + [sample])
    let changed = after.filter { before[$0.key] != $0.value }
    #expect(changed.count * 4 < after.count)
  }

  @Test func anEmptySiteHasAnIndex() throws {
    let files = try files(of: [])
    #expect(files["search.json"] != nil)
  }

  @Test func bitsAreWrittenMostSignificantFirst() {
    var bits = BitWriter()
    bits.append(1, bits: 1)
    bits.appendGamma(5)
    bits.appendRice(9, parameter: 2)
    // 1, 00101, 110 01
    var copy = BitWriter()
    copy.append(bits, 1..<bits.count)
    var out: [UInt8] = []
    bits.appendBase64(to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "lyA")
    #expect(copy.count == 10)
    var shifted: [UInt8] = []
    copy.appendBase64(to: &shifted)
    #expect(String(decoding: shifted, as: UTF8.self) == "LkA")
  }
}
