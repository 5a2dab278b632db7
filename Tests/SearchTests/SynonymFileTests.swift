import Testing

@testable import Search

@Suite struct SynonymFileTests {
  @Test func groupsAreLines() {
    let file = SynonymFile(Array("# 本单位用语\n社保 = 社会保险＝社会保障\r\n\n  公积金=住房公积金\n".utf8))
    #expect(file.groups == [["社保", "社会保险", "社会保障"], ["公积金", "住房公积金"]])
    #expect(file.incompleteLines.isEmpty)
  }

  @Test func linesOfOneWordAreNamed() {
    let bytes = Array("社保\n=\na=b".utf8)
    let file = SynonymFile(bytes)
    #expect(file.groups == [["a", "b"]])
    #expect(file.incompleteLines.map { String(decoding: bytes[$0], as: UTF8.self) } == ["社保", "="])
  }
}
