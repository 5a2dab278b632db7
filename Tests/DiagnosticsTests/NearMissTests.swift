import Testing

@testable import Diagnostics

@Suite struct NearMissTests {
  @Test(arguments: [
    ("发文号", "发文字号"), ("标提", "标题"), ("titel", "title"), ("发布机关", "发布机构"),
  ])
  func findsTheIntendedWord(word: String, expected: String) {
    let candidates = ["title", "标题", "发文字号", "发布机构", "成文日期"]
    #expect(NearMiss.best(for: word, among: candidates) == expected)
  }

  @Test func saysNothingWhenNothingIsNear() {
    #expect(NearMiss.best(for: "天气", among: ["标题", "索引号"]) == nil)
    #expect(NearMiss.best(for: "", among: ["标题"]) == nil)
  }

  @Test func breaksTiesByTheGivenOrder() {
    #expect(NearMiss.best(for: "cat", among: ["bat", "hat"]) == "bat")
    #expect(NearMiss.best(for: "cat", among: ["hat", "bat"]) == "hat")
  }
}
