import Build
import Chronology
import Disclosure
import Foundation
import Scaffold
import Taxonomy
import Testing

@Suite struct ImportedEntryTests {
  private static let notice = """
    示民字〔2017〕12号

    示例区民政局关于做好社会救助工作的
    通知

    各科室：
    　　为做好社会救助工作，现通知如下。
    一、工作要求
    （一）分工
    每人*负责*一项 <附表>
    项目\t金额
    救助\t100
    二、本通知自印发之日起施行。

    示例局
    2017年5月8日
    """

  @Test func anOfficialDocumentBecomesADraft() throws {
    try SampleSite.with { site in
      let settings = try SiteListing(source: site.folder).settings
      let entry = ImportedEntry(text: Self.notice, name: "通知", taxonomy: settings.taxonomy)
      #expect(entry.title == "示例区民政局关于做好社会救助工作的通知")
      #expect(entry.values[.documentNumber] == "示民字〔2017〕12号")
      #expect(entry.values[.genre] == "通知")
      #expect(entry.values[.publisher] == "示例局")
      #expect(entry.values[.dateCreated] == "2017-05-08")
      #expect(entry.notes.map(\.line) == [13])
      let draft = entry.draft(indexNumber: "000000000/2017-00001", publisher: "示例局", today: try #require(entry.date))
      #expect(draft.path == "content/catalog/2017/000000000-2017-00001.md")
      try NewFile.write([NewFile(draft.path, draft.text)], below: site.folder)
      #expect(try site.build().summary.errors == 0)
      #expect(draft.text.contains("\n## 一、工作要求\n"))
      #expect(draft.text.contains("\n### （一）分工\n"))
      #expect(draft.text.contains("| 项目 | 金额 |\n|---|---|\n| 救助 | 100 |\n"))
      #expect(draft.text.contains("每人\\*负责\\*一项 \\<附表>"))
    }
  }

  /// Merged cells leave blank ones at the ends of rows; tabs also indent paragraphs.
  @Test func blankCellsAtTheEndsOfRowsAreKept() {
    let text = "关于甲的通知\n\t第一段。\n\n表\t\n项目\t金额\n\t100\n\n\t第二段。\n2017年5月8日\n"
    let entry = ImportedEntry(text: text, name: "", taxonomy: .builtIn)
    let draft = entry.draft(indexNumber: "000000000/2017-00001", publisher: "示例局", today: Self.day)
    #expect(draft.text.contains("\n第一段。\n\n| 表 |  |\n|---|---|\n| 项目 | 金额 |\n|  | 100 |\n\n第二段。\n"))
  }

  @Test func noCharacterIsLost() {
    let pieces = [
      "通知", "示民字〔2017〕12号", "2017年5月8日", "一、", "（一）", "1.", "正文。", "\n", "\n\n", "\t", "　", " ", "*", "_", "<b>", "#",
      "- ",
      "\\", "|", "`", "&amp;", "---", "\"", "：", "表", "\r\n", "\u{FEFF}", "示例局", "12)",
    ]
    var seed: UInt64 = 11
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    let taxonomy = Taxonomy.builtIn
    for _ in 0..<2_000 {
      let text = (0..<(next() % 40)).map { _ in pieces[next() % pieces.count] }.joined()
      let entry = ImportedEntry(text: text, name: "文件名", taxonomy: taxonomy)
      let draft = entry.draft(indexNumber: "000000000/2017-00001", publisher: "示例局", today: Self.day)
      let drafted = Self.counts(draft.text)
      let missing = Self.counts(text).filter { drafted[$0.key, default: 0] < $0.value }
      #expect(missing.isEmpty, "\(text)")
    }
  }

  @Test func catalogLinesBecomeDraftsUnderAnyNameOfTheirFields() throws {
    try SampleSite.with { site in
      let csv = """
        信息索引号,名称,文号,公开日期,公文种类,主题分类,备注
        000000000/2017-00003,"关于""甲"",乙的通知",示字〔2017〕3号,2017年5月8日,通知,科技、教育/科技,存档
        ,第二条,,2017/13/40,通告,没有的主题,
        ,,,,,,
        ,,,20170601,,,没有标题
        """
      let catalog = ImportedCatalog(csv: csv, taxonomy: try SiteListing(source: site.folder).settings.taxonomy)
      #expect(catalog.entries.map(\.title) == ["关于\"甲\",乙的通知", "第二条", "（缺标题）"])
      #expect(catalog.entries[0].values[.indexNumber] == "000000000/2017-00003")
      #expect(catalog.entries[0].values[.datePublished] == "2017-05-08")
      #expect(catalog.entries[0].notes.isEmpty)
      #expect(catalog.notes.map(\.line) == [1])
      #expect(catalog.entries[1].notes.map(\.line) == [3, 3])
      #expect(catalog.entries[2].notes.map(\.line) == [5])
      for (i, entry) in catalog.entries.enumerated() {
        let draft = entry.draft(
          indexNumber: entry.values[.indexNumber] ?? "000000000/2017-0001\(i)", publisher: "示例局", today: Self.day)
        try NewFile.write([NewFile(draft.path, draft.text)], below: site.folder)
      }
      #expect(try site.build().summary.errors == 0)
      let second = try site.text("content/catalog/2026/000000000-2017-00011.md")
      #expect(second.contains("# 公开日期: 2017/13/40"))
      #expect(second.contains("# 主题分类: 没有的主题"))
      #expect(try site.text("content/catalog/2017/000000000-2017-00003.md").contains("# 备注: 存档"))
    }
  }

  private static let day = CivilDate(year: 2026, month: 1, day: 1)!  // a day of the calendar

  /// How often each character that is not white space stands in a text.
  private static func counts(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar.value != 0xFEFF {
      counts[scalar, default: 0] += 1
    }
    return counts
  }
}
