import Chronology
import Diagnostics
import Testing

@testable import YAML

private enum SampleKey: Int, FieldKey {
  case title, date, pages, done, tags, level

  static let table = FieldTable(
    "sample",
    [
      Field("title", "标题", aliases: ["名称"], .text, zh: "", en: ""),
      Field("date", "日期", .date, zh: "", en: ""),
      Field("pages", "页数", .integer, zh: "", en: ""),
      Field("done", "办结", .flag, zh: "", en: ""),
      Field("tags", "关键词", .texts, zh: "", en: ""),
      Field("level", "级别", .choice([.init("city", "市级"), .init("county", "县级")]), zh: "", en: ""),
    ])
}

@Suite struct FieldReaderTests {
  private func reader(_ text: String) -> FieldReader<SampleKey> { FieldReader(parse(text).node, path: "a.yml") }

  @Test func readsEveryTypeUnderKeyLabelOrAlias() {
    var reader = reader("名称: 甲\ndate: 2016-02-29\n页数: 12\n办结: 是\n关键词: [a, b]\n级别: 县级\n")
    #expect(reader.text(.title) == "甲")
    #expect(reader.date(.date) == CivilDate(year: 2016, month: 2, day: 29))
    #expect(reader.integer(.pages) == 12)
    #expect(reader.flag(.done) == true)
    #expect(reader.texts(.tags).map(\.value) == ["a", "b"])
    #expect(reader.choice(.level) == "county")
    #expect(reader.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("标提: 甲", "front-matter.unknown-key", "标题"),
    ("日期: 2017-02-29", "front-matter.impossible-date", nil),
    ("日期: 2017年5月8日", "front-matter.impossible-date", "2017-05-08"),
    ("级别: 县极", "front-matter.wrong-type", "县级"),
    ("标题: 甲\ntitle: 乙", "front-matter.duplicate-key", nil),
    ("页数: 十二", "front-matter.wrong-type", nil),
    ("办结: 好", "front-matter.wrong-type", nil),
    ("标题: [a]", "front-matter.wrong-type", nil),
    ("只有文字", "front-matter.not-mapping", nil),
    ("标题：甲", "yaml.fullwidth-colon", ": "),
    ("标题：甲\n日期：乙", "yaml.fullwidth-colon", ": "),
  ])
  func reportsWhatDoesNotFit(text: String, id: String, fix: String?) throws {
    var reader = reader(text)
    _ = (reader.text(.title), reader.date(.date), reader.integer(.pages), reader.flag(.done), reader.choice(.level))
    #expect(reader.diagnostics.map(\.id) == [id])
    #expect(reader.diagnostics.first?.fixes.first?.replacement == fix)
  }

  @Test func placesTheFullwidthColon() throws {
    let range = try #require(reader("标题：甲\n日期：乙").diagnostics.first?.span?.range)
    #expect(range == ByteRange(6, 9))
  }

  @Test func absentAndNullAreTheSame() {
    var reader = reader("标题:\n日期: ~\n")
    #expect(reader.text(.title) == nil)
    #expect(reader.date(.date) == nil)
    #expect(reader.diagnostics.isEmpty)
  }
}
