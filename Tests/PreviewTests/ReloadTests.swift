import Foundation
import Testing

@Suite struct ReloadTests {
  private static let page = "/d/000000000-2017-00001.html"
  private static let path = "content/catalog/2017/a.md"
  private static let files = [path: PreviewedSite.entry(1, title: "第一号通知")]

  @Test(arguments: [nil, Duration.milliseconds(100)])
  func aChangeIsAnEventAndTheNextPageHasIt(_ poll: Duration?) async throws {
    try await PreviewedSite.with(Self.files, poll: poll) { site in
      let events = try site.client.events()
      #expect(try await events.next() == "0")
      #expect(try await site.client.get(Self.page).body.contains("data-generation=\"0\""))

      try site.write(PreviewedSite.entry(1, title: "改过的题目"), to: Self.path)
      #expect(try await events.next() == "1")
      let changed = try await site.client.get(Self.page).body
      #expect(changed.contains("改过的题目"))
      #expect(changed.contains("data-generation=\"1\""))
    }
  }

  @Test func filesInNewFoldersAndRemovedFilesAreSeen() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let events = try site.client.events()
      _ = try await events.next()
      try site.write(PreviewedSite.entry(2, title: "新文件夹里的"), to: "content/catalog/2018/深/b.md")
      // The folder may be seen before the file in it.
      while try await !site.client.get("/catalog/").body.contains("新文件夹里的") { _ = try await events.next() }
      try FileManager.default.removeItem(atPath: "\(site.folder)/content/catalog/2018")
      while try await site.client.get("/catalog/").body.contains("新文件夹里的") { _ = try await events.next() }
      #expect(try await site.client.get("/d/000000000-2017-00002.html").status == 404)
    }
  }

  @Test func editorsTemporaryFilesAreNoChange() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let events = try site.client.events()
      _ = try await events.next()
      try site.write("x", to: "content/catalog/2017/.a.md.swp")
      try site.write("x", to: "content/catalog/2017/a.md~")
      try site.write("x", to: "public/index.html")
      try site.write(PreviewedSite.entry(1, title: "改过的题目"), to: Self.path)
      #expect(try await events.next() == "1")
      #expect(try await site.client.get(Self.page).body.contains("改过的题目"))
    }
  }

  @Test func errorsAreAPanelOverTheLastGoodPage() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let good = try await site.client.get(Self.page).body
      #expect(good.contains("第一号通知"))
      #expect(!good.contains("个错误"))
      let events = try site.client.events()
      _ = try await events.next()

      try site.write(PreviewedSite.entry(1, title: "[没有结束的括号"), to: Self.path)
      #expect(try await events.next() == "1")
      let broken = try await site.client.get(Self.page)
      #expect(broken.status == 200)
      #expect(broken.body.contains("第一号通知"))
      #expect(broken.body.contains("1 个错误"))
      // The text of the terminal: place, sentence, identifier.
      #expect(broken.body.contains("content/catalog/2017/a.md:"))
      #expect(broken.body.contains("[yaml."))

      try site.write(PreviewedSite.entry(1, title: "改好了"), to: Self.path)
      #expect(try await events.next() == "2")
      let mended = try await site.client.get(Self.page).body
      #expect(mended.contains("改好了"))
      #expect(!mended.contains("个错误"))
    }
  }

  @Test func aPageNeverSeenGoodSaysWhy() async throws {
    let files = [Self.path: "没有文件头\n"]
    try await PreviewedSite.with(files) { site in
      let answer = try await site.client.get(Self.page)
      #expect(answer.status == 404)
      #expect(answer.body.contains("front-matter.missing"))
    }
  }

  @Test func linksThatLeadNowhereAreShownOnTheirPage() async throws {
    let text = PreviewedSite.entry(1, title: "甲", body: "[乙](b.md)")
    try await PreviewedSite.with([Self.path: text]) { site in
      let (page, home) = (try await site.client.get(Self.page).body, try await site.client.get("/").body)
      #expect(page.contains("markdown.broken-link"))
      #expect(!home.contains("markdown.broken-link"))
    }
  }

  @Test func aMissingSettingsFileIsNoCrash() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let events = try site.client.events()
      _ = try await events.next()
      try FileManager.default.removeItem(atPath: "\(site.folder)/site.yml")
      #expect(try await events.next() == "1")
      #expect(try await site.client.get("/").body.contains("site.no-settings"))
    }
  }
}
