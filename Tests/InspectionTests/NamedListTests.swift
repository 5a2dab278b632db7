import Testing

@testable import Inspection

/// Names beside health or hardship, in every kind of table.
@Suite struct NamedListTests {
  private func names(_ text: String) -> [String] {
    found(text).filter { $0.kind == .nameBesideCondition }.map { shown($0.range, of: text) }
  }

  @Test(arguments: [
    "| 序号 | 姓名 | 残疾等级 |\n|---|---|---|\n| 1 | 张三 | 一级 |\n| 2 | 李 四 | 二级 |\n",
    "```table\n标题: 名单\n---\n序号, 姓名, 残疾等级\n1, 张三, 一级\n2, 李 四, 二级\n```\n",
    "```table\n| 序号 | 姓名 | 残疾等级 |\n| 1 | 张三 | 一级 |\n| 2 | 李 四 | 二级 |\n```\n",
    "序号,姓名,残疾等级\n1,张三,一级\n2,李 四,二级\n", "序号,\"姓名\",\"残疾等级\"\r\n1,\"张三\",一级\r\n2,\"李 四\",二级\r\n",
    "序号\t姓名\t残疾等级\n1\t张三\t一级\n2\t李 四\t二级\n",
  ])
  func areFoundOneByOne(table: String) {
    #expect(names(table) == ["张三", "李 四"])
  }

  @Test func areFoundInLongLists() {
    let rows = (1...500).map { "\($0),张三,一级\n" }.joined()
    #expect(names("序号,姓名,残疾等级\n" + rows).count == 500)
  }

  @Test(arguments: [
    "| 姓名 | 职务 |\n|---|---|\n| 张三 | 局长 |\n", "| 姓名 | 残疾等级 |\n|---|---|\n| 张* | 一级 |\n",
    "| 姓名 | 残疾等级 |\n|---|---|\n| 张某 | 一级 |\n", "| 姓名 | 残疾等级 |\n|---|---|\n|  |  |\n", "残疾人申请时填写姓名，张三代填。\n",
  ])
  func areLeftAloneElsewhere(table: String) {
    #expect(names(table).isEmpty)
  }

  /// An address may begin with the name of who lives there; it is masked whole.
  @Test func giveWayToAddresses() {
    let text = "姓名,残疾等级,住址\n张三,一级,幸福小区5号楼2单元301室\n"
    #expect(found(text).map(\.kind) == [.nameBesideCondition, .homeAddress])
  }
}
