import Foundation
import Testing

/// Days of the last change, taken from git: only where the site asks for them and the history is whole.
@Suite struct RevisionDateTests {
  private let entry = SampleEntry(1)
  private let settings = "-- site.yml --\n\(SampleSite.settings)修改日期: 是\n"

  private func git(_ arguments: String..., in folder: String, day: String = "2020-01-01") throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder, "-c", "user.name=测试", "-c", "user.email=test@example.org"] + arguments
    process.environment = ["GIT_AUTHOR_DATE": "\(day)T12:00:00+08:00", "GIT_COMMITTER_DATE": "\(day)T12:00:00+08:00"]
      .merging(ProcessInfo.processInfo.environment) { own, _ in own }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private func commit(_ site: SampleSite, on day: String) throws {
    try git("add", "-A", in: site.folder)
    try git("commit", "-qm", "不给读者看的说明", in: site.folder, day: day)
  }

  @Test func aPageTellsWhenItsFileWasLastChanged() throws {
    try SampleSite.with(settings + entry.at("第一号.md") + SampleEntry(2).at("二.md")) { site in
      try git("init", "-q", in: site.folder)
      try commit(site, on: "2020-03-01")
      var changed = entry
      changed.body = "改过的正文。"
      try site.add(changed.at("第一号.md"))
      try commit(site, on: "2021-06-05")
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      #expect(try site.text("public/\(entry.page)").contains("2021-06-05"))
      #expect(try site.text("public/\(SampleEntry(2).page)").contains("2020-03-01"))
      for (path, bytes) in try site.tree() { #expect(bytes.range(of: Data("不给读者看".utf8)) == nil, "\(path)") }
    }
  }

  @Test func aShallowCloneTellsNothing() throws {
    try SampleSite.with(settings + entry.at("a.md")) { site in
      try git("init", "-q", in: site.folder)
      try commit(site, on: "2020-03-01")
      try site.write("x\n", to: "notes.txt")
      try commit(site, on: "2020-04-01")
      try git("clone", "-q", "--depth", "1", "file://\(site.folder)", "\(site.folder)/clone", in: site.folder)
      #expect(try SampleSite(folder: "\(site.folder)/clone").build().summary.errors == 0)
      let page = try site.text("clone/public/\(entry.page)")
      #expect(!page.contains("最后修改"))
    }
  }

  @Test func withoutARepositoryThereIsNoDate() throws {
    try SampleSite.with(settings + entry.at("a.md")) { site in
      let outcome = try site.build()
      #expect(outcome.summary.errors == 0)
      let page = try site.text("public/\(entry.page)")
      #expect(!page.contains("最后修改"))
    }
  }
}
