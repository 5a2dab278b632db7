import Diagnostics
import Testing

@testable import YAML

@Suite struct YAMLScalarTests {
  /// What editors could answer or import, and what YAML could take for something else.
  private static let pieces = [
    "某局", "：", ": ", " #", "\"", "\\", "'", "[", "]", "{", "}", ",", "，", "-", "?", "|", ">", "&", "*", "!", "%", "@",
    "`",
    "a", "1", " ", "\t", "\n", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{0}", "〔2017〕", "true", "null", "~", "=", "007",
    "2017-05-08",
  ]

  @Test func isReadBackAsTheSameText() {
    var seed: UInt64 = 7
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0...(next(&seed) % 5) { text += Self.pieces[Int(next(&seed) % UInt64(Self.pieces.count))] }
      // A NUL cannot stand in YAML, however it is written.
      guard !text.contains("\u{0}") else { continue }
      #expect(read("键: \(YAMLScalar.text(text))\n") == text)
      #expect(read("键: {内: \(YAMLScalar.text(text)), 二: 2}\n", inside: "内") == text)
    }
  }

  @Test(arguments: ["峄城区科学技术局", "峄科字〔2017〕12号", "2017年5月", "a b"])
  func plainTextStaysPlain(_ text: String) { #expect(YAMLScalar.text(text) == text) }

  @Test(arguments: ["277300", "true", "null", "~", "", "- a", "1.5", "a: b", "a #b"])
  func whatYAMLTakesForMoreIsQuoted(_ text: String) { #expect(YAMLScalar.text(text) == "\"\(text)\"") }

  private func read(_ yaml: String, inside key: String? = nil) -> String? {
    var diagnostics: [Diagnostic] = []
    let node = Array(yaml.utf8).withUnsafeBufferPointer { YAMLParser.parse($0, path: "a", diagnostics: &diagnostics) }
    guard diagnostics.isEmpty, case .mapping(let pairs) = node?.content else { return nil }
    guard key != nil else { return pairs[0].value.scalar }
    guard case .mapping(let inner) = pairs[0].value.content else { return nil }
    return inner[0].value.scalar
  }

  private func next(_ seed: inout UInt64) -> UInt64 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return seed >> 33
  }
}
