import Build
import Dispatch
import Foundation
import Testing

/// How a built site takes the place of the one before it.
@Suite struct PublishingTests {
  private static let broken = "-- content/pages/about.md --\n---\n标题: 说明\n---\n[失效](nowhere.md)\n"

  @Test func buildsAreTheSameByteForByte() throws {
    let entries = SampleEntry.many(70)
    let first = try SampleSite.with(entries) { site in
      #expect(try site.build(jobs: 1).summary.errors == 0)
      #expect(try site.build(output: "other", jobs: 2).summary.errors == 0)
      #expect(try site.tree() == site.tree("other"))
      return try site.tree()
    }
    let second = try SampleSite.with(entries) { site in
      #expect(try site.build().summary.errors == 0)
      return try site.tree()
    }
    #expect(first == second)
    #expect(first.count > 70)
  }

  @Test func aSecondBuildChangesNothing() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      let first = try site.build()
      #expect(first.changed == first.files && first.files > 0)
      let second = try site.build()
      #expect(second.files == first.files)
      #expect(second.changed == 0 && second.removed == 0)
    }
  }

  @Test func staleFilesAreRemoved() throws {
    let entry = SampleEntry(1)
    try SampleSite.with(entry.at("2017/a.md")) { site in
      #expect(try site.build().summary.errors == 0)
      #expect(site.exists("public/\(entry.page)"))
      try site.write("站长的文件", to: "public/owner.txt")
      try site.remove("content/catalog/2017/a.md")
      #expect(try site.build().removed > 0)
      #expect(!site.exists("public/\(entry.page)"))
      #expect(!site.exists("public/d"), "a folder left empty")
      #expect(try site.text("public/owner.txt") == "站长的文件", "a file that is not of this program's making")
    }
  }

  @Test func aForeignFolderIsRefused() throws {
    try SampleSite.with("-- public/thesis.txt --\n十年心血\n") { site in
      #expect(throws: MachineFailure.self) { try site.build() }
      let tree = try site.tree()
      #expect(tree == ["thesis.txt": Data("十年心血\n".utf8)])
      #expect(!site.exists("public.gongkai-stage"))
    }
  }

  @Test func anErrorLeavesTheOldOutput() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let before = try site.tree()
      try site.add(SampleEntry(2).at("2017/b.md") + Self.broken)
      #expect(try site.build().summary.errors == 1)
      #expect(try site.tree() == before)
      #expect(!site.exists("public.gongkai-stage"))
    }
  }

  @Test func aCheckWritesNothing() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      let before = try site.tree("")
      #expect(try site.check().summary.errors == 0)
      #expect(try site.tree("") == before)
    }
  }

  /// A folder stands where the build wants to write: the disk refuses in the middle of it.
  @Test func aDiskThatRefusesLeavesTheOldOutput() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      _ = try site.build()
      let before = try site.tree()
      try site.add(SampleEntry(2).at("2017/b.md"))
      try site.write("", to: "public.gongkai-texts/occupied")
      #expect(throws: MachineFailure.self) { try site.build() }
      #expect(try site.tree() == before)
      #expect(!site.exists("public.gongkai-stage"))
      #expect(try Verification(folder: site.output).isClean)
    }
  }

  /// What would stop publishing half-way is seen before the first file is moved.
  @Test func aFolderInThePlaceOfAPageLeavesTheOldOutput() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let page = SampleEntry(2).page
      try site.write("", to: "public/\(page)/kept")
      let before = try site.tree()
      try site.add(SampleEntry(2).at("2017/b.md"))
      #expect(throws: MachineFailure.self) { try site.build() }
      #expect(try site.tree() == before)
      try site.remove("public/\(page)")
      #expect(try site.build().summary.errors == 0)
      #expect(try Verification(folder: site.output).isClean)
    }
  }

  @Test func twoBuildsAtOnceTakeTurns() throws {
    try SampleSite.with(SampleEntry.many(30)) { site in
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        #expect(throws: Never.self) { try site.build() }
      }
      #expect(try Verification(folder: site.output).isClean)
      _ = try site.build(output: "other")
      #expect(try site.tree() == site.tree("other"))
    }
  }

  // MARK: - Interruptions

  /// Leaves `public` as a publication of entry 2 that stopped half-way, and answers what it was to become.
  private func interrupt(_ site: SampleSite) throws -> [String: Data] {
    _ = try site.build()
    try site.add(SampleEntry(2).at("2017/b.md"))
    _ = try site.build(output: "next")
    let next = try site.tree("next")
    try site.move("next/manifest.json", to: "public/manifest.json.next")
    try site.move("next/\(SampleEntry(2).page)", to: "public/\(SampleEntry(2).page)")
    try site.move("next", to: "public.gongkai-stage")
    return next
  }

  @Test func anInterruptedPublicationIsToldAndRepaired() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      let next = try interrupt(site)
      let halfway = try Verification(folder: site.output)
      #expect(halfway.isInterrupted && !halfway.isClean)
      #expect(try site.build().summary.errors == 0)
      #expect(try site.tree() == next)
      #expect(try Verification(folder: site.output).isClean)
      #expect(!site.exists("public.gongkai-stage"))
    }
  }

  /// Files that the interrupted publication put in place, and that the next build does not make, go.
  @Test func anInterruptedPublicationLeavesNothingBehind() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      _ = try site.build(output: "first")
      _ = try interrupt(site)
      try site.remove("content/catalog/2017/b.md")
      #expect(try site.build().summary.errors == 0)
      #expect(try site.tree() == site.tree("first"))
    }
  }

  @Test func aFileThatWasTamperedWithIsMended() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      _ = try site.build()
      let before = try site.tree()
      try site.write("改动", to: "public/index.html")
      try site.remove("public/feed.xml")
      #expect(try site.build().changed == 2)
      #expect(try site.tree() == before)
    }
  }

  @Test func verificationNamesEachDifference() throws {
    try SampleSite.with(SampleEntry(1).at("2017/a.md")) { site in
      let files = try site.build().files
      let clean = try Verification(folder: site.output)
      #expect(clean.isClean && clean.intact == files)
      // One byte for another: the size stays.
      let page = try site.text("public/index.html")
      try site.write(page.replacing("<!DOCTYPE html>", with: "<!DOCTYPE HTML>"), to: "public/index.html")
      try site.remove("public/feed.xml")
      try site.write("外来", to: "public/d/extra.html")
      let found = try Verification(folder: site.output)
      #expect(found.changed == ["index.html"])
      #expect(found.missing == ["feed.xml"])
      #expect(found.extra == ["d/extra.html"])
      #expect(found.intact == files - 2)
      #expect(!found.isClean && !found.isInterrupted)
    }
  }
}
