import Testing

@testable import Search

/// What the reader's module answers, asked through Node.
@Suite(.enabled(if: TemporarySite.hasNode)) struct ReaderTests {
  struct Request: Encodable {
    var op = "search"
    var query: String
    var options = Options()
  }

  struct Options: Encodable {
    var limit = 10
    var offset = 0
    var filters: [String: [String]] = [:]
    var sort = "relevance"
  }

  struct Answer: Decodable {
    var total: Int
    var exact: Bool
    var results: [Result]
    var note: String?
  }

  struct Result: Decodable {
    var url: String
    var title: String
    var titleHTML: String
    var excerpt: String
    var date: String
    var publisher: String
    var numbers: [String]
  }

  struct Facet: Decodable {
    var name: String
    var values: [Value]
  }

  struct Value: Decodable {
    var value: String
    var count: Int
  }

  private static func entry(
    _ id: String, _ date: String, _ title: String, _ text: String, theme: String = "农业"
  ) -> Sample {
    Sample(
      SearchEntry(key: id, date: date, title: title), url: "d/\(id).html",
      numbers: ["示发〔\(date.prefix(4))〕\(id)号"], text: text, facets: [.init(name: "theme", value: theme)])
  }

  private static func site(_ options: SearchOptions = SearchOptions()) throws -> TemporarySite {
    let all = [
      entry("1", "2018-03-05", "关于科技活动周的通知", "各科室：请组织参加科技活动周，做好社会保险宣传。"),
      entry("2", "2019-07-01", "社会保险办事指南", "办理社会保险登记须知。<script>alert(1)</script>", theme: "社保"),
      entry("3", "2019-08-01", "繁體文件", "國務院關於開展科技工作的通知", theme: "科技/信息"),
      entry("4", "2020-01-09", "社保缴费公告", "缴费时间为每月十日。", theme: "社保"),
      entry("5", "2020-02-09", "综合文件", "教育。" + String(repeating: "段落内容，", count: 500) + "科技活动周在此。"),
    ]
    return try TemporarySite(try files(of: all, options: options))
  }

  private static func ask(
    _ query: String, _ options: Options = Options(), _ site: borrowing TemporarySite
  ) throws -> Answer {
    try site.ask([Request(query: query, options: options)], as: Answer.self)[0]
  }

  private static func names(_ answer: Answer) -> [String] {
    answer.results.map { $0.url.split(separator: "/").last.map(String.init) ?? "" }
  }

  @Test func titlesComeFirst() throws {
    let answer = try Self.ask("社会保险", Options(), try Self.site())
    #expect(Self.names(answer) == ["2.html", "1.html"])
    #expect(answer.total == 2 && answer.exact && answer.note == nil)
    #expect(answer.results[0].titleHTML == "<mark>社会保险</mark>办事指南")
    #expect(answer.results[1].excerpt.contains("做好<mark>社会保险</mark>宣传"))
    #expect(answer.results[1].date == "2018-03-05" && answer.results[1].publisher == "示例局")
  }

  @Test func theNewestOfEachNameComesFirst() throws {
    let all = [
      Self.entry("1", "2021-01-04", "供水条例", ""), Self.entry("2", "2019-01-04", "供水条例", ""),
      Self.entry("3", "2020-05-06", "市供水条例 第二章（一）", ""), Self.entry("4", "2020-05-06", "市供水条例（二）", ""),
    ]
    let site = try TemporarySite(try files(of: all))
    #expect(Self.names(try Self.ask("供水条例", Options(), site)) == ["1.html", "3.html", "2.html", "4.html"])
  }

  @Test(arguments: [
    ("示发[2019]2号", ["2.html"]), ("〔２０１９〕", ["3.html", "2.html"]), ("国务院", ["3.html"]), ("國務院關於", ["3.html"]),
    ("科技活动周 宣传", ["1.html"]), ("社会　保险", ["2.html", "1.html"]), ("科技 段落", ["5.html"]), ("教育。段", ["5.html"]),
  ])
  func finds(query: String, urls: [String]) throws {
    #expect(Self.names(try Self.ask(query, Options(), try Self.site())) == urls)
  }

  @Test func filtersSortsAndPages() throws {
    let site = try Self.site()
    let byTheme = try Self.ask("科技", Options(filters: ["theme": ["科技/信息"]]), site)
    #expect(Self.names(byTheme) == ["3.html"])
    let byYear = try Self.ask("社会保险", Options(filters: ["year": ["2018", "2017"]]), site)
    #expect(Self.names(byYear) == ["1.html"])
    #expect(Self.names(try Self.ask("的通知", Options(sort: "date"), site)) == ["3.html", "1.html"])
    let second = try Self.ask("科技", Options(limit: 1, offset: 1), site)
    #expect(second.total == 3 && second.results.count == 1)
    #expect(Self.names(try Self.ask("", Options(filters: ["theme": ["社保"]]), site)) == ["4.html", "2.html"])
    #expect(try Self.ask("社会保险", Options(filters: ["unknown": ["x"]]), site).note == "nothing")
  }

  @Test func facetsAreCountedWithinTheResults() throws {
    let site = try Self.site()
    let within = try site.ask([Request(op: "facets", query: "科技")], as: [Facet].self)[0]
    let theme = try #require(within.first { $0.name == "theme" })
    #expect(theme.values.reduce(into: [:]) { $0[$1.value] = $1.count } == ["农业": 2, "科技/信息": 1])
    let options = Options(filters: ["theme": ["农业"], "year": ["2018"]])
    let filtered = try site.ask([Request(op: "facets", query: "科技", options: options)], as: [Facet].self)[0]
    let counts = Dictionary(
      uniqueKeysWithValues: filtered.map { ($0.name, $0.values.map { "\($0.value) \($0.count)" }) })
    #expect(counts["theme"] == ["农业 1"])
    #expect(counts["year"] == ["2020 1", "2018 1"])
    let whole = try site.ask([Request(op: "facets", query: "")], as: [Facet].self)[0]
    let years = try #require(whole.first { $0.name == "year" })
    #expect(years.values.map(\.value) == ["2020", "2019", "2018"])
    #expect(years.values.map(\.count) == [2, 2, 1])
  }

  @Test func synonymsAreLookedUpTogether() throws {
    let site = try Self.site(SearchOptions(synonyms: [["社保", "社会保险"]]))
    #expect(Set(Self.names(try Self.ask("社保", Options(), site))) == ["1.html", "2.html", "4.html"])
    #expect(Self.names(try Self.ask("社保", Options(), try Self.site())) == ["4.html"])
  }

  @Test(arguments: [
    ("", "empty"), (" \u{3000}\n", "empty"), ("\u{0}\u{1F}\u{200B}", "empty"), ("，。！？", "nothing"),
    ("🙂👨‍👩‍👧", "nothing"),
    ("<img src=x onerror=alert(1)>", "nothing"), ("不存在的词", "nothing"),
    ("\\u0000\"'`${}", "nothing"), ("__proto__", "nothing"),
    (String(repeating: "长", count: 10_000), "too-long"),
    (String(repeating: "a ", count: 5_000), "too-long"),
  ])
  func oddQueriesGetASentence(query: String, note: String) throws {
    let answer = try Self.ask(query, Options(), try Self.site())
    #expect(answer.note == note)
    #expect(answer.results.isEmpty)
  }

  @Test func markupInTextsIsEscaped() throws {
    let answer = try Self.ask("alert(1)", Options(), try Self.site())
    #expect(answer.total == 1)
    #expect(!answer.results[0].excerpt.contains("<script"))
    #expect(answer.results[0].excerpt.contains("<mark>alert(1)</mark>"))
  }

  @Test func oddOptionsDoNoHarm() throws {
    let site = try Self.site()
    #expect(try Self.ask("社会保险", Options(limit: -3, offset: -9), site).total == 2)
    #expect(try Self.ask("社会保险", Options(limit: 10, offset: 99), site).results.isEmpty)
    #expect(try Self.ask("社会保险", Options(filters: ["__proto__": []], sort: "?"), site).total == 2)
  }

  @Test func aMissingIndexIsSaid() throws {
    let site = try TemporarySite([:])
    #expect(try Self.ask("社会", Options(), site).note == "unreachable")
  }
}
