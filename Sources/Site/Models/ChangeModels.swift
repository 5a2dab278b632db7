import Templates

/// Something that happened to a document.
struct ChangeModel: TemplateModel {
  var date: String
  var label: String
  var title: String
  var url: String
  var note: String?

  static let model = Model<ChangeModel>(
    "change",
    [
      .text("date", zh: "日期", en: "date") { $0.date },
      .text("label", zh: "发布、更新、废止或者失效", en: "published, changed, repealed or lapsed") { $0.label },
      .text("title", zh: "文件的标题", en: "title of the document") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("note", zh: "更新了什么", en: "what was changed") { $0.note },
    ])
}

struct ChangeGroup: TemplateModel {
  var title: String
  var changes: [ChangeModel]

  static let model = Model<ChangeGroup>(
    "change-group",
    [
      .text("title", zh: "年月", en: "month") { $0.title },
      .list("changes", of: ChangeModel.self, zh: "这个月的变动，新的在前", en: "changes of the month, newest first") {
        $0.changes
      },
    ])
}

/// 更新: what was published, changed and repealed lately on the whole site.
struct UpdatesPage: PageModel {
  static let template = "updates"
  var site: TemplateContext
  var page: HeadModel
  var months: [ChangeGroup]

  static let model = Model<UpdatesPage>(
    "updates",
    [
      .page,
      .list("months", of: ChangeGroup.self, zh: "按月的变动", en: "changes by month") { $0.months },
      .flag("hasMonths", zh: "有变动", en: "has changes") { !$0.months.isEmpty },
    ])
}

/// A document that is no longer in force.
struct EndedRow: TemplateModel {
  var title: String
  var url: String
  var documentNumber: String?
  var status: String
  var date: String?
  var replacement: LinkModel?

  static let model = Model<EndedRow>(
    "ended-row",
    [
      .text("title", zh: "标题", en: "title") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("documentNumber", zh: "发文字号", en: "document number") { $0.documentNumber },
      .text("status", zh: "有效性", en: "validity") { $0.status },
      .text("date", zh: "废止日期", en: "day it ceased to be in force") { $0.date },
      .object("replacement", of: LinkModel.self, zh: "废止它的文件", en: "the document that repealed it") { $0.replacement },
    ])
}

/// 废止: a page of the documents no longer in force, whose own pages stay.
struct RepealedPage: PageModel {
  static let template = "repealed"
  var site: TemplateContext
  var page: HeadModel
  var rows: [EndedRow]
  var total: Int
  var pager: PagerModel

  static let model = Model<RepealedPage>(
    "repealed",
    [
      .page,
      .list("rows", of: EndedRow.self, zh: "本页的文件，后废止的在前", en: "documents of the page, latest first") { $0.rows },
      .flag("hasRows", zh: "本页有文件", en: "has documents") { !$0.rows.isEmpty },
      .number("total", zh: "共有多少件", en: "documents in all") { $0.total },
      .object("pager", of: PagerModel.self, zh: "翻页", en: "the other pages of the list") { $0.pager },
    ])
}
