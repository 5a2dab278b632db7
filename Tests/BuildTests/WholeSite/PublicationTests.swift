import Build
import Diagnostics
import Foundation
import Testing

/// What readers get of a document, and that they get nothing else.
@Suite struct PublicationTests {
  /// Stands where nothing may be published from.
  private static let canary = "金丝雀七四一"

  @Test func linksByIndexNumberBecomeRelative() throws {
    var first = SampleEntry(1)
    first.body = "见[第二号](#000000000/2017-00002)和[指南](../../guide/index.md)。"
    try SampleSite.with(first.at("2017/a.md") + SampleEntry(2).at("2017/b.md")) { site in
      let outcome = try site.build()
      #expect(SampleSite.ids(outcome).isEmpty)
      let page = try site.text("public/\(first.page)")
      #expect(page.contains("<a href=\"../d/000000000-2017-00002.html\">第二号</a>"))
      #expect(page.contains("<a href=\"../guide/index.html\">指南</a>"))
    }
  }

  @Test func entriesOnApplicationAreListedWithoutTheirContent() throws {
    var entry = SampleEntry(1, title: "依申请公开的统计表")
    entry.disclosure = "依申请公开"
    entry.extra = "附件: [{文件: secret.csv, 名称: 统计表}]"
    entry.body = Self.canary
    let text = entry.at("2017/table/index.md") + "-- content/catalog/2017/table/secret.csv --\n\(Self.canary)\n"
    let apply = "-- content/apply/index.md --\n---\n标题: 依申请公开\n---\n申请须知。\n"
    try SampleSite.with(text + apply) { site in
      #expect(try site.build().summary.errors == 0)
      let tree = try site.tree()
      #expect(String(decoding: try #require(tree["catalog/index.html"]), as: UTF8.self).contains(entry.title))
      let page = String(decoding: try #require(tree[entry.page]), as: UTF8.self)
      #expect(page.contains(entry.title))
      #expect(page.contains("../apply/form.html?000000000/2017-00001"))
      #expect(!tree.keys.contains { $0.contains("secret") })
      expectNoCanary(in: tree)
    }
  }

  /// An `index.md` owns what lies beside it, but not what its neighbour keeps back.
  @Test(arguments: ["不予公开", "依申请公开"])
  func attachmentsKeptBackAreNotTheNeighbours(mode: String) throws {
    var kept = SampleEntry(1)
    kept.disclosure = mode
    kept.extra = "附件: [{文件: kept.csv, 名称: 统计表}]"
    let folder = "-- content/catalog/2017/x/kept.csv --\n\(Self.canary)\n-- content/catalog/2017/x/open.csv --\n甲\n"
    try SampleSite.with(SampleEntry(2).at("2017/x/index.md") + kept.at("2017/x/kept.md") + folder) { site in
      #expect(try site.build().summary.errors == 0)
      let tree = try site.tree()
      #expect(tree["d/000000000-2017-00002/open.csv"] != nil)
      expectNoCanary(in: tree)
    }
  }

  @Test func withheldEntriesAppearNowhere() throws {
    var entry = SampleEntry(1, title: Self.canary)
    entry.disclosure = "不予公开"
    entry.extra = "关键词: [\(Self.canary)]\n不予公开理由: 属于国家秘密"
    entry.body = "## \(Self.canary)"
    var open = SampleEntry(2)
    open.extra = "关联: [{关系: 依据, 文件: 000000000/2017-00001}]"
    let file = "-- content/catalog/2017/kept/list.csv --\n\(Self.canary)\n"
    try SampleSite.with(entry.at("2017/kept/index.md") + file + open.at("2017/b.md")) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(outcome.summary.withheld == 1)
      let tree = try site.tree()
      #expect(tree[entry.page] == nil)
      #expect(tree[open.page] != nil)
      #expect(!tree.keys.contains { $0.contains("list.csv") })
      expectNoCanary(in: tree)
    }
  }

  /// The mistake and the canary share a line, which a careless excerpt would print.
  @Test(arguments: ["不予公开", "依申请公开"])
  func diagnosticsDoNotQuoteWhatIsNotPublished(mode: String) throws {
    var entry = SampleEntry(1)
    entry.disclosure = mode
    entry.extra = "统计期限: {起: 2017-01-01, 止: 2017-13-01} # \(Self.canary)"
    entry.body = Self.canary
    try SampleSite.with(entry.at("2017/a.md")) { site in
      let outcome = try site.build()
      #expect(SampleSite.ids(outcome) == ["front-matter.impossible-date"])
      let printed = DiagnosticPrinter(language: .zh, sources: outcome.sources).text(outcome.diagnostics)
      #expect(printed.contains("content/catalog/2017/a.md:12:"), "the place is told all the same")
      expectNoCanary(inPrinted: outcome)
      #expect(!site.exists("public"))
    }
  }

  /// Whether an entry that cannot be read may be published is not known.
  @Test func entriesThatCannotBeReadAreNotQuoted() throws {
    var entry = SampleEntry(1)
    entry.disclosure = "不予公开"
    entry.extra = "关键词: [\(Self.canary)"
    let damaged = "-- content/catalog/2017/b.md (bytes: ff) --\n---\n标题: 甲\n---\n\(Self.canary)"
    try SampleSite.with(entry.at("2017/a.md") + damaged) { site in
      let outcome = try site.check()
      #expect(SampleSite.ids(outcome) == ["yaml.syntax", "source.not-utf8"])
      expectNoCanary(inPrinted: outcome)
    }
  }

  @Test func unreviewedEntriesStopTheBuildUnquoted() throws {
    var entry = SampleEntry(1)
    entry.extra = "草稿: 也许 # \(Self.canary)"
    entry.body = Self.canary
    let text = entry.at("2017/a.md").split(separator: "\n").filter { !$0.hasPrefix("审查") }.joined(separator: "\n")
    try SampleSite.with(text) { site in
      let outcome = try site.build()
      #expect(Set(SampleSite.ids(outcome)) == ["review.missing", "front-matter.wrong-type"])
      #expect(outcome.summary.withheld == 1)
      expectNoCanary(inPrinted: outcome)
      #expect(!site.exists("public"))
    }
  }

  @Test func draftsAreLeftOut() throws {
    var entry = SampleEntry(1, title: Self.canary)
    entry.extra = "草稿: 是"
    try SampleSite.with(entry.at("2017/a.md") + SampleEntry(2).at("2017/b.md")) { site in
      #expect(try site.build().summary.errors == 0)
      expectNoCanary(in: try site.tree())
    }
  }

  private func expectNoCanary(in tree: [String: Data]) {
    let canary = Data(Self.canary.utf8)
    let escaped = Self.canary.utf16.map { "\\u" + String($0, radix: 16) }.joined()
    for (path, bytes) in tree {
      #expect(bytes.range(of: canary) == nil, "in \(path)")
      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains(escaped), "in \(path)")
    }
  }

  private func expectNoCanary(inPrinted outcome: BuildOutcome) {
    for language in Language.allCases {
      let printed = [
        DiagnosticPrinter(language: language, sources: outcome.sources).text(outcome.diagnostics),
        DiagnosticPrinter(language: language, sources: outcome.sources).json(outcome.diagnostics, outcome.summary),
        DiagnosticPrinter(language: language, sources: outcome.sources).gitHub(outcome.diagnostics),
      ]
      for text in printed { #expect(!text.contains(Self.canary)) }
    }
  }
}
