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
