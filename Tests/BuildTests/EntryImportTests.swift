import Build
import Chronology
import Foundation
import Scaffold
import Testing

/// Files as offices have them become drafts: none is lost, none overwrites another.
@Suite struct EntryImportTests {
  private static let files = """
    -- in/1.关于会议的通知.txt (gb18030) --
    示例局关于召开会议的通知
    各科室：
    会议定于五月二十日召开，请“准时”参加①。
    2017年5月8日
    -- in/目录/旧目录.csv (gb18030) --
    索引号,名称,发布日期
    000000000/2017-00001,关于一月工作的通知,2017-01-10
    ,关于二月工作的通知,2017-02-10
    000000000/2017-00001,关于重号的通知,2017-03-10
    000000000-2017-00001,关于同名的通知,2017-04-10
    -- in/目录/空.txt --
    -- in/目录/~$缓存.docx --
    -- in/照片.jpg (bytes: ff d8 ff) --

    """

  @Test func aFolderOfMixedFilesBecomesDrafts() throws {
    try SampleSite.with(Self.files) { site in
      let hasWordFile = try WordFile.write(
        """
        <p>示例局关于科技活动周的通知</p><p>各科室：</p><p>安排如下。</p>
        <table><tr><td>项目</td><td>地点</td></tr><tr><td rowspan=2>讲座</td><td>文化馆</td></tr><tr><td>图书馆</td></tr></table>
        <p>2017年5月9日</p>
        """, to: "\(site.folder)/in/活动.docx")
      let sources = try site.tree("in")
      let (files, notes) = try importing(site)
      #expect(files.count == (hasWordFile ? 5 : 4))
      #expect(notes.contains("旧目录.csv:4") && notes.contains("旧目录.csv:5") && notes.contains("空.txt:1"))
      let drafts = try site.tree("content/catalog").values.map { String(decoding: $0, as: UTF8.self) }
      #expect(drafts.count == files.count)
      for words in [
        "标题: 示例局关于召开会议的通知", "请“准时”参加①。", "关于一月工作的通知", "关于二月工作的通知", "标题: 空",
      ] {
        #expect(drafts.count { $0.contains(words) } == 1, "\(words) in \(drafts)")
      }
      let wordFile = drafts.filter { $0.contains("示例局关于科技活动周的通知") }
      #expect(wordFile.count == (hasWordFile ? 1 : 0))
      #expect(wordFile.allSatisfy { $0.contains("| 项目 | 地点 |\n|---|---|\n| 讲座 | 文化馆 |\n|  | 图书馆 |\n") })
      #expect(try site.tree("in") == sources)
      #expect(try site.build().summary.errors == 0)
    }
  }

  /// The number that comes next is an entry's own, further down.
  @Test func ownNumbersAreNotGivenToOthers() throws {
    let files = """
      -- in/1.txt --
      关于甲的通知
      2017年5月8日
      -- in/2.csv --
      索引号,名称
      000000000/2017-00001,关于乙的通知

      """
    try SampleSite.with(files) { site in
      let (files, _) = try importing(site)
      #expect(
        files.map(\.path) == [
          "content/catalog/2017/000000000-2017-00002.md", "content/catalog/2026/000000000-2017-00001.md",
        ])
    }
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    try SampleSite.with("-- in/a.csv --\n索引号,名称\n000000000/2017-00001,甲\n000000000/2017-00002,乙\n") { site in
      try site.write("原有\n", to: "content/catalog/2026/000000000-2017-00002.md")
      #expect(throws: MachineFailure.self) { _ = try importing(site) }
      #expect(try site.text("content/catalog/2026/000000000-2017-00002.md") == "原有\n")
      #expect(!site.exists("content/catalog/2026/000000000-2017-00001.md"))
    }
  }

  /// Imports the folder `in`, as the command does; the notes as `file:line`.
  private func importing(_ site: SampleSite) throws -> (files: [ScaffoldFile], notes: [String]) {
    let listing = try SiteListing(source: site.folder)
    var entries = EntryImport(listing.settings)
    for path in try ImportedFiles.list(["\(site.folder)/in"]) where EntryImport.reads(path) {
      entries.add(try ImportedText.read(path), path: path)
    }
    let today = try #require(CivilDate(year: 2026, month: 1, day: 1))
    let files = entries.drafts(beside: listing.indexNumbers, today: today)
    try NewFile.write(files.map { NewFile($0.path, $0.text) }, below: site.folder)
    return (files, entries.notes.map { "\($0.path.split(separator: "/").last ?? ""):\($0.line)" })
  }
}
