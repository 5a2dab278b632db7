import Build
import Testing

/// Links to places in documents: there they lead somewhere, or are reported with the place that may be meant.
@Suite struct PlaceLinkTests {
  private static let rules = """
    -- content/pages/rules.md --
    ---
    标题: 公开办法
    ---
    ## 一、总则

    第三条　公开目录由办公室编制。

    """

  private func outcome(linking link: String) throws -> BuildOutcome {
    var entry = SampleEntry(1)
    entry.body = "第五条　见\(link)。"
    var other = SampleEntry(2)
    other.body = "## 联系方式\n\n电话见指南。\n\n第十二条之一　本条为增加的。"
    return try SampleSite.with(Self.rules + entry.at("a.md") + other.at("b.md")) { try $0.build() }
  }

  @Test(arguments: [
    "[一](../pages/rules.md#art-3)", "[二](../pages/rules.md#s1)", "[三](b.md#art-12-1)", "[四](b.md#联系方式)",
    "[五](b.md#%E8%81%94%E7%B3%BB%E6%96%B9%E5%BC%8F)", "[六](#000000000/2017-00002#art-12-1)", "[七](#art-5)",
    "[八](#main)", "[九](../pages/%72ules.md#art-3)",
  ])
  func placesThatExist(link: String) throws {
    #expect(SampleSite.ids(try outcome(linking: link)) == [])
  }

  @Test(arguments: [
    ("[一](../pages/rules.md#art-33)", "#art-3"), ("[二](b.md#联系方法)", "#联系方式"),
    ("[三](#000000000/2017-00002#art-12)", "#art-12-1"), ("[四](#art-55)", "#art-5"), ("[五](b.md#xyzzyxyzzy)", nil),
  ])
  func placesThatDoNot(link: String, near: String?) throws {
    let diagnostics = try outcome(linking: link).diagnostics.filter { $0.id == "link.place" }
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && diagnostic.span?.path == "content/catalog/a.md")
    #expect(diagnostic.span.map { $0.range.upperBound - $0.range.lowerBound } == link.utf8.count)
    if let near {
      let offered = diagnostic.fixes.map(\.replacement)
      #expect(offered == [near])
    }
  }
}
