import Disclosure
import Inspection

/// `site.yml` of a new site.
struct SettingsDraft {
  let office: Office

  var file: ScaffoldFile {
    var lines = FieldLines()
    lines.add(comment: "网站配置。每个键的意思，运行 gongkai explain 键名，例如 gongkai explain 备案号。")
    lines.add(SettingField.title.field, "政府信息公开", note: "平台名称，全国统一")
    lines.add(SettingField.siteName.field, office.name)
    lines.add(
      SettingField.description.field,
      "\(office.name)政府信息公开平台，提供指南、制度、法定主动公开内容、年度报告和依申请公开说明。")
    lines.add(SettingField.baseURL.field, office.baseURL, note: SettingField.baseURL.field.summary.zh)
    lines.add(SettingField.organization.field, office.name)
    lines.add(SettingField.siteCode.field, office.siteCode)
    lines.add(SettingField.recordNumber.field, nil)
    lines.add(SettingField.policeNumber.field, nil)
    lines.add(comment: "")
    lines.add(
      SettingField.indexNumbers.field,
      parts: [(IndexNumberSetting.pattern, pattern), (IndexNumberSetting.unit, office.code)])
    lines.add(comment: "")
    lines.add(SettingField.contact.field, parts: ContactField.allCases.map { ($0, office.contact[$0]) })
    lines.add(comment: "")
    lines.add(comment: "目录里出现的机关都在这里登记，用全称；简称写进“别名”，例如 别名: [某局]。")
    lines.add(SettingField.publishers.field, terms: [("organ", office.name)])
    lines.add(comment: "")
    let departments = office.departments.enumerated().map { ("d\($0.offset + 1)", $0.element) }
    lines.add(SettingField.departments.field, terms: departments)
    return ScaffoldFile(path: "site.yml", text: lines.lines.joined(separator: "\n") + "\n")
  }

  /// Needless where the code fits the national form; else that form with room for a code like it.
  private var pattern: String? {
    let number = IndexNumber(unit: office.code, year: 2000, serial: 1)
    return IndexNumberPattern.national.format(number) == nil
      ? "{unit:\(office.code.utf8.count)}/{year}-{serial:5}" : nil
  }
}
