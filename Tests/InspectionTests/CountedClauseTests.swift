import Inspection
import Testing

@Suite struct CountedClauseTests {
  private func clauses(_ text: String) -> [CountedClause] { CountedClause.clauses(in: Array(text.utf8).span) }

  @Test func clausesAreCutAtPunctuation() {
    let found = clauses("收到申请5件，其中网络3件、信函2件。另有1,200条（含旧件）：完\n下一行")
    #expect(found.map(\.text) == ["收到申请5件", "其中网络3件", "信函2件", "另有1,200条", "含旧件", "完", "下一行"])
    #expect(found.map(\.isJoined) == [false, false, true, false, false, false, false])
    #expect(found.map { $0.counts.map(\.value) } == [[5], [3], [2], [1200], [], [], []])
  }

  @Test(
    arguments: [
      ("二十件", [20]), ("20个工作日", []), ("2022年", []), ("1.5万件", []), ("12 件", [12]), ("０件", [0]), ("3件4起", [3, 4]),
      ("", []),
    ] as [(String, [Int])])
  func onlyCasesAreCounted(text: String, values: [Int]) {
    #expect(clauses(text).flatMap { $0.counts.map(\.value) } == values)
  }

  @Test func rangesLieInTheText() throws {
    let text = "甲。乙，收到5件"
    let last = try #require(clauses(text).last)
    #expect(String(decoding: Array(text.utf8)[last.range], as: UTF8.self) == "收到5件")
    #expect(String(decoding: Array(text.utf8)[last.sentence], as: UTF8.self) == "乙，收到5件")
  }

  /// Whatever the bytes, it ends and its ranges are sound.
  @Test func anyBytesWillDo() {
    var state: UInt64 = 7
    var total = 0
    for _ in 0..<500 {
      let bytes = (0..<60).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      for clause in CountedClause.clauses(in: bytes.span) {
        #expect(clause.range.upperBound <= bytes.count && clause.range.lowerBound >= clause.sentence.lowerBound)
        total += 1
      }
    }
    #expect(total > 0)
  }
}
