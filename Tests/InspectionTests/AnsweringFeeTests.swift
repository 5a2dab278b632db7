import Testing

@testable import Inspection

@Suite struct AnsweringFeeTests {
  @Test(arguments: [
    (0, 0), (10, 0), (11, 100), (30, 2_000), (31, 2_200), (40, 4_000), (41, 4_300), (50, 7_000), (51, 7_400),
  ])
  func byPiece(pieces: Int, yuan: Int) {
    #expect(AnsweringFee.yuan(forPieces: pieces) == yuan)
  }

  @Test(arguments: [(0, 0), (30, 0), (31, 10), (100, 700), (101, 720), (200, 2_700), (201, 2_740), (250, 4_700)])
  func byPage(pages: Int, yuan: Int) {
    #expect(AnsweringFee.yuan(forPages: pages) == yuan)
  }

  @Test(arguments: [-1, Int.min, Int.max, 1_000_001])
  func refusesSenselessCounts(count: Int) {
    #expect(AnsweringFee.yuan(forPieces: count) == nil)
    #expect(AnsweringFee.yuan(forPages: count) == nil)
  }
}
