import Chronology
import Diagnostics
import Testing

@testable import Rules

/// Whether documents are in force, and how they relate.
@Suite struct ValidityTests {
  private static let number = "000000000/2017-00002"

  /// What is said of an entry with `fields`, beside a second entry with `other`, on a day.
  private func check(
    _ fields: [String: String], other: [String: String] = [:], on day: String? = "2018-03-15"
  ) throws -> [Diagnostic] {
    var files = Example.fullSite
    files["content/catalog/a.md"] = Example.entry(fields)
    files["content/catalog/b.md"] = Example.entry(["索引号": Self.number].merging(other) { $1 })
    return try Example.check(files, today: day.flatMap { CivilDate($0) })
  }

  @Test(arguments: [
    // The last day in force, and the day after it.
    (["有效期至": "2018-03-14"], true), (["有效期至": "2018-03-15"], false),
    (["废止日期": "2018-03-15"], true), (["废止日期": "2018-03-16"], false),
    (["生效日期": "2018-03-16"], true), (["生效日期": "2018-03-15"], false),
    (["有效性": "尚未生效", "生效日期": "2018-03-15"], true), (["有效性": "尚未生效", "生效日期": "2018-03-16"], false),
    (["有效性": "废止", "废止日期": "2018-03-16"], true), (["有效性": "废止", "废止日期": "2018-03-15"], false),
    (["有效性": "失效", "有效期至": "2018-03-14"], false), (["有效性": "不适用", "有效期至": "2018-03-14"], false),
    (["有效性": "部分失效", "有效期至": "2018-03-14"], true),
  ])
  func validityFollowsTheDates(fields: [String: String], isOutdated: Bool) throws {
    let found = try check(fields)
    #expect(found.map(\.id) == (isOutdated ? ["validity.outdated"] : []), "\(found.map(\.message.zh))")
    #expect(try check(fields, on: nil).isEmpty)
  }

  @Test(arguments: [("废止", true), ("替代", true), ("修改", false), ("依据", false), ("解读", false)])
  func aRepealByAnotherDocumentCounts(kind: String, isOutdated: Bool) throws {
    let other = ["关联": "[{关系: \(kind), 文件: 000000000/2017-00001}]"]
    for day in ["2018-03-15", nil] {
      #expect(try check([:], other: other, on: day).map(\.id) == (isOutdated ? ["validity.outdated"] : []))
      #expect(try check(["有效性": "不适用"], other: other, on: day).isEmpty)
    }
    let found = try check([:], other: other)
    if isOutdated {
      #expect(found.first?.notes.first?.span?.path == "content/catalog/b.md")
      #expect(found.first?.fixes.first?.replacement == "废止")
    }
  }

  @Test func aRepealCountsOnceItIsInForce() throws {
    let other = ["关联": "[{关系: 废止, 文件: 000000000/2017-00001}]", "生效日期": "2018-03-15"]
    #expect(
      try check([:], other: other, on: "2018-03-14").map(\.id) == ["validity.outdated"],
      "the repealing entry is pending")
    #expect(
      try check([:], other: other.merging(["有效性": "尚未生效"]) { $1 }, on: "2018-03-14").isEmpty)
    #expect(try check([:], other: other).map { $0.span?.path } == ["content/catalog/a.md"])
    #expect(try check([:], other: other.merging(["有效性": "尚未生效"]) { $1 }, on: nil).isEmpty)
  }

  @Test func aWithheldDocumentRepealsNothing() throws {
    let other = ["关联": "[{关系: 废止, 文件: 000000000/2017-00001}]", "草稿": "是"]
    #expect(try check([:], other: other).map(\.id) == ["publication.waiting"])
  }

  @Test(arguments: [
    (["关联": "[{关系: 依据, 文件: 000000000/2017-00001}]"], true),
    (["关联": "[{关系: 依据, 文件: 000000000/2017-00002}, {关系: 依据, 文件: 000000000/2017-00002}]"], true),
    (["关联": "[{关系: 依据, 文件: 000000000/2017-00002}, {关系: 配套, 文件: 000000000/2017-00002}]"], false),
    (["关联": "[{关系: 修改, 文件: 000000000/2017-00002}]", "成文日期": "2017-05-07"], true),
    (["关联": "[{关系: 修改, 文件: 000000000/2017-00002}]", "成文日期": "2017-05-08"], false),
    (["关联": "[{关系: 解读, 文件: 000000000/2017-00002}]", "成文日期": "2017-05-07"], false),
    (["关联": "[{关系: 替代, 文件: 000000000/2017-00002}]", "成文日期": "2017-05-07"], true),
  ])
  func relationsArePlausible(fields: [String: String], isReported: Bool) throws {
    let found = try check(fields)
    #expect(found.map(\.id) == (isReported ? ["relation.implausible"] : []))
  }

  @Test(arguments: [
    ("《科技计划管理办法》解读", "", true), ("一图读懂科技计划管理办法", "", true),
    ("《科技计划管理办法》解读", "解读", false), ("《科技计划管理办法》解读", "依据", true), ("关于做好政策解读工作的通知", "", false),
  ])
  func explanationsNameWhatTheyExplain(title: String, kind: String, isReported: Bool) throws {
    var fields = ["标题": title]
    if !kind.isEmpty { fields["关联"] = "[{关系: \(kind), 文件: \(Self.number)}]" }
    #expect(try check(fields).map(\.id) == (isReported ? ["relation.unlinked-explanation"] : []))
  }

  @Test(arguments: [
    (["有效期至": "2017-05-07"], true), (["有效期至": "2017-05-08"], false),
    (["有效期至": "2017-07-01", "生效日期": "2017-07-02"], true), (["有效期至": "2017-07-02", "生效日期": "2017-07-02"], false),
  ])
  func nothingLapsesBeforeItBegins(fields: [String: String], isReported: Bool) throws {
    #expect(try Example.check(Example.entry(fields)).map(\.id) == (isReported ? ["date.order"] : []))
  }
}
