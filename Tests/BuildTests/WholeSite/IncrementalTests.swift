import Build
import Foundation
import Testing

/// Builds after builds: whatever happened in between, the output is that of a build from the start.
@Suite struct IncrementalTests {
  /// The stages a build ran through.
  private func stages(_ outcome: BuildOutcome) -> [BuildStage] { outcome.stages.map(\.stage) }

  @Test func nothingIsDoneWhereNothingChanged() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      _ = try site.build()
      // The second build may have to do without: the files are as young as the first.
      _ = try site.build()
      let third = try site.build()
      #expect(stages(third) == [.cache])
      #expect(third.files > 0 && third.changed == 0)
    }
  }

  @Test func anOutputIsKnownByWhateverPathItIsCalled() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      for path in ["web/public", "web/../web/public", "content/.././web/public"] {
        let outcome = try site.build(output: path)
        if path.hasPrefix("content") { #expect(stages(outcome) == [.cache]) }
      }
    }
  }

  @Test func diagnosticsAreRememberedWithTheirQuotes() throws {
    var entry = SampleEntry(1)
    entry.extra = "内容概述: 第1号通知"
    try SampleSite.with(entry.at("2017/a.md") + "-- content/pages/a.md --\n---\n标题: 说明\n---\n## 一\n\n#### 二\n") {
      site in
      let first = try site.build()
      _ = try site.build()
      let third = try site.build()
      #expect(stages(third) == [.cache])
      #expect(!third.diagnostics.isEmpty && third.diagnostics == first.diagnostics)
      for path in Set(third.diagnostics.compactMap(\.span?.path)) {
        #expect(third.sources.text(of: path)?.line(at: 0) == first.sources.text(of: path)?.line(at: 0))
      }
    }
  }

  @Test func aChangedOutputIsMended() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      for _ in 0..<3 { _ = try site.build() }
      let before = try site.tree()
      let page = try site.text("public/index.html")
      try site.write(page.replacing("<!DOCTYPE html>", with: "<!DOCTYPE HTML>"), to: "public/index.html")
      #expect(try site.build().changed == 1)
      #expect(try site.tree() == before)
    }
  }

  /// The data files are made a month at a time, and the months that stay are taken from the output.
  @Test func dataFilesAreThoseOfABuildFromTheStart() throws {
    func entry(_ number: Int, _ date: String, title: String = "通知") -> SampleEntry {
      var entry = SampleEntry(number)
      (entry.published, entry.title) = (date, title)
      return entry
    }
    let days = ["2017-11-20", "2017-12-01", "2017-12-31", "2018-01-01", "2018-01-02"]
    let start = zip(1..., days).map { entry($0, $1).at("\($0).md") }.joined()
    try SampleSite.with(start) { site in
      for _ in 0..<2 { _ = try site.build() }
      let changes: [(SampleSite) throws -> Void] = [
        { try $0.write(entry(3, days[2], title: "改了标题").text, to: "content/catalog/3.md") },
        { try $0.write(entry(5, days[4], title: "也改了").text, to: "content/catalog/5.md") },
        { try $0.write(entry(6, "2018-02-01").text, to: "content/catalog/6.md") },
        { try $0.write(entry(7, "2017-10-01").text, to: "content/catalog/7.md") },
        { try $0.write(entry(3, "2018-01-01").text, to: "content/catalog/3.md") },
        { try $0.remove("content/catalog/6.md") },
        { try $0.remove("content/catalog/2.md") },
      ]
      for change in changes {
        try change(site)
        let (_, tree) = try site.cleanBuild(site.options)
        _ = try site.build()
        #expect(try site.tree() == tree)
      }
    }
  }

  /// Bytes of the cache all over it are others, or missing; the other two files are as they should be.
  @Test(arguments: ["outcome", "sources", "outputs"])
  func aDamagedCacheIsNoCache(_ kind: String) throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      for _ in 0..<3 { _ = try site.build() }
      let before = try site.tree()
      let cache = try site.tree(".gongkai")
      let name = try #require(cache.keys.first { $0.hasSuffix(kind) })
      let whole = try #require(cache[name])
      for position in stride(from: 0, to: whole.count, by: max(1, whole.count / 6)) {
        var damaged = whole
        damaged[position] ^= 1
        for bytes in [damaged, whole.prefix(position)] {
          for (name, bytes) in cache { try bytes.write(to: URL(fileURLWithPath: "\(site.folder)/.gongkai/\(name)")) }
          // With it the other two would not be looked at.
          try site.remove(".gongkai/\(name.replacing(kind, with: "outcome"))")
          try bytes.write(to: URL(fileURLWithPath: "\(site.folder)/.gongkai/\(name)"))
          let outcome = try site.build()
          #expect(stages(outcome) != [.cache], "byte \(position)")
          #expect(try site.tree() == before)
        }
      }
    }
  }

  @Test func onlyWhatFollowsFromAChangeIsMade() throws {
    try SampleSite.with(SampleEntry.many(60)) { site in
      // Twice, as files that are as young as the build are not kept.
      for _ in 0..<2 { _ = try site.build() }
      var entry = SampleEntry(30)
      entry.published = "2018-02-02"
      entry.body = "别的正文。"
      try site.add(entry.at("2018/30.md"))
      // The page, what shows its summary, what is searched, and the manifest.
      let outcome = try site.build()
      #expect(outcome.stages.first { $0.stage == .read }?.bytes == entry.text.utf8.count)
      let made = try #require(outcome.stages.first { $0.stage == .render }?.bytes)
      #expect(try made == site.text("public/\(entry.page)").utf8.count)
    }
  }

  @Test func whatIsNotSearchedAnyMoreIsNotInTheCache() throws {
    func searched(_ site: SampleSite) throws -> Bool {
      let text = try #require("只此一句".data(using: .utf16LittleEndian))
      return try site.tree(".gongkai").values.contains { $0.range(of: text) != nil }
    }
    var entry = SampleEntry(1)
    entry.body = "只此一句。"
    try SampleSite.with(entry.at("2017/a.md") + SampleEntry(2).at("2017/b.md")) { site in
      _ = try site.build()
      #expect(try searched(site))
      entry.body = "另一句。"
      try site.add(entry.at("2017/a.md"))
      _ = try site.build()
      #expect(try !searched(site))
      entry.body = "只此一句。"
      try site.add(entry.at("2017/a.md"))
      _ = try site.build()
      #expect(try searched(site))
      try site.write(site.text("site.yml") + "检索: {启用: 否}\n", to: "site.yml")
      _ = try site.build()
      #expect(try !searched(site))
    }
  }

  /// Bytes of the index in the cache are others, or missing, or those of another build.
  @Test func aDamagedIndexIsNoIndex() throws {
    try SampleSite.with(SampleEntry.many(20)) { site in
      var entry = SampleEntry(1)
      func build(_ text: String) throws -> [String: Data] {
        entry.body = text
        try site.add(entry.at("2018/1.md"))
        _ = try site.build()
        return try site.tree()
      }
      _ = try build("第一种说法。")
      let name = try #require(try site.tree(".gongkai").keys.first { $0.hasSuffix("search") })
      let other = try #require(try site.tree(".gongkai")[name])
      _ = try build("第二种说法。")
      let whole = try #require(try site.tree(".gongkai")[name])
      let clean = try build("第三种说法。")
      let cuts = stride(from: 0, to: whole.count, by: max(1, whole.count / 6)).map { whole.prefix($0) }
      for bytes in [other] + cuts {
        _ = try build("第二种说法。")
        try bytes.write(to: URL(fileURLWithPath: "\(site.folder)/.gongkai/\(name)"))
        #expect(try build("第三种说法。") == clean)
      }
    }
  }

  @Test func onlyTheSearchFilesThatCanHaveChangedAreMade() throws {
    try SampleSite.with(SampleEntry.many(60)) { site in
      for _ in 0..<2 { _ = try site.build() }
      let whole = try site.tree("public/search").count
      var entry = SampleEntry(30)
      entry.published = "2018-02-02"
      entry.body = "正文，改过。"
      try site.add(entry.at("2018/30.md"))
      let outcome = try site.build()
      let made = try #require(outcome.stages.first { $0.stage == .search }?.bytes)
      let all = try site.tree("public/search").values.reduce(0) { $0 + $1.count }
      #expect(whole > 10 && made > 0 && made * 2 < all)
    }
  }

  @Test func withheldTextIsNotInTheCache() throws {
    var entry = SampleEntry(1, title: "不得外传的标题")
    entry.disclosure = "不予公开"
    entry.body = "不得外传的正文。"
    try SampleSite.with(entry.at("2017/a.md") + SampleEntry(2).at("2017/b.md")) { site in
      for _ in 0..<2 { _ = try site.build() }
      for (_, bytes) in try site.tree(".gongkai") {
        for encoding in [String.Encoding.utf8, .utf16LittleEndian] {
          #expect(bytes.range(of: try #require("不得外传".data(using: encoding))) == nil)
        }
      }
    }
  }
}
