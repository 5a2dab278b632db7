import Archive
import Testing

@Suite struct KeyTableTests {
  @Test func everyValueIsFound() {
    let values = (0..<1_000).map { "值 \($0)" }
    var table = KeyTable(capacity: values.count)
    for (i, value) in values.enumerated() { table.insert(fingerprint(value), i) }
    for (i, value) in values.enumerated() {
      #expect(table.first(fingerprint(value)) { values[$0] == value } == i)
    }
    #expect(table.first(fingerprint("别的")) { values[$0] == "别的" } == nil)
  }

  @Test func ofEqualValuesTheFirstIsFound() {
    var table = KeyTable(capacity: 3)
    for i in 0..<3 { table.insert(fingerprint("同一个"), i) }
    #expect(table.first(fingerprint("同一个")) { _ in true } == 0)
  }

  private func fingerprint(_ text: String) -> Fingerprint {
    var fingerprint = Fingerprint()
    fingerprint.add(text)
    return fingerprint
  }

  @Test func textsAreFoundAtTheirFirstPosition() {
    let table = texts("甲", nil, "乙", "甲")
    #expect(table.position(of: "甲") == 0 && table.position(of: "乙") == 2 && table.position(of: "丙") == nil)
    #expect(table.hasRepeats)
    #expect(!texts("甲", nil, nil, "乙").hasRepeats)
    #expect(texts().position(of: "甲") == nil)
  }

  private func texts(_ texts: String?...) -> TextTable {
    TextTable(PackedTexts(texts.count) { texts[$0] ?? "" })
  }

  @Test func packedTextsAreInTheOrderOfTheirBytes() {
    let texts = ["乙", "", "甲", "ab", "a", "乙"]
    let packed = PackedTexts(texts.count) { texts[$0] }
    for a in texts.indices {
      for b in texts.indices {
        #expect(
          packed.compare(a, b).signum()
            == (texts[a] == texts[b]
              ? 0 : Array(texts[a].utf8).lexicographicallyPrecedes(Array(texts[b].utf8)) ? -1 : 1))
      }
    }
  }

  @Test func namesHaveTheirNumbers() {
    let names = NameTable(["标题": 0, "title": 0, "索引号": 7])
    #expect(["标题", "title", "索引号", "索引"].map(names.value) == [0, 0, 7, nil])
    #expect(NameTable().value(of: "标题") == nil)
  }
}
