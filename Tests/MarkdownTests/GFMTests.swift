import TestSupport
import Testing

@testable import Markdown

@Suite struct GFMTests {
  static let examples = SpecExamples.load("gfm-extensions.txt")

  static func ours(_ markdown: String) -> String {
    GFMOracle.comparable(render(markdown, .extensionsOnly).html)
  }

  @Test(.enabled(if: GFMOracle.isPresent))
  func agreesWithCmarkGFMOnItsExamples() throws {
    for example in Self.examples {
      let expected = try GFMOracle.render(example.markdown)
      #expect(Self.ours(example.markdown) == expected, "\(example): \(example.markdown)")
    }
  }

  @Test(
    .enabled(if: GFMOracle.isPresent),
    arguments: [
      "a\n:--\nb\n", "> 123\n| a |\n> | - |\n", "- | a | b |\n  |---|--:|\n  | c | d |\n",
      "- x\n\n  | a |\n  |---|\n  | b |\n\n- y\n", "| a |\n|---|\n- b\n", "| a |\n|---|\n    code\n",
      "| a |\n|---|\n---\n",
      "| a |\n|---|\n1. x\n", "| a |\n|---|\n2) x\n", "| a |\n|---|\n<div>\n", "| a |\n|---|\n<b>\n",
      "| a |\n|---|\n> q\n",
      "|a|\n|:-:|\n|`\\|`|\n|\\\\|x|\n", "| a | b |\n|---|---|\n| *x | y* |\n", "x\ny\n| a |\n|---|\n| b |\nz\n\nw\n",
      "1. | a |\n   |---|\n   | b |\n", "> > | a |\n> > |---|\n> > | b # |\n",
      "| # a | - b |\n|---|---|\n| > c | 1. d |\n",
      "| a |\n|---|\n\n| b |\n|---|\n", "- [ ] a\n\n- [x] b\n- [x]d\n", "1. [ ] x\n",
      "a[^1] b[^注] c[^1] [^x]\n\n[^1]: one *x*\n[^注]: 本\n\n    two\n\n[^u]: v\n",
      "a[^c] b[^d] [^C]\n\n[^c]:\n        code\n\n[^d]: nested[^e]\n[^e]: > q\n[^d]: dup\n",
      "`[^1]` \\[^1] [^1]\n\n[^1]: [a](b)\n",
      "~~a~~ ~b~ ~a~~ \\~c~\n", "http://a.cn(b) (http://a.cn) www.a.cn/ x@y.cn. <http://b.cn> [c](http://d.cn)\n",
      "| a |\n| - |\n| http://a.cn | ~~b~~ |\n", "| a | a |\n| - |\n", "|\n|-|\n", "a | b\n- | -\n",
      "a | b\n-: | :-\nc\n| d |\n",
      "# h\n| a |\n|-|\n# i\n", "| a |\n|-|\n```\nx\n```\n", "| a |  \n|-|\t\n| b |\t\n",
      "| \\| |\n| - |\n| `a\\|b` |\n",
    ])
  func agreesWithCmarkGFM(markdown: String) throws {
    #expect(Self.ours(markdown) == (try GFMOracle.render(markdown)))
  }

  /// One process a hundred tables: each stands after a thematic break, which keeps it from the one before.
  @Test(.enabled(if: GFMOracle.isPresent), arguments: 0..<10)
  func agreesWithCmarkGFMOnGeneratedTables(batch: Int) throws {
    var random = SeededGenerator(seed: UInt64(batch))
    let tables = (0..<100).map { _ in Self.table(&random) }
    let separator = "\n\n***\n\n"
    let expected = try GFMOracle.render(tables.joined(separator: separator)).components(separatedBy: "<hr />\n")
    let found = Self.ours(tables.joined(separator: separator)).components(separatedBy: "<hr />\n")
    #expect(found.count == expected.count)
    for (index, pair) in zip(found, expected).enumerated() {
      #expect(pair.0 == pair.1, "\(index < tables.count ? tables[index] : "")")
    }
  }

  private static func table(_ random: inout SeededGenerator) -> String {
    let words = [
      "a", "", "**b**", "`c|d`", "\\|", "e \\| f", "政府", "*g", "h*", "\\\\", "[i](j)", "&amp;", "# k", "~~l~~", " ",
    ]
    let marks = ["-", "---", ":-", "-:", ":-:", " --- "]
    let columns = Int.random(in: 1...4, using: &random)
    func row(_ cells: [String], _ random: inout SeededGenerator) -> String {
      let body = cells.joined(separator: Bool.random(using: &random) ? "|" : " | ")
      return [body, "|\(body)|", "| \(body) |", "|\(body)", "\(body)|"].randomElement(using: &random) ?? body
    }
    func cells(_ count: Int, _ choices: [String], _ random: inout SeededGenerator) -> [String] {
      (0..<count).map { _ in choices.randomElement(using: &random) ?? "" }
    }
    var lines = Int.random(in: 0...4, using: &random) == 0 ? ["before"] : []
    lines.append(row(cells(columns, words, &random), &random))
    let isOff = Int.random(in: 0...9, using: &random) == 0
    lines.append(row(cells(isOff ? columns + 1 : columns, marks, &random), &random))
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      lines.append(row(cells(Int.random(in: 1...5, using: &random), words, &random), &random))
    }
    let prefix = ["", "", "> ", "  "].randomElement(using: &random) ?? ""
    return lines.map { prefix + $0 }.joined(separator: "\n")
  }
}
