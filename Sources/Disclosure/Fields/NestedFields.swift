import YAML

/// The record of the review before release (《政府信息公开条例》2019 年修订，第十七条).
public enum ReviewField: Int, FieldKey {
  case reviewer, date, conclusion, proposer, basis

  public static let table = FieldTable(
    "review",
    [
      Field("reviewer", "审查人", .text, zh: "谁审查的", en: "who reviewed it"),
      Field("date", "日期", aliases: ["审查日期"], .date, zh: "哪天审查的，不晚于发布日期", en: "when, not after publication"),
      Field("conclusion", "结论", aliases: ["审查结论"], .text, zh: "审查结论", en: "what was concluded"),
      Field("proposer", "提出人", .text, zh: "提出公开方式的人", en: "who proposed the mode of disclosure"),
      Field("basis", "依据", .text, zh: "不予公开的依据", en: "legal basis for withholding"),
    ])
}

public enum RelationField: Int, FieldKey {
  case kind, target

  public static let table = FieldTable(
    "relation",
    [
      Field(
        "kind", "关系", .choice(Relation.Kind.allCases.map { .init($0.rawValue, $0.label) }),
        zh: "修改、废止、替代、依据、解读或者配套", en: "amends, repeals, replaces, based on, explains or accompanies"),
      Field("target", "文件", aliases: ["索引号"], .text, zh: "另一份文件的索引号", en: "index number of the other document"),
    ])
}

public enum AttachmentField: Int, FieldKey {
  case file, name

  public static let table = FieldTable(
    "attachment",
    [
      Field("file", "文件", .text, zh: "同一文件夹里的文件名", en: "file name beside the document"),
      Field("name", "名称", .text, zh: "给读者看的名称", en: "name shown to readers"),
    ])
}

public enum ChangeField: Int, FieldKey {
  case date, note

  public static let table = FieldTable(
    "change",
    [
      Field("date", "日期", .date, zh: "哪天更新的", en: "when it was changed"),
      Field("note", "说明", .text, zh: "更新了什么，一句话", en: "what was changed, in a sentence"),
    ])
}

public enum PeriodField: Int, FieldKey {
  case start, end

  public static let table = FieldTable(
    "period",
    [
      Field("start", "起", .date, zh: "第一天", en: "first day"),
      Field("end", "止", .date, zh: "最后一天", en: "last day"),
    ])
}

/// How to reach an office; the parts Article 12 asks a guide to name.
public enum ContactField: Int, FieldKey {
  case office, address, postcode, phone, fax, email, hours

  public static let table = FieldTable(
    "contact",
    [
      Field("office", "机构", aliases: ["工作机构", "科室"], .text, zh: "工作机构名称", en: "name of the office"),
      Field("address", "地址", aliases: ["办公地址"], .text, zh: "办公地址", en: "address"),
      Field("postcode", "邮编", aliases: ["邮政编码"], .text, zh: "邮政编码", en: "postcode"),
      Field("phone", "电话", aliases: ["联系电话"], .text, zh: "联系电话", en: "telephone"),
      Field("fax", "传真", aliases: ["传真号码"], .text, zh: "传真号码", en: "fax"),
      Field("email", "电子邮箱", aliases: ["互联网联系方式"], .text, zh: "互联网联系方式", en: "e-mail or other internet contact"),
      Field("hours", "办公时间", .text, zh: "办公时间", en: "office hours"),
    ])
}
