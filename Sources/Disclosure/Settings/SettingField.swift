import Taxonomy
import YAML

/// The keys of `site.yml`.
public enum SettingField: Int, FieldKey {
  case title, siteName, description, baseURL, theme, organization, siteCode, recordNumber, policeNumber, contact
  case publishers, departments, vocabularies, indexNumbers, ruleLevels, organs, columnAges, allowedLinks
  case organType, reportDue, holidays, fieldLabels, requiredFields
  case headerFile, footerFile, revisionDates, search, masking

  public static let table = FieldTable(
    "site",
    [
      Field(
        "title", "标题", .text, zh: "平台名称，统一为“政府信息公开”（国办公开办函〔2019〕61号）", en: "name of the platform", example: "政府信息公开"),
      Field("site_name", "网站名称", .text, zh: "规范的网站名称", en: "official name of the site", example: "某某局"),
      Field("description", "说明", .text, zh: "一两句话的说明", en: "a sentence or two about the site"),
      Field(
        "base_url", "网址", .text, zh: "发布后的完整网址，以“/”结尾", en: "full address once published",
        example: "https://www.example.gov.cn/zfxxgk/"),
      Field("theme", "主题", .text, zh: "themes/ 下的主题名称", en: "name of the theme below themes/", example: "default"),
      Field("organization", "主办机构", aliases: ["主办单位"], .text, zh: "主办机关全称", en: "full name of the organ"),
      Field("site_id_code", "标识码", aliases: ["网站标识码"], .text, zh: "10 位网站标识码", en: "10-digit site code"),
      Field("record_number", "备案号", aliases: ["ICP备案号"], .text, zh: "ICP 备案号", en: "ICP record number"),
      Field("police_number", "公安备案号", .text, zh: "公安备案号", en: "public security record number"),
      Field("contact", "联系方式", .record(ContactField.table), zh: "工作机构的联系方式", en: "how to reach the office"),
      Field("publishers", "发布机构", .records(TermKey.table), zh: "目录里出现的机关，用全称", en: "organs that appear in the catalog"),
      Field("departments", "责任科室", .records(TermKey.table), zh: "本机关的科室", en: "departments of the office"),
      Field("vocabularies", "分类词表", .free, zh: "给内置词表增补的词条", en: "terms added to built-in vocabularies"),
      Field("index_number", "索引号", .record(IndexNumberSetting.table), zh: "索引号怎样编", en: "how index numbers are made"),
      Field(
        "rule_levels", "检查级别", .free, zh: "各条检查规则的级别：错误、警告、提示、关闭",
        en: "levels of the rules: error, warning, note, off", example: "{text.doubled-word: 关闭}"),
      Field(
        "organs", "行政机关", aliases: ["各机关"], .records(OrganField.table), zh: "一个网站服务几个机关时逐个列出，各自的内容放在 content/代码/ 里",
        en: "organs that have a folder of their own below content/"),
      Field(
        "column_ages", "更新期限", .free, zh: "各栏目应在多少天内更新，写了才检查", en: "days within which columns are to be updated",
        example: "{法定主动公开内容: 180}"),
      Field(
        "allowed_links", "允许外链", .texts, zh: "正文可以链接到的网站，连同其下级域名；写了才检查",
        en: "hosts that texts may link to, with the hosts below them; unchecked when absent", example: "[gov.cn]"),
      Field(
        "organ_type", "机关类别", .choice(ReportDeadline.OrganType.allCases.map { .init($0.rawValue, $0.label) }),
        zh: "人民政府或者政府部门，决定年度报告的期限；不写时看名称", en: "government or department; told from the name when absent"),
      Field(
        "report_due", "年度报告期限", .text, zh: "上级要求的更早的公布期限，写月和日",
        en: "earlier day by which the yearly report is due, month and day", example: "\"01-20\""),
      Field(
        "holidays", "节假日", .records(HolidayField.table), zh: "内置数据里没有的年份，照国务院办公厅的通知写",
        en: "years that the built-in holidays do not have"),
      Field(
        "field_labels", "字段名称", .free, zh: "网页和数据里字段用的名称，不写的用正式名称", en: "labels of fields on pages and in data",
        example: "{发布机构: 发文机关}"),
      Field(
        "required_fields", "必填字段", .free, zh: "各栏目的必填字段，代替默认的；标题、索引号、公开方式、审查总是必填",
        en: "required fields by column, in place of the default ones", example: "{法定主动公开内容: [发布机构, 成文日期, 责任科室]}"),
      Field(
        "header_file", "页眉文件", .text, zh: "门户网站的页眉，一个 HTML 片段文件，放在每页最前面",
        en: "HTML fragment with the portal's header, put first on every page", example: "portal/header.html"),
      Field(
        "footer_file", "页脚文件", .text, zh: "门户网站的页脚，一个 HTML 片段文件，放在每页最后面",
        en: "HTML fragment with the portal's footer, put last on every page", example: "portal/footer.html"),
      Field(
        "revision_dates", "修改日期", .flag, zh: "写“是”时，网页标出版本库（git）里最后一次修改的日期",
        en: "true shows when each document was last changed in git", example: "是"),
      Field("search", "检索", .record(SearchField.table), zh: "全文检索", en: "the full-text search"),
      Field(
        "masking", "去标识化", .choice([.init("narrow", "从严"), .init("wide", "从宽")]),
        zh: "个人信息怎样遮盖：从严（35*************123），或者从宽（350102********1234）",
        en: "how personal data is masked: narrow (35*************123) or wide (350102********1234)", example: "从严"),
    ])
}
