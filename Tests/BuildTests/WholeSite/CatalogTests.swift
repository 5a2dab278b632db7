import Build
import Disclosure
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Lists of entries, for readers and for programs.
@Suite struct CatalogTests {
  @Test func termPagesCountChildrenUnderTheirParent() throws {
    var other = SampleEntry(3)
    other.theme = "科技、教育/教育"
    let text = SampleEntry(1).at("2017/a.md") + SampleEntry(2).at("2017/b.md") + other.at("2017/c.md")
    try SampleSite.with(text) { site in
      #expect(try site.build().summary.errors == 0)
      let facets = try facets(site)
      #expect(facets["科技、教育"]?.count == 3)
      #expect(facets["科技"]?.count == 2)
      #expect(facets["教育"]?.count == 1)
      let parent = try site.text("public/catalog/\(try #require(facets["科技、教育"]).path)")
      for ordinal in 1...3 { #expect(parent.contains("第\(ordinal)号通知")) }
      let child = try site.text("public/catalog/\(try #require(facets["科技"]).path)")
      #expect(child.contains("第1号通知") && child.contains("第2号通知") && !child.contains("第3号通知"))
    }
  }

  /// The ways into the catalog by their names: where they lead, and how many entries they promise.
  private func facets(_ site: SampleSite) throws -> [String: (path: String, count: Int)] {
    let page = try site.text("public/catalog/index.html")
    let links = page.matches(of: /<a href="\.\.\/catalog\/([^"]+)">([^<（]+)（(\d+)）<\/a>/)
    return Dictionary(
      links.map { (String($0.2), (String($0.1), Int($0.3) ?? 0)) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func pagesAreNumberedFromTheOldest() throws {
    try SampleSite.with(SampleEntry.many(45)) { site in
      #expect(try site.build().summary.errors == 0)
      let before = try site.tree()
      let oldest = String(decoding: try #require(before["catalog/page-1.html"]), as: UTF8.self)
      #expect(titles(in: oldest) == (1...20).reversed().map { "第\($0)号通知" })
      let newest = String(decoding: try #require(before["catalog/index.html"]), as: UTF8.self)
      #expect(titles(in: newest) == (21...45).reversed().map { "第\($0)号通知" })
      #expect(before["catalog/page-2.html"] == nil)

      var next = SampleEntry(46)
      next.published = "2018-12-01"
      try site.add(next.at("2018/46.md"))
      #expect(try site.build().summary.errors == 0)
      let after = try site.tree()
      #expect(after["catalog/page-1.html"] == before["catalog/page-1.html"])
      #expect(after["catalog/index.html"] != before["catalog/index.html"])
    }
  }

  private func titles(in page: String) -> [String] { page.matches(of: /第\d+号通知(?=<\/a>)/).map { String($0.0) } }

  // MARK: - Data files

  private struct CatalogFile: Decodable {
    let version: Int
    let generator: String
    let entries: [[String: Value]]
  }

  private enum Value: Decodable, Equatable {
    case text(String), texts([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .texts(try container.decode([String].self))
      }
    }
  }

  @Test func catalogIsJSONUnderTheRegistrysKeys() throws {
    var entry = SampleEntry(1, title: "关于“引号”和\\反斜杠的通知")
    entry.extra = "关键词: [科普, 活动]"
    try SampleSite.with(entry.at("2017/a.md") + SampleEntry(2).at("2017/b.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let file = try JSONDecoder().decode(CatalogFile.self, from: try #require(try site.tree()["data/catalog.json"]))
      #expect(file.version == 1 && file.generator == generator)
      #expect(file.entries.count == 2)
      let keys = Set(DocumentField.allCases.map(\.field.key) + ["id", "url"])
      for record in file.entries { #expect(keys.isSuperset(of: record.keys)) }
      let record = try #require(file.entries.first { $0["index_number"] == .text(entry.number) })
      #expect(record["title"] == .text(entry.title))
      #expect(record["url"] == .text(entry.page))
      #expect(record["publisher"] == .text("示例局"))
      #expect(record["date_created"] == .text("2017-05-08"))
      #expect(record["disclosure"] == .text("主动公开"))
      #expect(record["validity"] == .text("现行有效"))
      #expect(record["keywords"] == .texts(["科普", "活动"]))
    }
  }

  @Test func relationsNameWhatReadersCanSee() throws {
    var entry = SampleEntry(1)
    entry.extra = "关联: [{关系: 废止, 文件: 000000000/2017-00002}, {关系: 依据, 文件: 000000000/2017-00003}]"
    var withheld = SampleEntry(3)
    withheld.disclosure = "不予公开"
    withheld.extra = "不予公开理由: 属于国家秘密"
    try SampleSite.with(entry.at("a.md") + SampleEntry(2).at("b.md") + withheld.at("c.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let catalog = try site.text("public/data/catalog.json")
      let relation = #"{"kind":"repeals","target":"000000000/2017-00002","url":"d/000000000-2017-00002.html"}"#
      #expect(catalog.contains("\"relations\":[\(relation)]"))
      #expect(!catalog.contains("2017-00003"))
    }
  }

  @Test func catalogHasALineForEachEntry() throws {
    var entry = SampleEntry(2, title: "甲, 乙")
    entry.extra = "内容概述: =1+1"
    try SampleSite.with(SampleEntry(1).at("2017/a.md") + entry.at("2017/b.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let table = try site.text("public/data/catalog.csv")
      #expect(table.unicodeScalars.first == "\u{FEFF}")
      let rows = table.components(separatedBy: "\r\n")
      #expect(rows.count == 4 && rows.last == "")
      #expect(rows[0].contains("索引号") && rows[0].contains("发布机构"))
      #expect(rows.contains { $0.hasPrefix("\"甲, 乙\",") && $0.contains(",'=1+1,") })
    }
  }

  @Test func feedIsWellFormed() throws {
    let entry = SampleEntry(1, title: "甲 & 乙 <丙>")
    try SampleSite.with(entry.at("2017/a.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let titles = TitleCollector()
      let parser = XMLParser(data: try #require(try site.tree()["feed.xml"]))
      parser.delegate = titles
      #expect(parser.parse())
      #expect(titles.found.contains(entry.title))
    }
  }

  private final class TitleCollector: NSObject, XMLParserDelegate {
    private(set) var found: [String] = []
    private var title: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { if name == "title" { title = "" } }

    func parser(_ parser: XMLParser, foundCharacters string: String) { title? += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if let title { found.append(title) }
      title = nil
    }
  }
}
