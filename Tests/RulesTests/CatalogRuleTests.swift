import Chronology
import Diagnostics
import Testing
import YAML

@testable import Rules

@Suite struct CatalogRuleTests {
  @Test func aFullSitePasses() throws {
    #expect(try Example.check(Example.fullSite).isEmpty)
  }

  @Test(arguments: ["content/guide/index.md", "content/rules/a.md", "content/catalog/a.md", "content/reports/2016.md"])
  func noColumnIsEmpty(path: String) throws {
    var files = Example.fullSite
    files[path] = nil
    let found = try Example.check(files)
    #expect(found.map(\.id) == ["column.empty"])
    #expect(found.first?.span?.path == path.split(separator: "/").prefix(2).joined(separator: "/"))
  }

  @Test func aColumnOfWithheldDocumentsIsEmpty() throws {
    var files = Example.fullSite
    files["content/catalog/a.md"] = Example.entry(["草稿": "是"])
    #expect(try Example.check(files).map(\.id) == ["column.empty"])
  }

  @Test func theGuideHasItsElements() throws {
    var files = Example.fullSite
    files["content/guide/index.md"] = Example.page("指南", ["联系方式": "{机构: 办公室, 地址: 示例路1号, 办公时间: 工作日, 电话: \"1\"}"])
    let found = try Example.check(files)
    #expect(found.map(\.id) == ["guide.contact-missing"])
    #expect(found.first?.message.zh.contains("缺少传真号码、互联网联系方式；") == true)
    files["content/guide/index.md"] = Example.page("指南")
    #expect(try Example.check(files).map(\.id) == ["guide.contact-missing"])
  }

  @Test func repealsAreExplained() throws {
    var files = Example.fullSite
    for state in ["废止", "失效"] {
      files["content/catalog/a.md"] = Example.entry(["有效性": state])
      #expect(try Example.check(files).map(\.id) == ["validity.no-repeal-date"])
      files["content/catalog/a.md"] = Example.entry(["有效性": state, "废止日期": "2019-01-01"])
      #expect(try Example.check(files).isEmpty)
    }
    files["content/catalog/a.md"] = Example.entry(["有效性": "已修改"])
    #expect(try Example.check(files).isEmpty)
  }

  @Test func anEntryThatRepealsAnotherExplainsIt() throws {
    var files = Example.fullSite
    files["content/catalog/a.md"] = Example.entry(["有效性": "废止"])
    for (kind, expected) in [("废止", []), ("修改", ["validity.no-repeal-date"])] {
      files["content/catalog/b.md"] = Example.entry([
        "索引号": "000000000/2017-00002", "关联": "[{关系: \(kind), 文件: 000000000/2017-00001}]",
      ])
      #expect(try Example.check(files).map(\.id) == expected)
    }
  }

  @Test func draftsDoNotWaitForLongerThanTheLimit() throws {
    var files = Example.fullSite
    // The twentieth working day after 2017-05-08, with the holiday of late May, is 2017-06-06.
    let (last, after) = (try #require(CivilDate("2017-06-06")), try #require(CivilDate("2017-06-07")))
    for (fields, waits) in [
      (["草稿": "是"], true), (["草稿": "是", "公开方式": "依申请公开"], false), (["草稿": "是", "公开方式": "不予公开"], false),
      (["草稿": "否"], false), (["草稿": "是", "成文日期": "2007-05-08", "发布日期": "2007-05-09"], false),
    ] {
      files["content/catalog/b.md"] = Example.entry(["索引号": "000000000/2017-00002"].merging(fields) { $1 })
      #expect(try Example.check(files, today: last).filter { $0.id == "publication.waiting" }.isEmpty)
      let found = try Example.check(files, today: after).filter { $0.id == "publication.waiting" }
      #expect(found.map(\.span?.path) == (waits ? ["content/catalog"] : []), "\(fields)")
    }
    #expect(try Example.check(files).filter { $0.id == "publication.waiting" }.isEmpty)
  }

  @Test func nothingIsPublishedInTheFuture() throws {
    let day = try #require(CivilDate("2017-05-11"))
    let next = try #require(CivilDate("2017-05-12"))
    #expect(try Example.check(Example.fullSite, today: day).map(\.id) == ["publication.future"])
    #expect(try Example.check(Example.fullSite, today: next).isEmpty)
  }
}

@Suite struct KindTests {
  @Test func identifiersAreUnique() {
    let ids = RulesDiagnostics.kinds.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func onlyTheGatesAreGates() {
    #expect(
      RulesDiagnostics.kinds.filter(\.isGate).map(\.id) == [
        "secrecy.mark", "personal-data.found", "personal-data.unused-exception",
      ])
  }
}
