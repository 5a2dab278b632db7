import YAML

/// The one registry of document metadata.
///
/// Keys are ours, labels are those of 《政府信息公开目录系统实施指引（试行）》 and of the index boxes on government
/// sites; aliases are labels those sites use for the same thing. Decoding, JSON, CSV, HTML labels, META tags, JSON
/// Schema and the documentation read this table.
public enum DocumentField: Int, FieldKey {
  case title, indexNumber, publisher, documentNumber, dateCreated, datePublished, dateEffective, dateRepealed,
    validThrough
  case theme, genre, statutory, audience, disclosure, withholdingReason, validity, department
  case summary, keywords, source, disclosureTerm, disclosureScope, channels, disclosureBasis
  case dateCatalogued, format, language, onlineLink, review, relations, attachments, changes
  case reportYear, period, statistics, contact, slug, draft, personalDataExceptions

  public static let table = FieldTable("front-matter", allCases.map(\.declaration))

  private var declaration: Field {
    switch self {
    case .title:
      Field(
        "title", "标题", aliases: ["名称", "信息名称"], .text, zh: "文件的正式标题，不含文号",
        en: "official title, without the document number", example: "关于开展2017年科技活动周的通知")
    case .indexNumber:
      Field(
        "index_number", "索引号", aliases: ["信息索引号"], .text, zh: "目录中唯一的编号，公布后不再改变",
        en: "unique number in the catalog; never changes once published", example: "000000000/2017-00001")
    case .publisher:
      Field(
        "publisher", "发布机构", aliases: ["发文机关", "发文机构", "发布单位", "公开主体"], .term(vocabulary: "publisher"),
        zh: "制作或者发布这份信息的机关全称；联合发文写文号所属的机关", en: "full name of the organ that made or published it", example: "国务院")
    case .documentNumber:
      Field(
        "document_number", "发文字号", aliases: ["文号", "发布文号", "文件编号"], .text, zh: "有文号的必须填写，年份用六角括号〔〕",
        en: "document number, the year in 〔〕", example: "峄科字〔2017〕12号")
    case .dateCreated:
      Field(
        "date_created", "成文日期", aliases: ["生成日期", "产生日期"], .date, zh: "签发的日期；联合发文为最后签发的日期", en: "day it was signed",
        example: "2017-05-08")
    case .datePublished:
      Field(
        "date_published", "发布日期", aliases: ["公开日期"], .date, zh: "向社会公布的日期", en: "day it was made public",
        example: "2017-05-12")
    case .dateEffective:
      Field(
        "date_effective", "生效日期", aliases: ["施行日期", "实施日期"], .date, zh: "与成文日期不同的填写", en: "day it takes effect",
        example: "2017-06-01")
    case .dateRepealed:
      Field(
        "date_repealed", "废止日期", aliases: ["失效日期"], .date, zh: "已经废止或者失效的填写", en: "day it ceased to be in force",
        example: "2019-05-15")
    case .validThrough:
      Field(
        "valid_through", "有效期至", aliases: ["有效期"], .date, zh: "规定了有效期的填写，有效的最后一天",
        en: "last day it is in force, where it is limited", example: "2022-05-31")
    case .theme:
      Field(
        "theme", "主题分类", .term(vocabulary: "theme"), zh: "写到最细一级，上下级之间用“/”",
        en: "theme, the narrowest that fits, parent and child with “/”", example: "科技、教育/科技")
    case .genre:
      Field(
        "genre", "体裁分类", aliases: ["公文种类", "文种"], .term(vocabulary: "genre"), zh: "公文种类", en: "kind of document",
        example: "通知")
    case .statutory:
      Field(
        "statutory", "法定主动公开内容", .terms(vocabulary: "statutory"), zh: "对应《条例》第二十条、第二十一条的类别",
        en: "category of Articles 20 and 21 of the Regulation", example: "法规规章规范性文件")
    case .audience:
      Field(
        "audience", "服务对象", aliases: ["服务对象分类"], .terms(vocabulary: "audience"), zh: "主要面向谁",
        en: "whom it mainly serves", example: "面向公民")
    case .disclosure:
      Field(
        "disclosure", "公开方式", aliases: ["公开属性"], .term(vocabulary: "disclosure"), zh: "主动公开、依申请公开或者不予公开",
        en: "active disclosure, on application, or withheld", example: "主动公开")
    case .withholdingReason:
      Field(
        "withholding_reason", "不予公开理由", aliases: ["不公开理由"], .term(vocabulary: "refusal"), zh: "依申请公开、不予公开的理由",
        en: "why it is not actively disclosed", example: "属于四类过程性信息")
    case .validity:
      Field(
        "validity", "有效性", aliases: ["时效"], .term(vocabulary: "validity"), zh: "文件现在的效力", en: "whether it is in force",
        example: "现行有效")
    case .department:
      Field(
        "department", "责任科室", aliases: ["责任部门"], .term(vocabulary: "department"), zh: "负责这条信息的科室",
        en: "responsible department", example: "办公室")
    case .summary:
      Field(
        "summary", "内容概述", aliases: ["摘要"], .text, zh: "一百字以内，不重复标题；不写时取正文开头",
        en: "at most 100 characters; taken from the body when absent", example: "安排科技活动周的时间、内容和分工。")
    case .keywords:
      Field("keywords", "关键词", aliases: ["主题词"], .texts, zh: "几个词的列表", en: "a list of words", example: "[科技活动周, 科普]")
    case .source:
      Field(
        "source", "信息来源", aliases: ["来源"], .text, zh: "信息从哪里来；不写时为发布机构",
        en: "where it comes from; the publisher when absent", example: "某某县统计局")
    case .disclosureTerm:
      Field(
        "disclosure_term", "公开时限", .choice(Self.choices(["长期公开", "及时公开", "限时公开", "按年公开", "永久公开", "20个工作日"])),
        zh: "多久之内公开，或者公开多久", en: "how soon or how long it is disclosed", example: "长期公开")
    case .disclosureScope:
      Field(
        "disclosure_scope", "公开范围", .choice(Self.choices(["面向社会", "面向申请人", "全社会", "特定群体"])),
        zh: "向谁公开", en: "to whom it is disclosed", example: "面向社会")
    case .channels:
      Field(
        "channels", "公开渠道", aliases: ["公开渠道和载体", "公开形式"], .texts, zh: "除本平台外还在哪里公开", en: "where else it is disclosed",
        example: "[政府公报, 公开查阅点]")
    case .disclosureBasis:
      Field(
        "disclosure_basis", "公开依据", .text, zh: "要求公开它的法规或者文件", en: "what asks for its disclosure",
        example: "《中华人民共和国政府信息公开条例》第二十条")
    case .dateCatalogued:
      Field(
        "date_catalogued", "著录日期", aliases: ["编目日期"], .date, zh: "编入目录的日期；不写时为发布日期",
        en: "day it was catalogued; the day of publication when absent", example: "2017-05-12")
    case .format:
      Field(
        "format", "信息格式", aliases: ["格式"], .text, zh: "原件的格式；不写时为 HTML", en: "format of the original; HTML when absent",
        example: "PDF")
    case .language:
      Field(
        "language", "语种", .text, zh: "正文的语言；不写时为 zh-CN", en: "language of the text; zh-CN when absent", example: "zh-CN"
      )
    case .onlineLink:
      Field(
        "online_link", "在线链接地址", aliases: ["链接地址"], .text, zh: "原载别的政府网站的，写那里的网址；不写时为本站网页",
        en: "its address where another site holds it; this site's page when absent", example: "https://www.gov.cn/")
    case .review:
      Field(
        "review", "审查", aliases: ["审查记录"], .record(ReviewField.table), zh: "公开前审查的记录",
        en: "record of the review before release", example: "{审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}")
    case .relations:
      Field(
        "relations", "关联", aliases: ["关联文件"], .records(RelationField.table), zh: "与目录中其他文件的关系",
        en: "how it relates to other entries", example: "[{关系: 修改, 文件: 000000000/2007-00001}]")
    case .attachments:
      Field(
        "attachments", "附件", .records(AttachmentField.table), zh: "同一文件夹里的附件及其名称",
        en: "files beside the document, with their names", example: "[{文件: form.csv, 名称: 申请表}]")
    case .changes:
      Field(
        "changes", "更新记录", aliases: ["修订记录"], .records(ChangeField.table), zh: "发布以后对内容的更正和补充",
        en: "corrections and additions since it was published", example: "[{日期: 2017-06-01, 说明: 补充附件二}]")
    case .reportYear:
      Field("report_year", "年度", .integer, zh: "年度报告所报告的年份", en: "year a yearly report reports on", example: "2017")
    case .period:
      Field(
        "period", "统计期限", .record(PeriodField.table), zh: "年度报告的统计起止日期", en: "first and last day the figures cover",
        example: "{起: 2017-01-01, 止: 2017-12-31}")
    case .statistics:
      Field(
        "statistics", "统计", .free, zh: "年度报告统计表的数字，按表、行、列书写，见 docs/reports.md",
        en: "numbers of a yearly report's tables, by table, row and column")
    case .contact:
      Field(
        "contact", "联系方式", .record(ContactField.table), zh: "工作机构和联系方式", en: "the office in charge and how to reach it",
        example: "{电话: 0632-0000000}")
    case .slug:
      Field(
        "slug", "网址名", .text, zh: "网址里的名字；不写时用文件名", en: "name in the address; the file name when absent",
        example: "management")
    case .draft:
      Field("draft", "草稿", .flag, zh: "写“是”时不发布", en: "true keeps it unpublished", example: "是")
    case .personalDataExceptions:
      Field(
        "personal_data_exceptions", "个人信息例外", .records(ExceptionField.table), zh: "经批准可以公开的个人信息，逐条写理由和批准人",
        en: "personal data approved for publication, each with its reason and approver")
    }
  }

  private static func choices(_ labels: [String]) -> [ValueType.Choice] { labels.map { .init($0, $0) } }

  /// The fields that readers are shown as they are written, and nothing else follows from.
  public static let shownAsWritten: [DocumentField] = [
    .source, .disclosureTerm, .disclosureScope, .channels, .disclosureBasis, .dateCatalogued, .format, .language,
    .onlineLink,
  ]
}
