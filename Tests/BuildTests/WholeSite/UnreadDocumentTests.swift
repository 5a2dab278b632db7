import Build
import Diagnostics
import Testing

/// A document that could not be read is reported once; what follows from its absence is not.
@Suite struct UnreadDocumentTests {
  /// What stops documents from being read.
  private static let faults: [(text: String, id: String)] = [
    ("-- content/PATH (gb18030) --\n---\n标题: 这份文件是用旧的编码存的\n---\n正文。\n", "source.gb18030"),
    ("-- content/PATH --\n---\n标题: [没有括完\n---\n正文。\n", "yaml.syntax"),
    ("-- content/PATH --\n没有文件头。\n", "front-matter.missing"),
    ("-- content/PATH --\n---\n标题: 甲\n---\n机密★1年\n", "secrecy.mark"),
  ]

  private func ids(_ fault: (text: String, id: String), at path: String, beside text: String) throws -> [String] {
    try SampleSite.with(text + fault.text.replacing("PATH", with: path)) { site in
      SampleSite.ids(try site.check(), beside: "column.empty")
    }
  }

  @Test(arguments: faults.indices)
  func itIsThereForWhatPointsToIt(fault: Int) throws {
    var entry = SampleEntry(1)
    entry.extra = "关联: [{关系: 依据, 文件: 000000000/2017-00002}]"
    entry.body = "见[那份](b.md)和[那份](#000000000/2017-00002)。"
    let columns = ["rules/a.md", "reports/2010.md"].map { path in
      "-- content/\(path) --\n---\n标题: 2010年度报告\n发布日期: 2011-01-01\n年度: 2010\n---\n正文。\n"
    }.joined()
    #expect(
      try ids(Self.faults[fault], at: "catalog/b.md", beside: columns + entry.at("a.md")) == [Self.faults[fault].id])
  }

  @Test(arguments: faults.indices)
  func itIsThereForItsColumn(fault: Int) throws {
    let found = try ids(Self.faults[fault], at: "rules/a.md", beside: SampleEntry(1).at("a.md"))
    #expect(found.sorted() == ["column.empty", Self.faults[fault].id].sorted(), "only the reports are missing")
  }

  @Test func itMayBeTheMissingReport() throws {
    let report = "-- content/reports/2010.md --\n---\n标题: 2010年度报告\n发布日期: 2011-01-01\n年度: 2010\n---\n正文。\n"
    #expect(try SampleSite.with(report) { try $0.check().diagnostics.contains { $0.id == "report.late" } })
    let unread = Self.faults[1].text.replacing("PATH", with: "reports/2011.md")
    #expect(try !SampleSite.with(report + unread) { try $0.check().diagnostics.contains { $0.id == "report.late" } })
  }

  @Test func aDocumentThatIsNotThereIsMissedAllTheSame() throws {
    var entry = SampleEntry(1)
    entry.body = "见[那份](c.md)。"
    let rule = "-- content/rules/a.md --\n---\n标题: 甲\n---\n正文。\n"
    #expect(
      try ids(Self.faults[1], at: "catalog/b.md", beside: rule + entry.at("a.md")).contains("markdown.broken-link"))
  }

  @Test func nobodyIsSentToHimselfOrToWhatIsWithheld() throws {
    var entry = SampleEntry(1)
    entry.extra = "关联: [{关系: 依据, 文件: 000000000/2017-00011}]"
    entry.body = "见[那份](#000000000/2017-00011)。"
    var withheld = SampleEntry(10)
    withheld.disclosure = "不予公开"
    try SampleSite.with(entry.at("a.md") + withheld.at("b.md")) { site in
      let found = try site.check().diagnostics.filter { ["relation.unknown", "markdown.broken-link"].contains($0.id) }
      #expect(found.count == 2)
      #expect(found.flatMap(\.fixes).compactMap(\.replacement).isEmpty)
    }
  }
}
