import Foundation
import Testing

@testable import Preview

@Suite struct ServingTests {
  private static let files = [
    "content/catalog/2017/a.md": PreviewedSite.entry(1, title: "第一号通知"),
    "content/catalog/2017/b.md": PreviewedSite.entry(2, title: "还没写完的通知", lines: "草稿: 是", body: "草稿的正文。"),
    "content/catalog/2017/c.md": PreviewedSite.entry(3, title: "内部事务").replacing("主动公开", with: "不予公开"),
    "content/catalog/2017/d/index.md": PreviewedSite.entry(4, title: "有附件的通知"),
    "content/catalog/2017/d/表.csv": "甲,乙\r\n",
  ]

  @Test func pagesDataAndAttachmentsAreServed() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let home = try await site.client.get("/")
      #expect(home.status == 200)
      #expect(home.headers["content-type"] == "text/html; charset=utf-8")
      #expect(home.body.contains("第一号通知"))
      #expect(home.body.contains("/.gongkai/preview.js"))
      #expect(try await site.client.get("/catalog/").body.contains("第一号通知"))
      #expect(try await site.client.get("/d/000000000-2017-00004/%E8%A1%A8.csv").body == "甲,乙\r\n")
      #expect(try await site.client.get("/data/catalog.json").body.contains("\"title\":\"第一号通知\""))
      #expect(try await site.client.get("/search/search.json").status == 200)
      #expect(try await site.client.get("/.gongkai/preview.css").headers["content-type"] == "text/css; charset=utf-8")
      #expect(try await site.client.get("/nowhere.html").status == 404)
      let head = try await site.client.get("/", method: "HEAD")
      #expect(head.body.isEmpty)
      #expect(head.headers["content-length"] == home.headers["content-length"])
      #expect(try await site.client.get("/", method: "POST").status == 405)
      #expect(!FileManager.default.fileExists(atPath: "\(site.folder)/public"))
    }
  }

  @Test func aLongListOfProblemsIsCutButForThoseOfThePage() async throws {
    let pages = (100..<205).map { number in
      ("content/pages/p\(number).md", "---\n标题: 第\(number)页\n颜色: 红\n---\n正文。\n")
    }
    try await PreviewedSite.with(Dictionary(uniqueKeysWithValues: pages)) { site in
      let home = try await site.client.get("/").body
      #expect(home.contains("gongkai check 列出全部"))
      #expect(home.contains("p110.md") && !home.contains("p204.md"))
      let page = try await site.client.get("/pages/p204.html").body
      #expect(page.contains("p204.md") && !page.contains("p203.md"))
      #expect(page.firstRange(of: /\d+ 个[^<]*/).map { page[$0] } == home.firstRange(of: /\d+ 个[^<]*/).map { home[$0] })
    }
  }

  @Test func whatReadersDoNotGetIsMarked() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let list = try await site.client.get("/catalog/index.html").body
      #expect(list.contains("【草稿】还没写完的通知"))
      #expect(list.contains("【不予公开】内部事务"))
      #expect(!list.contains("】第一号通知"))
      #expect(try await site.client.get("/d/000000000-2017-00002.html").body.contains("草稿的正文。"))
    }
  }

  @Test(arguments: [
    "/../site.yml", "/..%2fsite.yml", "/%2e%2e/site.yml", "/%2e%2e%2fsite.yml", "/d/../../site.yml", "//etc/passwd",
    "/.%2e/.%2e/.%2e/etc/passwd", "/content/guide/index.md", "/site.yml", "/%00", "/..\\site.yml",
    "/index.html/../../site.yml",
  ])
  func nothingOutsideTheOutputIsServed(_ path: String) async throws {
    try await PreviewedSite.with(Self.files) { site in
      let answer = try await site.client.get(path)
      #expect(answer.status == 404)
      #expect(!answer.body.contains("主办机构: 示例局"))
      #expect(!answer.body.contains("root:"))
    }
  }

  @Test func symbolicLinksAreNotFollowed() async throws {
    try await PreviewedSite.with(Self.files) { site in
      let events = try site.client.events()
      #expect(try await events.next() == "0")
      let link = "\(site.folder)/content/catalog/2017/d/passwd.txt"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
      #expect(try await events.next() == "1")
      let answer = try await site.client.get("/d/000000000-2017-00004/passwd.txt")
      #expect(answer.status == 404)
      #expect(!answer.body.contains("root:"))
    }
  }

  @Test func aRequestMeantForAnotherHostIsRefused() async throws {
    try await PreviewedSite.with(Self.files) { site in
      for host in ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "10.0.0.8", "", "[::2]"] {
        let status = try await site.client.get("/", host: host).status
        #expect(status == 403, "\(host)")
      }
      for host in ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8000"] {
        let status = try await site.client.get("/", host: host).status
        #expect(status == 200, "\(host)")
      }
    }
  }

  @Test func anotherInterfaceIsReachedByItsAddressAlone() {
    let check = HostCheck(host: "0.0.0.0")
    #expect(check.accepts("10.0.0.8:8000"))
    #expect(check.accepts("[fe80::1]:8000"))
    #expect(check.accepts("localhost:8000"))
    #expect(!check.accepts("evil.example"))
    #expect(!check.accepts("10.0.0.8.evil.example"))
    #expect(!check.accepts("10.0.0.256"))
    #expect(!check.accepts(nil))
  }
}
