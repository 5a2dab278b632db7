import Build
import Foundation
import Testing

/// What a site changes about its fields, and the fields that are shown as written.
@Suite struct FieldSettingTests {
  private func entry(_ extra: String) -> String {
    var entry = SampleEntry(1)
    entry.extra = extra
    return entry.at("a.md")
  }

  @Test func labelsAreTheSitesOnPagesAndInData() throws {
    try SampleSite.with(entry("文号: 某科字〔2017〕12号")) { site in
      try site.write(SampleSite.settings + "字段名称: {发布机构: 发文机关, document_number: 文号}\n", to: "site.yml")
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/d/000000000-2017-00001.html")
      #expect(page.contains("<dt>发文机关</dt>") && page.contains("<dt>文号</dt>"))
      #expect(!page.contains("<dt>发布机构</dt>") && !page.contains("<dt>发文字号</dt>"))
      let header = try #require(try site.text("public/data/catalog.csv").split(separator: "\r\n").first)
      #expect(header.contains("发文机关") && !header.contains("发布机构"))
      #expect(try site.text("public/data/catalog.json").contains("\"publisher\":"))
    }
  }

  @Test func listsAreHeadedByTheSitesLabels() throws {
    try SampleSite.with(SampleEntry(1).at("a.md")) { site in
      #expect(try site.build().summary.errors == 0)
      let list = try site.text("public/catalog/index.html")
      for name in ["索引号", "名称", "生成日期", "有效性"] { #expect(list.contains("<th scope=\"col\">\(name)</th>")) }
      try site.write(SampleSite.settings + "字段名称: {标题: 信息名称, 成文日期: 产生日期}\n", to: "site.yml")
      #expect(try site.build().summary.errors == 0)
      let renamed = try site.text("public/catalog/index.html")
      for name in ["索引号", "信息名称", "产生日期", "有效性"] {
        #expect(renamed.contains("<th scope=\"col\">\(name)</th>") && renamed.contains("data-label=\"\(name)\""))
      }
    }
  }

  @Test func fieldsAreShownAsWritten() throws {
    let extra = "来源: 某某县统计局\n公开时限: 长期公开\n公开渠道: [政府公报, 公开查阅点]\n著录日期: 2017-05-13\n语种: zh-CN"
    try SampleSite.with(entry(extra)) { site in
      #expect(try site.build().summary.errors == 0)
      let page = try site.text("public/d/000000000-2017-00001.html")
      for text in [
        "<dt>信息来源</dt><dd>某某县统计局</dd>", "<dt>公开时限</dt><dd>长期公开</dd>", "<dd>政府公报、公开查阅点</dd>", "<dd>2017-05-13</dd>",
      ] {
        #expect(page.contains(text), "\(text)")
      }
      #expect(page.contains("name=\"ContentSource\" content=\"某某县统计局\""))
      #expect(try site.text("public/data/catalog.json").contains("\"channels\":[\"政府公报\",\"公开查阅点\"]"))
    }
  }

  @Test(arguments: [
    ("公开时限: 很久", "front-matter.wrong-type"), ("著录日期: 2017-02-30", "front-matter.impossible-date"),
  ])
  func theirValuesAreChecked(extra: String, id: String) throws {
    try SampleSite.with(entry(extra)) { site in
      let found = SampleSite.ids(try site.check())
      #expect(found == [id])
    }
  }

  @Test(arguments: [
    ("{法定主动公开内容: [责任科室]}", ["front-matter.missing-field"]), ("{catalog: [发布机构, 成文日期]}", []),
    ("{指南: [标题]}", ["site.field-name"]), ("{catalog: [责任科]}", ["site.field-name"]), ("[标题]", ["site.field-name"]),
  ])
  func requiredFieldsAreTheSites(setting: String, ids: [String]) throws {
    try SampleSite.with(entry("")) { site in
      try site.write(SampleSite.settings + "必填字段: \(setting)\n", to: "site.yml")
      let found = SampleSite.ids(try site.check())
      #expect(found == ids)
    }
  }

  @Test func whatGatesNeedIsAlwaysRequired() throws {
    let bare = "-- content/catalog/a.md --\n---\n标题: 某通知\n---\n正文。\n"
    try SampleSite.with(bare) { site in
      try site.write(SampleSite.settings + "必填字段: {catalog: []}\n", to: "site.yml")
      let ids = SampleSite.ids(try site.check())
      #expect(ids.sorted() == ["front-matter.missing-field", "front-matter.missing-field", "review.missing"])
    }
  }

  @Test(arguments: ["{发布机构: 索引号}", "{发布机关单位: 单位}", "发文机关"])
  func misleadingLabelsAreRefused(labels: String) throws {
    try SampleSite.with(entry("")) { site in
      try site.write(SampleSite.settings + "字段名称: \(labels)\n", to: "site.yml")
      let found = SampleSite.ids(try site.check())
      #expect(found == ["site.field-name"])
    }
  }

  /// What editors' YAML tools check as people type is what is read.
  @Test func theSchemaListsTheSitesTerms() throws {
    try SampleSite.with(entry("")) { site in
      #expect(try site.build().summary.errors == 0)
      let data = Data(try site.text("public/data/front-matter.schema.json").utf8)
      let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let properties = try #require(schema["properties"] as? [String: [String: Any]])
      func names(_ field: String) throws -> [String] {
        let choices = try #require(properties[field]?["anyOf"] as? [[String: Any]])
        return choices.compactMap { $0["enum"] as? [String] }.flatMap { $0 }
      }
      #expect(try names("发布机构") == ["示例局", "slj"])
      #expect(try names("发文机关") == names("publisher"))
      #expect(try names("主题分类").contains("科技、教育/科技"))
      #expect(try names("公开方式").contains("主动公开"))
    }
  }
}
