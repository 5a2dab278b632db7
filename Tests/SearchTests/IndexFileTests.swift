import Bytes
import Testing

@testable import Search

@Suite struct IndexFileTests {
  private let corpus = GeneratedCorpus(count: 200, seed: 5)
  private let small = IndexLimits(
    ordinary: 6, numeric: 3, character: 9, page: 120, block: 12, partition: 300, stretch: 700, round: 1_000)

  @Test(arguments: [1, 2, 7]) func filesDoNotDependOnTheWorkers(workers: Int) throws {
    let one = try files(of: corpus, limits: small, workers: 1)
    let many = try files(of: corpus, limits: small, workers: workers)
    #expect(one == many)
  }

  @Test func filesDoNotDependOnHowTheWorkIsCut() throws {
    var large = small
    (large.partition, large.stretch, large.round) = (80_000, 65_535, 30_000_000)
    #expect(try files(of: corpus, limits: small) == files(of: corpus, limits: large))
  }

  @Test func filesDoNotDependOnTheOrderOfEntries() throws {
    let one = try files(of: corpus, limits: small)
    let other = try files(of: corpus.entries.reversed(), corpus.documents.reversed(), limits: small)
    #expect(one == other)
  }

  @Test func anotherEntryLeavesMostFilesAlone() throws {
    let before = try files(of: corpus)
    var document = corpus.documents[20]
    document.url = "/d/new.html"
    document.text = Array("县级以上人民政府应当公开信息".utf8)
    let entry = SearchEntry(key: "new", date: "2020-01-01", title: "新的")
    let after = try files(of: corpus.entries + [entry], corpus.documents + [document])
    let changed = after.filter { before[$0.key] != $0.value }
    #expect(changed.count * 4 < after.count)
  }

  @Test func anEmptySiteHasAnIndex() throws {
    let files = try files(of: [], [])
    #expect(files["search.json"] != nil)
  }

  @Test func bitsAreWrittenMostSignificantFirst() {
    var bits = BitWriter()
    bits.append(atMost: 2) {
      $0.append(1, bits: 1)
      $0.appendGamma(5)
      $0.appendRice(9, parameter: 2)
    }
    // 1, 00101, 110 01
    #expect(bits.count == 11)
    #expect(base64(bits) == "lyA")
    var copy = BitWriter()
    copy.append(bits, 1..<bits.count)
    #expect(base64(copy) == "LkA")
  }

  /// The first number is long enough to be written in several steps, the last begins within a byte.
  @Test func longCodesAreWrittenWhole() {
    var bits = BitWriter()
    bits.append(atMost: 32) {
      $0.appendRice(50, parameter: 0)
      $0.appendGamma(1 << 30)
      $0.append(5, bits: 3)
    }
    let expected = String(repeating: "1", count: 50) + "0" + String(repeating: "0", count: 30) + "1"
    let digits = expected + String(repeating: "0", count: 30) + "101"
    #expect(bits.count == digits.count)
    #expect(base64(bits) == base64(ofDigits: digits))
  }

  private func base64(_ bits: borrowing BitWriter) -> String {
    var out = ByteBuffer()
    bits.appendBase64(to: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// Six binary digits a character, of whole bytes.
  private func base64(ofDigits digits: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = (digits.count + 7) / 8
    let padded = Array(digits + String(repeating: "0", count: 16))
    return String((0..<(bytes * 8 + 5) / 6).map { alphabet[Int(String(padded[$0 * 6..<$0 * 6 + 6]), radix: 2) ?? 0] })
  }
}
