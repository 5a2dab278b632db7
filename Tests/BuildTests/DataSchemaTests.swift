import Build
import Foundation
import Testing

/// The schemas say what is so: of the site's data files, and of front matter.
@Suite struct DataSchemaTests {
  @Test(arguments: ["catalog", "reports", "holidays", "assessment"])
  func dataFilesAreAsTheirSchemaSays(name: String) throws {
    var entry = SampleEntry(1)
    entry.extra = "关联: [{关系: 废止, 文件: 000000000/2017-00002}]\n关键词: [甲, 乙]\n生效日期: 2017-06-01"
    let report = "-- content/reports/2010.md --\n---\n标题: 2010年度报告\n发布日期: 2011-01-01\n年度: 2010\n---\n正文。\n"
    try SampleSite.with(entry.at("a.md") + SampleEntry(2).at("b.md") + report) { site in
      #expect(try site.build().summary.errors == 0)
      let schema = try SchemaValidator(Data(site.text("public/data/\(name).schema.json").utf8))
      let path = name == "assessment" ? "assessment/assessment" : "data/\(name)"
      let data = try JSONSerialization.jsonObject(with: Data(site.text("public/\(path).json").utf8))
      #expect(schema.accepts(data))
      #expect(!schema.accepts(["version": "1"]))
    }
  }

  private static var entry: [String: Any] {
    [
      "标题": "甲", "索引号": "000000000/2017-00001", "发布机构": "示例局", "成文日期": "2017-05-08", "发布日期": "2017-05-12",
      "主题分类": "科技、教育/科技", "体裁分类": "通知", "公开方式": "主动公开", "有效性": "现行有效",
      "审查": ["审查人": "王某", "日期": "2017-05-10", "结论": "同意公开"],
    ]
  }

  private func frontMatterSchema(_ settings: String = "") throws -> SchemaValidator {
    try SampleSite.with(SampleEntry(1).at("a.md")) { site in
      try site.write(SampleSite.settings + settings, to: "site.yml")
      #expect(try site.build().summary.errors == 0)
      return try SchemaValidator(Data(site.text("public/data/front-matter.schema.json").utf8))
    }
  }

  @Test func eachKindOfDocumentHasItsRequiredFields() throws {
    let schema = try frontMatterSchema()
    #expect(schema.accepts(Self.entry))
    for field in Self.entry.keys where field != "公开方式" {
      var lacking = Self.entry
      lacking[field] = nil
      #expect(!schema.accepts(lacking), "\(field)")
      lacking["草稿"] = "是"
      #expect(schema.accepts(lacking), "a draft is still being filled in")
      lacking["草稿"] = "否"
      #expect(!schema.accepts(lacking))
    }
    var english = Self.entry
    english["date_created"] = english.removeValue(forKey: "成文日期")
    english["title"] = english.removeValue(forKey: "标题")
    #expect(schema.accepts(english))
    #expect(schema.accepts(["标题": "某项制度"]) && !schema.accepts(["成文日期": "2017-05-08"]))
    #expect(schema.accepts(["title": "年度报告", "年度": 2020]) && !schema.accepts(["年度": 2020]))
  }

  @Test func theSitesOwnRequiredFieldsCount() throws {
    let schema = try frontMatterSchema("必填字段: {法定主动公开内容: [发布机构]}\n")
    var entry = Self.entry
    for field in ["主题分类", "体裁分类", "有效性", "成文日期"] { entry[field] = nil }
    #expect(schema.accepts(entry))
    entry["发布机构"] = nil
    #expect(!schema.accepts(entry))
  }
}
