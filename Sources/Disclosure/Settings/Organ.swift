import YAML

/// An administrative organ with a part of the site to itself: its own guide, rules, entries, reports and way to apply.
public struct Organ: Sendable {
  /// Names its folder below `content/` and in the output: `kjj`.
  public let code: String
  /// Its full name.
  public let name: String
  /// Other names it is read by as a publisher.
  let aliases: [String]
  /// The first part of its index numbers: 9 characters (GB 11714) or 18 (GB 32100).
  public let organizationCode: String?
  public let contact: Contact?
  public let reportDeadline: ReportDeadline
}

public enum OrganField: Int, FieldKey {
  case code, name, aliases, organizationCode, contact, organType, reportDue

  public static let table = FieldTable(
    "organ",
    [
      Field(
        "code", "代码", .text, zh: "content/ 下的文件夹和网址里用的代码，定了不再改",
        en: "its folder below content/ and in addresses; never changes", example: "kjj"),
      Field("name", "名称", .text, zh: "机关全称", en: "full name of the organ", example: "某某县科学技术局"),
      Field("aliases", "别名", .texts, zh: "录入发布机构时也认的其他叫法", en: "other names accepted as the publisher"),
      Field(
        "organization_code", "机构代码", aliases: ["组织机构代码", "统一社会信用代码"], .text, zh: "索引号的前段码",
        en: "first part of its index numbers", example: "\"000014349\""),
      Field("contact", "联系方式", .record(ContactField.table), zh: "工作机构的联系方式", en: "how to reach its office"),
      Field(
        "organ_type", "机关类别", .choice(ReportDeadline.OrganType.allCases.map { .init($0.rawValue, $0.label) }),
        zh: "人民政府或者政府部门，决定年度报告的期限；不写时看名称", en: "government or department; told from the name when absent"),
      Field(
        "report_due", "年度报告期限", .text, zh: "上级要求的更早的公布期限，写月和日",
        en: "earlier day by which the yearly report is due, month and day", example: "\"01-20\""),
    ])
}
