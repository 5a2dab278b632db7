import Templates

/// What one organ, department or year published, and how fast.
struct AssessmentRow: TemplateModel {
  var name: String
  var url: String?
  var published: Int
  var listed: Int
  var withheld: Int
  var limited: Int
  var inTime: Int
  var late: Int
  var inTimePercent: String?
  var median: String?
  var longest: String?

  static let model = Model<AssessmentRow>(
    "assessment-row",
    [
      .text("name", zh: "机关、科室或者年份", en: "organ, department or year") { $0.name },
      .text("url", zh: "机关自己的考核页面", en: "the organ's own page") { $0.url },
      .number("published", zh: "主动公开的条数", en: "entries actively disclosed") { $0.published },
      .number("listed", zh: "依申请公开、只列目录的条数", en: "entries listed only, on application") { $0.listed },
      .number("withheld", zh: "不予公开的条数", en: "entries withheld") { $0.withheld },
      .number("limited", zh: "有公开期限的条数", en: "entries that have a time limit") { $0.limited },
      .number("inTime", zh: "按期公开的条数", en: "entries published in time") { $0.inTime },
      .number("late", zh: "逾期公开的条数", en: "entries published late") { $0.late },
      .text("inTimePercent", zh: "按期公开的百分比", en: "share published in time") { $0.inTimePercent },
      .text("median", zh: "从成文到公开的工作日，中位数", en: "median of working days to publication") { $0.median },
      .text("longest", zh: "从成文到公开的工作日，最长", en: "most working days to publication") { $0.longest },
    ])
}

struct AssessmentTable: TemplateModel {
  var label: String
  var rows: [AssessmentRow]

  static let model = Model<AssessmentTable>(
    "assessment-table",
    [
      .text("label", zh: "按什么分：机关、责任科室、年份", en: "what the rows are") { $0.label },
      .list("rows", of: AssessmentRow.self, zh: "各行", en: "rows") { $0.rows },
    ])
}

/// An entry that was published late.
struct LateEntry: TemplateModel {
  var title: String
  var url: String
  var dateCreated: String?
  var datePublished: String?
  var days: Int

  static let model = Model<LateEntry>(
    "late-entry",
    [
      .text("title", zh: "标题", en: "title") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("dateCreated", zh: "成文日期", en: "date signed") { $0.dateCreated },
      .text("datePublished", zh: "发布日期", en: "date published") { $0.datePublished },
      .number("days", zh: "工作日", en: "working days") { $0.days },
    ])
}

/// Whether the report on a year was public in time.
struct ReportStanding: TemplateModel {
  var year: Int
  var url: String?
  var due: String?
  var published: String?
  var standing: String

  static let model = Model<ReportStanding>(
    "report-standing",
    [
      .number("year", zh: "年度", en: "year reported on") { $0.year },
      .text("url", zh: "报告的相对网址", en: "relative address of the report") { $0.url },
      .text("due", zh: "期限", en: "day it is due by") { $0.due },
      .text("published", zh: "公布日期", en: "day it was made public") { $0.published },
      .text("standing", zh: "按期、逾期等", en: "in time, late, and so on") { $0.standing },
    ])
}

/// What an organ published, how fast, and what is overdue.
struct AssessmentPage: PageModel {
  static let template = "assessment"
  var site: TemplateContext
  var page: HeadModel
  var limit: Int
  var tables: [AssessmentTable]
  var late: [LateEntry]
  var moreLate: Int
  var reports: [ReportStanding]
  var downloads: [ResourceModel]

  static let model = Model<AssessmentPage>(
    "assessment",
    [
      .page,
      .number("limit", zh: "公开期限的工作日数", en: "working days allowed") { $0.limit },
      .list("tables", of: AssessmentTable.self, zh: "各表，最后一行是合计", en: "tables, the last row being the total") {
        $0.tables
      },
      .list("late", of: LateEntry.self, zh: "逾期公开的条目，最慢的在前", en: "entries published late, the slowest first") {
        $0.late
      },
      .flag("hasLate", zh: "有逾期公开的条目", en: "has entries published late") { !$0.late.isEmpty },
      .number("moreLate", zh: "没有列出的逾期条数", en: "late entries that are not listed") { $0.moreLate },
      .flag("hasMoreLate", zh: "有没列出的逾期条目", en: "has late entries that are not listed") { $0.moreLate > 0 },
      .list("reports", of: ReportStanding.self, zh: "年度报告", en: "yearly reports") { $0.reports },
      .flag("hasReports", zh: "有年度报告", en: "has yearly reports") { !$0.reports.isEmpty },
      .list("downloads", of: ResourceModel.self, zh: "同样的数字，供下载", en: "the same numbers as files") { $0.downloads },
    ])
}
