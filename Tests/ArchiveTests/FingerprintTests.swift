import Archive
import Testing

@Suite struct FingerprintTests {
  private func fingerprint(_ bytes: [UInt8]) -> Fingerprint { bytes.withUnsafeBytes { Fingerprint(of: $0) } }

  /// Every bit of texts of every length counts, wherever it stands.
  @Test func everyBitCounts() {
    var seen: Set<Fingerprint> = []
    var expected = 0
    for count in Array(0..<40) + [63, 64, 79, 80, 81, 128, 150] {
      let zeros = [UInt8](repeating: 0, count: count)
      seen.insert(fingerprint(zeros))
      expected += 1
      for bit in 0..<count * 8 {
        var bytes = zeros
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        seen.insert(fingerprint(bytes))
        expected += 1
      }
    }
    #expect(seen.count == expected)
  }

  @Test func numbersInARowDiffer() {
    let all = (0..<100_000).map { number in
      var fingerprint = Fingerprint()
      fingerprint.add(number)
      return fingerprint
    }
    #expect(Set(all).count == all.count)
    #expect(Set(all.map(\.low)).count == all.count)
    #expect(Set(all.map(\.high)).count == all.count)
  }

  @Test func theOrderCounts() {
    var (a, b) = (Fingerprint(), Fingerprint())
    for text in ["甲", "乙"] { a.add(text) }
    for text in ["乙", "甲"] { b.add(text) }
    #expect(a != b)
  }

  /// In long texts too, where many bytes are taken at once.
  @Test func theOrderOfBytesCounts() {
    let text = (0..<160).map { UInt8($0) }
    var seen: Set<Fingerprint> = [fingerprint(text)]
    for distance in [1, 8, 16, 64] {
      for first in text.indices.dropLast(distance) {
        var changed = text
        changed.swapAt(first, first + distance)
        seen.insert(fingerprint(changed))
      }
    }
    #expect(seen.count == 1 + [1, 8, 16, 64].reduce(0) { $0 + 160 - $1 })
  }

  @Test func nothingAndZeroDiffer() {
    var (a, b) = (Fingerprint(), Fingerprint())
    a.add(nil as Int?)
    b.add(0 as Int?)
    #expect(a != b)
  }

  /// Archives of other machines and days are compared by it.
  @Test func itIsTheSameEverywhere() {
    var fingerprint = Fingerprint()
    fingerprint.add("政府信息公开")
    #expect(fingerprint == Fingerprint(low: 14_149_389_338_499_819_054, high: 6_455_998_114_503_667_151))
  }
}
