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
}
