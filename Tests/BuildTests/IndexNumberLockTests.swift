import Build
import Chronology
import Diagnostics
import Disclosure
import Testing

/// The record of published index numbers.
@Suite struct IndexNumberLockTests {
  private static let site = SampleEntry(1).at("2017/a.md") + SampleEntry(2).at("2017/b.md")

  private func lock(_ site: SampleSite) throws -> Int {
    var options = BuildOptions()
    options.source = site.folder
    return try IndexNumberLock.update(options).added
  }

  private func ids(_ site: SampleSite) throws -> [String] {
    try site.check().diagnostics.map(\.id).filter { $0.hasPrefix("index-number.") }.sorted()
  }

  @Test func recordsWhatIsPublicOnce() throws {
    var withheld = SampleEntry(3, title: "内部材料")
    withheld.disclosure = "不予公开"
    try SampleSite.with(Self.site + withheld.at("2017/c.md")) { site in
      #expect(try ids(site).isEmpty)
      #expect(try lock(site) == 2)
      let text = try site.text("index-numbers.txt")
      #expect(!text.contains(withheld.number) && !text.contains("c.md"))
      #expect(try lock(site) == 0)
      #expect(try site.text("index-numbers.txt") == text)
      #expect(try ids(site).isEmpty)
    }
  }

  @Test func aRenamedFileOrACorrectedTitleKeepsItsNumber() throws {
    try SampleSite.with(Self.site) { site in
      _ = try lock(site)
      try site.move("content/catalog/2017/a.md", to: "content/catalog/renamed.md")
      #expect(try ids(site).isEmpty)
      try site.add(SampleEntry(2, title: "更正后的标题").at("2017/b.md"))
      #expect(try ids(site).isEmpty)
      #expect(try lock(site) == 0)
      #expect(try site.text("index-numbers.txt").contains("content/catalog/renamed.md"))
    }
  }

  @Test(arguments: ["2017/a.md", "2017/moved.md"])
  func aChangedNumberIsAnError(path: String) throws {
    try SampleSite.with(Self.site) { site in
      _ = try lock(site)
      try site.remove("content/catalog/2017/a.md")
      var entry = SampleEntry(1)
      entry.number = "000000000/2017-00009"
      try site.add(entry.at(path))
      let found = try site.check().diagnostics.filter { $0.id == "index-number.changed" }
      #expect(found.count == 1)
      #expect(found.first?.fixes.first?.replacement == "000000000/2017-00001")
      #expect(try site.build().summary.errors == 1)
      #expect(try lock(site) == 0)
    }
  }

  @Test func aNumberIsNeverGivenAgain() throws {
    try SampleSite.with(Self.site) { site in
      _ = try lock(site)
      try site.remove("content/catalog/2017/a.md")
      #expect(try ids(site).isEmpty, "what is withdrawn is no error")
      var other = SampleEntry(1, title: "另一份文件")
      try site.add(other.at("2017/other.md"))
      #expect(try ids(site) == ["index-number.reused"])
      let listing = try SiteListing(source: site.folder)
      let day = try #require(CivilDate(year: 2017, month: 6, day: 1))
      #expect(IndexNumberIssuer(listing.settings).next(on: day, taken: listing.indexNumbers) == "000000000/2017-00003")
      try site.remove("content/catalog/2017/other.md")
      other.number = "000000000/2017-00003"
      try site.add(other.at("2017/other.md"))
      #expect(try ids(site) == ["index-number.unlocked"])
    }
  }

  @Test func mergesOfTwoPeopleAreRead() throws {
    try SampleSite.with(Self.site) { site in
      _ = try lock(site)
      let text = try site.text("index-numbers.txt")
      try site.write(text + "<<<<<<< HEAD\n", to: "index-numbers.txt")
      #expect(try ids(site) == ["index-number.lock"])
    }
  }
}
