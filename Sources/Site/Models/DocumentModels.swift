import Templates

/// A line of the metadata box.
struct FieldModel: TemplateModel {
  var label: String
  var value: String
  var url: String?

  static let model = Model<FieldModel>(
    "field",
    [
      .text("label", zh: "正式名称", en: "official label") { $0.label },
      .text("value", zh: "值", en: "value") { $0.value },
      .text("url", zh: "同类条目的列表", en: "list of entries with this value") { $0.url },
    ])
}

/// A heading in the contents list.
struct HeadingModel: TemplateModel {
  var title: String
  var id: String
  var isNested: Bool

  static let model = Model<HeadingModel>(
    "heading",
    [
      .text("title", zh: "标题", en: "title") { $0.title },
      .text("id", zh: "页内位置", en: "fragment") { $0.id },
      .flag("isNested", zh: "不是最高一级", en: "is below the top level") { $0.isNested },
    ])
}

struct AttachmentModel: TemplateModel {
  var name: String
  var url: String
  var type: String
  var size: String

  static let model = Model<AttachmentModel>(
    "attachment",
    [
      .text("name", zh: "名称", en: "name") { $0.name },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("type", zh: "格式", en: "format") { $0.type },
      .text("size", zh: "大小", en: "size") { $0.size },
    ])
}

struct RelationModel: TemplateModel {
  var label: String
  var title: String
  var url: String?
  var isEnded: Bool

  static let model = Model<RelationModel>(
    "relation",
    [
      .text("label", zh: "关系", en: "relation") { $0.label },
      .text("title", zh: "另一份文件的标题", en: "title of the other document") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .flag("isEnded", zh: "另一份文件已经废止或者失效", en: "the other document is no longer in force") { $0.isEnded },
    ])
}

/// The page of a catalog entry.
struct EntryPage: PageModel {
  static let template = "document"
  var site: SiteModel
  var page: HeadModel
  var title: String
  var fields: [FieldModel]
  var status: String?
  var isEnded: Bool
  var successors: [RelationModel]
  var isListedOnly: Bool
  var applyURL: String
  var body: [UInt8]
  var contents: [HeadingModel]
  var attachments: [AttachmentModel]
  var relations: [RelationModel]
  var citation: String
  var newer: LinkModel?
  var older: LinkModel?
  var publicationDate: String?
  var source: String?
  var keywords: String?

  static let model = Model<EntryPage>(
    "document",
    [
      .site, .page,
      .text("title", zh: "标题", en: "title") { $0.title },
      .list("fields", of: FieldModel.self, zh: "元数据", en: "metadata") { $0.fields },
      .text("status", zh: "效力提示，有效时没有", en: "notice about validity, absent when in force") { $0.status },
      .flag("isEnded", zh: "已经废止或者失效", en: "no longer in force") { $0.isEnded },
      .list("successors", of: RelationModel.self, zh: "修改、废止、替代它的文件，不再原样有效时才有", en: "documents that amend, repeal or replace it, once it is no longer in force as it stands") { $0.successors },
      .flag("isListedOnly", zh: "依申请公开，只列目录", en: "listed only, disclosed on application") { $0.isListedOnly },
      .text("applyURL", zh: "依申请公开页面", en: "page on applying") { $0.applyURL },
      .html("body", zh: "正文", en: "body") { $0.body },
      .list("contents", of: HeadingModel.self, zh: "正文目录", en: "contents") { $0.contents },
      .flag("hasContents", zh: "正文有两个以上的标题", en: "has two headings or more") { $0.contents.count > 1 },
      .list("attachments", of: AttachmentModel.self, zh: "附件", en: "attachments") { $0.attachments },
      .flag("hasAttachments", zh: "有附件", en: "has attachments") { !$0.attachments.isEmpty },
      .list("relations", of: RelationModel.self, zh: "相关文件", en: "related documents") { $0.relations },
      .flag("hasRelations", zh: "有相关文件", en: "has related documents") { !$0.relations.isEmpty },
      .text("citation", zh: "引用格式", en: "how to cite it") { $0.citation },
      .object("newer", of: LinkModel.self, zh: "较新一条", en: "newer entry") { $0.newer },
      .object("older", of: LinkModel.self, zh: "较早一条", en: "older entry") { $0.older },
      .flag("hasNeighbours", zh: "有相邻条目", en: "has an entry before or after") { $0.newer != nil || $0.older != nil },
      .text("publicationDate", zh: "发布日期", en: "date published") { $0.publicationDate },
      .text("source", zh: "来源", en: "source") { $0.source },
      .text("keywords", zh: "关键词，以逗号分隔", en: "keywords, separated by commas") { $0.keywords },
    ])
}

/// The page of a guide, a rule, a report, the application page or a plain page.
struct ArticlePage: PageModel {
  static let template = "article"
  var site: SiteModel
  var page: HeadModel
  var title: String
  var body: [UInt8]
  var contents: [HeadingModel]
  var attachments: [AttachmentModel]
  var contact: ContactModel?
  var period: String?
  var statistics: [UInt8]?
  var numbersCSV: String?
  var numbersJSON: String?
  var comparison: String?
  var publicationDate: String?
  var source: String?

  static let model = Model<ArticlePage>(
    "article",
    [
      .site, .page,
      .text("title", zh: "标题", en: "title") { $0.title },
      .html("body", zh: "正文", en: "body") { $0.body },
      .list("contents", of: HeadingModel.self, zh: "正文目录", en: "contents") { $0.contents },
      .flag("hasContents", zh: "正文有两个以上的标题", en: "has two headings or more") { $0.contents.count > 1 },
      .list("attachments", of: AttachmentModel.self, zh: "附件", en: "attachments") { $0.attachments },
      .flag("hasAttachments", zh: "有附件", en: "has attachments") { !$0.attachments.isEmpty },
      .object("contact", of: ContactModel.self, zh: "联系方式", en: "contact") { $0.contact },
      .text("period", zh: "统计期限", en: "period the figures cover") { $0.period },
      .html("statistics", zh: "年度报告的统计表和图", en: "tables and chart of a yearly report") { $0.statistics },
      .text("numbersCSV", zh: "统计表数字（CSV）", en: "numbers of the tables as CSV") { $0.numbersCSV },
      .text("numbersJSON", zh: "统计表数字（JSON）", en: "numbers of the tables as JSON") { $0.numbersJSON },
      .text("comparison", zh: "历年比较的网址", en: "address of the comparison over the years") { $0.comparison },
      .text("publicationDate", zh: "发布日期", en: "date published") { $0.publicationDate },
      .text("source", zh: "来源", en: "source") { $0.source },
    ])
}
