import Testing

@testable import Inspection

@Suite struct HomeAddressTests {
  @Test(arguments: [
    "示例市示例街道和谐小区5号楼2单元301室", "幸福路8号3栋1单元502", "和谐小区5号楼301室", "和谐花园12幢1203室", "赵庄村3组12号",
    "李村第三村民小组15号", "王屯二组8号", "和谐小区３号楼２单元５０１室", "5号楼三单元301室", "和谐家园3号楼2单元5号", "和谐小区5号楼2单元301室5号",
  ])
  func findsHomes(address: String) {
    for text in [address, "，\(address)。", "张三,\(address),男", "| 张三 | \(address) |"] {
      #expect(kinds(text) == [.homeAddress], "\(text)")
    }
  }

  @Test func findsALabelledHouseNumber() {
    #expect(kinds("家庭住址：示例市文化路12号") == [.homeAddress])
    #expect(kinds("户籍地址：示例市文化路12号院内") == [])
    #expect(kinds("地址：示例市文化路12号").isEmpty)
  }

  @Test(arguments: [
    "承水中路187号承汇大厦", "承水中路187号", "行政中心3号楼501室", "市民服务中心1号楼302室", "和谐小区3号楼", "和谐小区3号楼2单元", "科技大厦3号楼501室",
    "国务院令第711号", "峄科字〔2017〕12号", "第一单元12课", "共3个单元120户", "301室", "会议室在2楼201室", "赵庄村3组", "李村第3组第12号地块",
    "办公地址：示例路12号政务大楼3号楼301室", "5号楼2单元共300户", "某小区某栋1201室", "某小区5号楼2单元301室",
  ])
  func leavesOtherAddressesAlone(text: String) {
    #expect(kinds(text).isEmpty, "\(found(text))")
  }

  @Test func findsTheHomeAndTheNumberInOneClause() {
    #expect(kinds("张三13812345678住5号楼2单元301室") == [.mobileNumber, .homeAddress])
    #expect(kinds("和谐小区5号楼2单元301室13812345678") == [.homeAddress, .mobileNumber])
  }

  @Test func pointsAtTheWholeAddress() throws {
    let text = "现居住：示例市示例街道和谐小区5号楼2单元301室，电话"
    let finding = try #require(found(text).first)
    #expect(shown(finding.range, of: text) == "示例市示例街道和谐小区5号楼2单元301室")
    #expect(finding.masked == "示例市示例街道")
  }
}

@Suite struct ConditionTableTests {
  @Test(arguments: [
    "| 姓名 | 残疾类别 |\n|---|---|\n| 张三 | 肢体 |\n", "| 序号 | 姓名 | 病种 |\n|---|---|---|\n| 1 | 欧阳小明 | 高血压 |\n",
    "姓名,低保类别\r\n张三,A类\r\n", "序号\t患者姓名\t诊断\n1\t张三\t骨折\n", "| 姓名 | 是否特困 |\n|--|--|\n| 张某 | 是 |\n| 李四 | 是 |\n",
    "| 序号 | 患者姓名 |\n|---|---|\n| 1 | 张三 |\n", "|姓名|救助金额|\n|---|---|\n|买买提·艾力|500|\n",
  ])
  func findsNamesBesideAConditionColumn(table: String) {
    #expect(kinds("名单如下：\n\n\(table)") == [.nameBesideCondition])
  }

  @Test(arguments: [
    "| 姓名 | 职务 |\n|---|---|\n| 张三 | 局长 |\n", "| 姓名 | 病史 |\n|---|---|\n|  |  |\n",
    "| 姓名 | 残疾类别 |\n|---|---|\n| 张某某 | 肢体 |\n| 张* | 肢体 |\n", "申请人的姓名、残疾类别，张三，李四",
    "| 责任人姓名 | 隐患内容 |\n|---|---|\n| 张三 | 无灭火器 |\n",
    "姓名,残疾类别\n", "| 姓名 | 残疾类别 |\n|---|---|\n\n张三,李四\n", "填写姓名，贫困户还应当填写其他情况。\n张三\n",
  ])
  func leavesOtherTablesAlone(table: String) {
    #expect(kinds(table).isEmpty, "\(found(table))")
  }

  @Test func pointsAtTheFirstName() throws {
    let text = "| 姓名 | 残疾类别 |\n|---|---|\n| 张某 | 肢体 |\n| 李四光 | 肢体 |\n"
    let finding = try #require(found(text).first)
    #expect(shown(finding.range, of: text) == "李四光")
    #expect(finding.masked == "李*光")
  }
}

@Suite struct MaskingTests {
  @Test(arguments: [
    (MaskingRule.narrow, PersonalDataKind.identityNumber, "35012519900101123X", "35*************23X"),
    (.wide, .identityNumber, "35012519900101123X", "350125********123X"),
    (.narrow, .oldIdentityNumber, "350125900101123", "35**********123"),
    (.narrow, .mobileNumber, "138 0000 1234", "138****1234"),
    (.wide, .mobileNumber, "＋８６１３８００００１２３４", "138****1234"),
    (.wide, .bankCard, "6222 0212 3456 7890 128", "622202*********0128"),
    (.narrow, .homeAddress, "示例市和平镇赵庄村3组12号", "示例市和平镇"),
    (.narrow, .homeAddress, "示例市某某区文化路12号", "示例市某某区"),
    (.narrow, .homeAddress, "文化路12号", "****"),
    (.wide, .nameBesideCondition, "张三", "张*"),
    (.wide, .nameBesideCondition, "欧阳小明", "欧**明"),
    (.wide, .mobileNumber, "12", "**"),
  ])
  func masks(rule: MaskingRule, kind: PersonalDataKind, value: String, expected: String) {
    #expect(rule.mask(kind, value) == expected)
  }
}
