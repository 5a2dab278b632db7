import Diagnostics
import Testing

@testable import YAML

/// The quick reader of plain front matter against libyaml: it may decline, but not differ.
@Suite struct PlainMappingTests {
  /// What both readers make of a text; `nil` for the quick one where it declines.
  private func readings(_ text: String) -> (quick: String?, libyaml: String?) {
    var text = text
    return text.withUTF8 { bytes in
      var diagnostics: [Diagnostic] = []
      let slow = YAMLParser.parseEvents(bytes, path: "a.md", offset: 4, diagnostics: &diagnostics)
      let quick = PlainMapping.parse(bytes, offset: 4)
      return (quick.map(description), diagnostics.isEmpty ? slow.map(description) : nil)
    }
  }

  private func description(_ node: YAMLNode) -> String {
    let content =
      switch node.content {
      case .scalar(let text, let isPlain): isPlain ? "‹\(text)›" : "«\(text)»"
      case .sequence(let items): "[\(items.map(description).joined(separator: ","))]"
      case .mapping(let pairs):
        "{\(pairs.map { description($0.key) + ":" + description($0.value) }.joined(separator: ","))}"
      }
    return "\(content)\(node.range.lowerBound)-\(node.range.upperBound)"
  }

  @Test func readsWhatEditorsWrite() throws {
    let text = """
      标题: 关于做好“放管服”工作的通知（第1号）
      index_number: "000014349/2017-00012"
      发布日期: 2017-05-12
      关键词: [行政许可, 营商环境]
      审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}

      """
    let (quick, libyaml) = readings(text)
    #expect(quick != nil && quick == libyaml)
  }

  @Test func neverDiffersFromLibyaml() {
    let pieces = [
      "标题", "a", "日期", ": ", ":", " ", "  ", "\n", "\n", "通知", "2017-05-08", "\"", "\\", "[", "]", "{", "}", ", ", ",",
      "- ", "-", "#",
      " #", "'", "|", ">", "&x", "*x", "!t", "%", "@", "?", "? ", "\t", "\r\n", "---", "...", "\u{FEFF}", "\u{2028}",
      "\u{85}", "\u{FF1A}",
      "（一）", "“”", "~", "null", "\u{1F600}", "a: b\n", "标题: 通知\n", "k: [a, b]\n", "k: {a: b}\n", "k: \"v\"\n",
    ]
    var state: UInt64 = 20_190_515
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var read = 0
    for _ in 0..<40_000 {
      var text = ""
      for _ in 0...below(10) { text += pieces[below(pieces.count)] }
      if below(2) == 0 { text += "\n" }
      let (quick, libyaml) = readings(text)
      guard let quick else { continue }
      read += 1
      #expect(quick == libyaml, "\(text.debugDescription)")
      if quick != libyaml { return }
    }
    #expect(read > 200)
  }
}
