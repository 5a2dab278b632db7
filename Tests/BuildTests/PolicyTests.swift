import Build
import Diagnostics
import Testing

/// Levels that a site gives to rules, and its baseline of known findings.
@Suite struct PolicyTests {
  private static let settings = SampleSite.settings
  /// An entry with a misprint (a note) and a malformed document number (a warning).
  private static func entry(body: String = "公开公开的情况。") -> String {
    var entry = SampleEntry(1)
    entry.extra = "发文字号: 某科字(2017)12号"
    entry.body = body
    return entry.at("a.md")
  }

  private func found(_ site: SampleSite) throws -> [String: Severity] {
    let kinds = try site.check().diagnostics.map { ($0.id, $0.severity) }
    return Dictionary(kinds.filter { $0.0.hasPrefix("text.") || $0.0.hasPrefix("document-number.") }) { first, _ in
      first
    }
  }

  @Test(arguments: [
    ("{}", ["text.doubled-word": Severity.note, "document-number.form": .warning]),
    ("{text.doubled-word: 关闭}", ["document-number.form": .warning]),
    (
      "{text.doubled-word: 错误, document-number.form: note}",
      ["text.doubled-word": .error, "document-number.form": .note]
    ),
    ("{text.doubled-word: off, document-number.form: off}", [:]),
  ])
  func rulesHaveTheSitesLevels(levels: String, expected: [String: Severity]) throws {
    try SampleSite.with(Self.entry()) { site in
      try site.write(Self.settings + "检查级别: \(levels)\n", to: "site.yml")
      #expect(try found(site) == expected)
      #expect(try site.build().summary.errors == (expected.values.contains(.error) ? 1 : 0))
    }
  }

  @Test(arguments: ["review.missing", "secrecy.mark", "personal-data.found", "yaml.syntax", "address.duplicate"])
  func gatesAndWhatPagesDependOnKeepTheirLevel(id: String) throws {
    try SampleSite.with(Self.entry(body: "联系人手机 13800138000。")) { site in
      try site.write(Self.settings + "检查级别: {\(id): 关闭, personal-data.found: 错误}\n", to: "site.yml")
      let ids = try site.check().diagnostics.map(\.id)
      #expect(ids.contains("rule-level.fixed"))
      #expect(ids.contains("personal-data.found"))
    }
  }

  @Test func unknownRulesAndLevelsAreFound() throws {
    try SampleSite.with(Self.entry()) { site in
      try site.write(Self.settings + "检查级别: {text.double-word: 关闭, text.outdated-phrase: 忽略}\n", to: "site.yml")
      let diagnostics = try site.check().diagnostics
      let unknown = try #require(diagnostics.first { $0.id == "rule-level.unknown" })
      #expect(unknown.fixes.first?.replacement == "text.doubled-word")
      #expect(diagnostics.contains { $0.id == "front-matter.wrong-type" })
    }
  }

  // MARK: - Baseline

  private func record(_ site: SampleSite) throws -> Int {
    let outcome = try site.check(usesBaseline: false)
    let baseline = Baseline(of: outcome.diagnostics, sources: outcome.sources)
    try baseline.write(source: site.folder)
    return baseline.count
  }

  @Test func knownFindingsAreSilentButCounted() throws {
    try SampleSite.with(Self.entry()) { site in
      let all = try site.check().diagnostics.count
      #expect(try record(site) == all)
      let outcome = try site.check()
      #expect(outcome.diagnostics.isEmpty)
      #expect(outcome.summary.baselined == all)
      #expect(outcome.summary.warnings == 0 && outcome.summary.notes == 0)
    }
  }

  @Test func editsElsewhereLeaveFindingsKnown() throws {
    try SampleSite.with(Self.entry()) { site in
      _ = try record(site)
      try site.add(Self.entry(body: "新的一段。\n\n公开公开的情况。"))
      #expect(try site.check().diagnostics.isEmpty)
      // A second one is new, though its text is the same.
      try site.add(Self.entry(body: "公开公开。\n\n公开公开的情况。"))
      #expect(try found(site) == ["text.doubled-word": .note])
      try site.add(Self.entry(body: "办理办理的情况。"))
      let ids = try site.check().diagnostics.map(\.id)
      #expect(ids.sorted() == ["baseline.stale", "text.doubled-word"])
    }
  }

  @Test func gatesAreNeverKnown() throws {
    try SampleSite.with(Self.entry(body: "联系人手机 13800138000。")) { site in
      _ = try record(site)
      #expect(try !site.text("baseline.txt").contains("personal-data"))
      #expect(try site.check().diagnostics.map(\.id) == ["personal-data.found"])
      // Not even by hand.
      let line = "e3b0c44298fc1c14 personal-data.found 1 content/catalog/a.md\n"
      try site.write(site.text("baseline.txt") + line, to: "baseline.txt")
      #expect(try site.check().diagnostics.map(\.id).sorted() == ["baseline.stale", "personal-data.found"])
    }
  }

  @Test func aDamagedLineIsFoundAndTheRestHolds() throws {
    try SampleSite.with(Self.entry()) { site in
      _ = try record(site)
      try site.write(site.text("baseline.txt") + "<<<<<<< HEAD\n", to: "baseline.txt")
      #expect(try site.check().diagnostics.map(\.id) == ["baseline.malformed"])
    }
  }

  @Test func theBaselineIsTheSameHoweverOftenItIsWritten() throws {
    try SampleSite.with(Self.entry() + SampleEntry(2).at("b.md")) { site in
      _ = try record(site)
      let first = try site.text("baseline.txt")
      _ = try record(site)
      #expect(try site.text("baseline.txt") == first)
      let lines = first.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ").suffix(1) }
      #expect(lines.count > 1 && lines.map { String($0.first ?? "") } == lines.map { String($0.first ?? "") }.sorted())
    }
  }
}
