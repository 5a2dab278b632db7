import Build
import Foundation
import Testing

/// Builds after builds: whatever happened in between, the output is that of a build from the start.
@Suite struct IncrementalTests {
  /// Builds as an editor would, once more, and from the start; all three agree.
  private func expectCleanEquality(_ site: SampleSite, _ what: String) throws {
    let incremental = try site.build()
    let again = try site.build()
    try? FileManager.default.removeItem(atPath: "\(site.folder)/.gongkai")
    try? FileManager.default.removeItem(atPath: "\(site.folder)-clean")
    defer { try? FileManager.default.removeItem(atPath: "\(site.folder)-clean") }
    let name = (site.folder as NSString).lastPathComponent
    let clean = try site.build(output: "../\(name)-clean")
    for outcome in [incremental, again] {
      #expect(outcome.diagnostics == clean.diagnostics, "\(what)")
      #expect(outcome.summary == clean.summary, "\(what)")
    }
    guard clean.summary.errors == 0 else { return }
    #expect(try site.tree() == site.tree("../\(name)-clean"), "\(what)")
    #expect(again.changed == 0 && again.removed == 0 && again.files == clean.files, "\(what)")
  }

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

  @Test func diagnosticsAreRememberedWithTheirQuotes() throws {
    var entry = SampleEntry(1)
    entry.extra = "内容概述: 第1号通知"
    try SampleSite.with(entry.at("2017/a.md") + "-- content/pages/a.md --\n---\n标题: 说明\n---\n## 一\n\n#### 二\n") { site in
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

  /// Every byte of the cache in turn is another one, and every length shorter.
  @Test func aDamagedCacheIsNoCache() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      for _ in 0..<3 { _ = try site.build() }
      let before = try site.tree()
      let name = try #require(try site.tree(".gongkai").keys.first)
      let whole = try #require(try site.tree(".gongkai")[name])
      for position in stride(from: 0, to: whole.count, by: max(1, whole.count / 12)) {
        var damaged = whole
        damaged[position] ^= 1
        for bytes in [damaged, whole.prefix(position)] {
          try bytes.write(to: URL(fileURLWithPath: "\(site.folder)/.gongkai/\(name)"))
          let outcome = try site.build()
          #expect(stages(outcome) != [.cache], "byte \(position)")
          #expect(try site.tree() == before)
        }
      }
    }
  }

  @Test func withheldTextIsNotInTheCache() throws {
    var entry = SampleEntry(1, title: "不得外传的标题")
    entry.disclosure = "不予公开"
    entry.body = "不得外传的正文。"
    try SampleSite.with(entry.at("2017/a.md") + SampleEntry(2).at("2017/b.md")) { site in
      for _ in 0..<2 { _ = try site.build() }
      for (_, bytes) in try site.tree(".gongkai") {
        #expect(bytes.range(of: Data("不得外传".utf8)) == nil)
      }
    }
  }

  @Test func anySequenceOfChangesGivesTheCleanOutput() throws {
    try SampleSite.with(SampleEntry.many(30)) { site in
      var random = SequenceOfChanges(site: site, seed: 2019_0515)
      for _ in 0..<24 {
        let what = try random.change()
        try expectCleanEquality(site, what)
      }
    }
  }
}

/// Changes a sample site as editors do, in an order that a seed decides.
private struct SequenceOfChanges {
  let site: SampleSite
  private var state: UInt64
  private var files: [Int] = Array(1...30)
  private var next = 31

  init(site: SampleSite, seed: UInt64) {
    self.site = site
    state = seed
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// Makes one change and says which.
  mutating func change() throws -> String {
    switch below(9) {
    case 0, 1: return try rewrite("body") { entry, _ in entry.body += "又一段。" }
    case 2: return try rewrite("title") { entry, _ in entry.title += "（修订）" }
    case 3: return try rewrite("date") { $0.published = "2019-0\(1 + $1 % 9)-11" }
    case 4:
      files.append(next)
      try site.add(SampleEntry(next).at("2018/\(next).md"))
      next += 1
      return "added \(next - 1)"
    case 5:
      let file = files.remove(at: below(files.count))
      try site.remove("content/catalog/2018/\(file).md")
      return "removed \(file)"
    case 6:
      let file = files[below(files.count)]
      let text = try site.text("content/catalog/2018/\(file).md")
      try site.remove("content/catalog/2018/\(file).md")
      files.removeAll { $0 == file }
      try site.write(text, to: "content/catalog/2018/moved-\(next).md")
      next += 1
      return "renamed \(file)"
    case 7:
      try site.write(SampleSite.settings + "说明: 第\(next)版\n", to: "site.yml")
      next += 1
      return "changed site.yml"
    default:
      try site.write("代码: kind\(next)\n名称: 种类\(next)\n词条: [{代码: a, 名称: 甲}]\n", to: "taxonomy/kind.yml")
      try site.write("{{<layout}}{{$main}}<p>\(next)</p>{{/main}}{{/layout}}\n", to: "themes/default/templates/404.mustache")
      next += 1
      return "changed taxonomy and theme"
    }
  }

  private mutating func rewrite(_ what: String, _ edit: (inout SampleEntry, Int) -> Void) throws -> String {
    let file = files[below(files.count)]
    var entry = SampleEntry(file)
    edit(&entry, below(100))
    try site.add(entry.at("2018/\(file).md"))
    return "\(what) of \(file)"
  }
}
