import Diagnostics
import Testing

@testable import YAML

func parse(_ text: String, offset: Int = 0) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let node = Array(text.utf8).withUnsafeBufferPointer {
    YAMLParser.parse($0, path: "a.yml", offset: offset, diagnostics: &diagnostics)
  }
  return (node, diagnostics)
}

@Suite struct YAMLParserTests {
  /// The bytes a range stands for, so that tests need not count.
  private func slice(_ text: String, _ range: ByteRange) -> String {
    String(decoding: Array(text.utf8)[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  @Test func rangesCountBytesInChineseText() throws {
    let text = "标题: 关于科技活动周的通知\n关键词: [科技, \"活动 周\"]\n说明: |\n  第一行\n  第二行\n\n有效性: 有效\n"
    let node = try #require(parse(text).node)
    guard case .mapping(let pairs) = node.content else { return #expect(Bool(false)) }
    #expect(pairs.map { slice(text, $0.key.range) } == ["标题", "关键词", "说明", "有效性"])
    #expect(slice(text, pairs[0].value.range) == "关于科技活动周的通知")
    #expect(slice(text, pairs[1].value.range) == "[科技, \"活动 周\"]")
    #expect(slice(text, pairs[2].value.range) == "|\n  第一行\n  第二行")
    #expect(pairs[2].value.scalar == "第一行\n第二行\n")
    #expect(slice(text, pairs[3].value.range) == "有效")
  }

  @Test func addsTheOffsetOfTheFrontMatter() throws {
    let node = try #require(parse("a: b", offset: 4).node)
    #expect(node.range == ByteRange(4, 8))
  }

  @Test func keepsScalarsAsTheyAreWritten() throws {
    let node = try #require(parse("[2017-05-08, yes, 007, ~, '~']").node)
    guard case .sequence(let items) = node.content else { return #expect(Bool(false)) }
    #expect(items.map(\.scalar) == ["2017-05-08", "yes", "007", "~", "~"])
    #expect(items.map(\.isNull) == [false, false, false, true, false])
  }

  @Test(arguments: [
    ("标题：科技活动周\n索引号: 1", "yaml.fullwidth-colon"),
    ("a:\n\tb: 1", "yaml.tab"),
    ("a: [1, 2", "yaml.syntax"),
    ("a: \"未完", "yaml.syntax"),
    ("a: b: c", "yaml.syntax"),
    ("a: &x 1", "yaml.reference"),
    ("a: *x", "yaml.reference"),
    ("a: !!int 1", "yaml.reference"),
    ("a: 1\n---\nb: 2", "yaml.documents"),
    (String(repeating: "[", count: 4000), "yaml.depth"),
    ("a: @b", "yaml.syntax"),
  ])
  func reportsWithAPlace(text: String, id: String) throws {
    let result = parse(text)
    #expect(result.node == nil)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.id == id)
    #expect(result.diagnostics.count == 1)
    let range = try #require(diagnostic.span?.range)
    #expect(range.upperBound <= text.utf8.count)
  }

  @Test func emptyTextIsNoNode() {
    let result = parse("\n# 只有注释\n")
    #expect(result.node == nil)
    #expect(result.diagnostics.isEmpty)
  }
}
