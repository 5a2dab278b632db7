import Build
import Foundation
import Testing

/// A changed text costs its own page and no more, where nothing else follows from it; everywhere else the usual build
/// runs. The output is that of a build from the start either way.
@Suite struct AmendmentTests {
  /// In the middle of sixty entries. Its summary ends long before its text.
  private static var entry: SampleEntry {
    var entry = SampleEntry(30)
    entry.published = "2018-02-02"
    entry.extra = "关联: [{关系: 依据, 文件: \(SampleEntry(7).number)}]"
    entry.body = String(repeating: "这是一段正文，写得很长。", count: 40)
    return entry
  }

  private let path = "content/catalog/2018/30.md"

  /// A site with relations, as its last build left it a while ago.
  private func withSite(_ body: (SampleSite) throws -> Void) throws {
    var repealing = SampleEntry(41)
    (repealing.published, repealing.extra) = ("2018-02-13", "关联: [{关系: 废止, 文件: \(SampleEntry(29).number)}]")
    try SampleSite.with(SampleEntry.many(60) + Self.entry.at("2018/30.md") + repealing.at("2018/41.md")) { site in
      for _ in 0..<2 { _ = try build(site) }
      try body(site)
    }
  }

  /// A build that finds files older than itself, as one from the start goes before, and gives the same.
  private func build(_ site: SampleSite, parts: BuildOptions.Parts = [.rules, .hashes]) throws -> BuildOutcome {
    var options = site.options
    (options.probe, options.parts) = (nil, parts)
    let (clean, tree) = try site.cleanBuild(options)
    let outcome = try SiteBuilder(options).build()
    #expect(outcome.diagnostics == clean.diagnostics && outcome.summary == clean.summary)
    #expect(try site.tree() == tree)
    return outcome
  }

  private func write(_ site: SampleSite, _ change: (inout SampleEntry) -> Void) throws {
    var entry = Self.entry
    change(&entry)
    try site.write(entry.text, to: path)
  }

  @Test func aChangedTextCostsItsPage() throws {
    try withSite { site in
      for text in ["再加一段。", "又加一段。", String(repeating: "又加一段，长得多。", count: 5_000)] {
        try write(site) { $0.body += text }
        let outcome = try build(site)
        #expect(outcome.isAmended && outcome.changed == 1 && outcome.removed == 0)
        #expect(try build(site).stages.map(\.stage) == [.cache])
      }
      try write(site) { $0.title = "改了标题" }
      #expect(try !build(site).isAmended)
    }
  }

  @Test func severalTextsAreAmendedTogether() throws {
    try withSite { site in
      try write(site) { $0.body += "再加一段。" }
      for ordinal in [29, 41] {
        let path = "content/catalog/2018/\(ordinal).md"
        // A remark that no reader sees.
        try site.write(site.text(path) + "\n<!-- 批注 -->\n", to: path)
      }
      let outcome = try build(site)
      #expect(outcome.isAmended && outcome.changed == 1)
    }
  }

  /// What of a text shows elsewhere, or may.
  @Test(arguments: [
    "summary", "title", "link", "heading", "attachment", "relation", "remark", "another file", "new file",
  ])
  func whatShowsElsewhereTakesAWholeBuild(_ what: String) throws {
    try withSite { site in
      switch what {
      case "summary": try write(site) { $0.body = "另一段。" }
      case "title": try write(site) { $0.title = "改了标题" }
      case "link": try write(site) { $0.body += "见[这里](#\(SampleEntry(7).number))。" }
      case "heading": try write(site) { $0.body += "\n\n## 一、节\n" }
      case "attachment":
        try write(site) { $0.extra = "附件: [{文件: a.csv}]" }
        try site.write("甲,乙\n", to: "content/catalog/2018/a.csv")
      case "relation": try write(site) { $0.extra = "" }
      case "remark": try write(site) { $0.body += "\n\n##### 跳了几级\n" }
      case "another file": try site.write("说明\n", to: "README.md")
      default: try site.add(SampleEntry(61).at("2018/61.md"))
      }
      #expect(try !build(site).isAmended)
      try write(site) { $0.body += "再加一段。" }
      if what == "another file" { #expect(try build(site).isAmended) } else { _ = try build(site) }
    }
  }

  @Test func aSearchedTextTakesAWholeBuild() throws {
    try withSite { site in
      for _ in 0..<2 { _ = try build(site, parts: .all) }
      try write(site) { $0.body += "再加一段。" }
      #expect(try !build(site, parts: .all).isAmended)
    }
  }

  /// What is kept of an entry takes the old one's place, whether it is longer or shorter; texts are amended all the same.
  @Test func aTitleThatHasChangedIsKept() throws {
    try withSite { site in
      var entry = SampleEntry(20)
      entry.published = "2018-01-20"
      let (path, title) = ("content/catalog/2018/20.md", entry.title)
      let size = try sources(site).count
      for length in [1, 30, 300, 2, 0] {
        entry.title = title + String(repeating: "长", count: length)
        try site.write(entry.text, to: path)
        #expect(try !build(site).isAmended)
        let kept = try sources(site)
        if length == 1 { #expect(kept.count == size) }
        #expect(kept.firstRange(of: Data("\(entry.title)长".utf8)) == nil)
        #expect(kept.firstRange(of: Data(entry.title.utf8)) != nil)
        for changed in [path, "content/catalog/2018/21.md"] {
          // A remark that no reader sees.
          try site.write(site.text(changed) + "\n<!-- 批注 -->\n", to: changed)
          #expect(try build(site).isAmended, "\(length) \(changed)")
        }
      }
    }
  }

  private func sources(_ site: SampleSite) throws -> Data {
    try #require(try site.tree(".gongkai").first { $0.key.hasSuffix("sources") }).value
  }

  /// A few bytes are read of the cache: that these are what was written counts.
  @Test(arguments: ["sources", "outputs"])
  func aDamagedCacheIsNotAmended(_ kind: String) throws {
    try withSite { site in
      for part in 0..<6 {
        let name = try #require(try site.tree(".gongkai").keys.first { $0.hasSuffix(kind) })
        var bytes = try #require(try site.tree(".gongkai")[name])
        let position = bytes.count * part / 6
        bytes[position] ^= 1
        try bytes.write(to: URL(fileURLWithPath: "\(site.folder)/.gongkai/\(name)"))
        try write(site) { $0.body += "第\(position)次。" }
        #expect(try !build(site).isAmended, "byte \(position)")
      }
      try write(site) { $0.body += "最后一次。" }
      #expect(try build(site).isAmended)
    }
  }
}
