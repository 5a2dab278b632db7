import Templates

/// A line of the metadata box.
final class FieldModel: TemplateModel {
  let label: String
  let value: String
  let url: String?

  init(label: String, value: String, url: String? = nil) {
    self.label = label
    self.value = value
    self.url = url
  }

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
  var sha256: String

  static let model = Model<AttachmentModel>(
    "attachment",
    [
      .text("name", zh: "名称", en: "name") { $0.name },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("type", zh: "格式", en: "format") { $0.type },
      .text("size", zh: "大小", en: "size") { $0.size },
      .text("sha256", zh: "SHA-256 校验值", en: "SHA-256 checksum") { $0.sha256 },
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
  var site: TemplateContext
  var page: HeadModel
  var title: String
  var fields: [FieldModel]
  var status: String?
  var isEnded: Bool
  var successors: [RelationModel]
  var isListedOnly: Bool
  var applyURL: String?
  var body: [UInt8]
  var contents: [HeadingModel]
  var attachments: [AttachmentModel]
  var relations: [RelationModel]
  var changes: [ChangeModel]
  var revised: String?
  var citation: String
  var standardCitation: String
  var newer: LinkModel?
  var older: LinkModel?
  var publicationDate: String?
  var source: String?
  var keywords: String?

  static let model = Model<EntryPage>(
    "document",
    [
      .page,
      .text("title", zh: "标题", en: "title") { $0.title },
      .list("fields", of: FieldModel.self, zh: "元数据", en: "metadata") { $0.fields },
      .text("status", zh: "效力提示，有效时没有", en: "notice about validity, absent when in force") { $0.status },
      .flag("isEnded", zh: "已经废止或者失效", en: "no longer in force") { $0.isEnded },
      .list(
        "successors", of: RelationModel.self, zh: "修改、废止、替代它的文件，不再原样有效时才有",
        en: "documents that amend, repeal or replace it, once it is no longer in force as it stands"
      ) { $0.successors },
      .flag("isListedOnly", zh: "依申请公开，只列目录", en: "listed only, disclosed on application") { $0.isListedOnly },
      .text("applyURL", zh: "申请表，已写好索引号", en: "the application form, with the index number") { $0.applyURL },
      .html("body", zh: "正文", en: "body") { $0.body },
      .list("contents", of: HeadingModel.self, zh: "正文目录", en: "contents") { $0.contents },
      .flag("hasContents", zh: "正文有两个以上的标题", en: "has two headings or more") { $0.contents.count > 1 },
      .list("attachments", of: AttachmentModel.self, zh: "附件", en: "attachments") { $0.attachments },
      .flag("hasAttachments", zh: "有附件", en: "has attachments") { !$0.attachments.isEmpty },
      .list("relations", of: RelationModel.self, zh: "相关文件", en: "related documents") { $0.relations },
      .flag("hasRelations", zh: "有相关文件", en: "has related documents") { !$0.relations.isEmpty },
      .list("changes", of: ChangeModel.self, zh: "发布以来的变动，新的在前", en: "changes since it was published, newest first") {
        $0.changes
      },
      .flag("hasChanges", zh: "有变动", en: "has changes") { !$0.changes.isEmpty },
      .text("revised", zh: "版本库里最后一次修改的日期", en: "day of the last change in git") { $0.revised },
      .text("citation", zh: "引用格式", en: "how to cite it") { $0.citation },
      .text("standardCitation", zh: "引用格式（GB/T 7714）", en: "how to cite it by GB/T 7714") { $0.standardCitation },
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
  var site: TemplateContext
  var page: HeadModel
  var title: String
  var body: [UInt8]
  var contents: [HeadingModel]
  var attachments: [AttachmentModel]
  var contact: ContactModel?
  var period: String?
  var statistics: [UInt8]?
  var downloads: [LinkModel]
  var comparison: String?
  var applicationForm: String?
  var revised: String?
  var publicationDate: String?
  var source: String?

  static let model = Model<ArticlePage>(
    "article",
    [
      .page,
      .text("title", zh: "标题", en: "title") { $0.title },
      .html("body", zh: "正文", en: "body") { $0.body },
      .list("contents", of: HeadingModel.self, zh: "正文目录", en: "contents") { $0.contents },
      .flag("hasContents", zh: "正文有两个以上的标题", en: "has two headings or more") { $0.contents.count > 1 },
      .list("attachments", of: AttachmentModel.self, zh: "附件", en: "attachments") { $0.attachments },
      .flag("hasAttachments", zh: "有附件", en: "has attachments") { !$0.attachments.isEmpty },
      .object("contact", of: ContactModel.self, zh: "联系方式", en: "contact") { $0.contact },
      .text("period", zh: "统计期限", en: "period the figures cover") { $0.period },
      .html("statistics", zh: "年度报告的统计表和图", en: "tables and chart of a yearly report") { $0.statistics },
      .list("downloads", of: LinkModel.self, zh: "统计表的数字，供下载", en: "numbers of the tables as files") { $0.downloads },
      .text("comparison", zh: "历年比较的网址", en: "address of the comparison over the years") { $0.comparison },
      .text("applicationForm", zh: "申请表，只在依申请公开页面", en: "the application form, on the page on applying only") {
        $0.applicationForm
      },
      .text("revised", zh: "版本库里最后一次修改的日期", en: "day of the last change in git") { $0.revised },
      .text("publicationDate", zh: "发布日期", en: "date published") { $0.publicationDate },
      .text("source", zh: "来源", en: "source") { $0.source },
    ])
}
