import Testing

@testable import Markdown

/// Inputs made to exhaust a stack or to take quadratic time.
@Suite struct NestingTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  static let inputs = [
    times(10_000, "> ") + "a", times(10_000, ">"), times(2_000, "- ") + "a", times(20_000, "*a "),
    times(10_000, "*a **b "),
    times(10_000, "*a ") + times(10_000, "b* "), times(20_000, "["), times(10_000, "[a]("),
    times(10_000, "![") + times(10_000, "]"),
    times(20_000, "|"), times(20_000, "`a"), times(10_000, "_a "), times(5_000, "[a](b)\\\n"), times(5_000, "[a]: b\n"),
  ]

  @Test(arguments: inputs.indices)
  func agreesWithLibcmark(index: Int) {
    let isEqual = render(Self.inputs[index], .commonMark).html == libcmark(Self.inputs[index])
    #expect(isEqual)
  }

  @Test(arguments: inputs.indices)
  func isRenderedWithExtensions(index: Int) {
    #expect(!render(Self.inputs[index]).html.isEmpty || Self.inputs[index].hasPrefix("[a]: "))
  }

  @Test(arguments: [
    times(5_000, "~a ") + times(5_000, "b~ "), times(5_000, "**《a》**"), times(5_000, "[^a]"), times(3_000, ":::注意\n"),
    times(5_000, "www.a.cn "), times(5_000, "a@b.cn "), times(5_000, "www._"), times(1_000, "[^a]: b\n"),
    times(20_000, "\u{10FFFF}"),
    "|" + times(1_000, "a|") + "\n|" + times(1_000, "-|") + "\n" + times(1_000, "x\n"),
    "```table\n" + times(1_000, "a,") + "\n" + times(1_000, "^\n") + "```\n", times(1_000, "> | a |\n> |---|\n"),
  ])
  func isRendered(markdown: String) {
    #expect(!render(markdown).html.isEmpty)
  }

  @Test func aWideTableStopsWhereItsRowsAreTooShort() {
    let table = "|" + Self.times(1_000, "a|") + "\n|" + Self.times(1_000, "-|") + "\n" + Self.times(1_000, "x\n")
    let cells = render(table).html.components(separatedBy: "<td>").count
    #expect(cells > 60_000 && cells < 70_000)
  }
}
