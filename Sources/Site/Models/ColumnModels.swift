import Templates

/// The column's home page.
struct HomePage: PageModel {
  static let template = "home"
  var site: TemplateContext
  var page: HeadModel
  var columns: [LinkModel]
  var organs: [LinkModel]
  var latest: [EntryRow]
  var total: Int
  var inForce: Int
  var reports: [LinkModel]

  static let model = Model<HomePage>(
    "home",
    [
      .page,
      .list("columns", of: LinkModel.self, zh: "五个入口", en: "the five entrances") { $0.columns },
      .list("organs", of: LinkModel.self, zh: "各机关的首页，只在网站首页", en: "home pages of the organs, on the site's own only") {
        $0.organs
      },
      .flag("hasOrgans", zh: "有各机关的首页", en: "has home pages of organs") { !$0.organs.isEmpty },
      .list("latest", of: EntryRow.self, zh: "最近的条目", en: "latest entries") { $0.latest },
      .flag("hasLatest", zh: "有条目", en: "has entries") { !$0.latest.isEmpty },
      .number("total", zh: "目录条数", en: "entries in the catalog") { $0.total },
      .number("inForce", zh: "现行有效的条数", en: "entries in force") { $0.inForce },
      .list("reports", of: LinkModel.self, zh: "年度报告", en: "yearly reports") { $0.reports },
      .flag("hasReports", zh: "有年度报告", en: "has yearly reports") { !$0.reports.isEmpty },
    ])
}

/// A plain list of links: the rules, the reports.
struct IndexPage: PageModel {
  static let template = "index"
  var site: TemplateContext
  var page: HeadModel
  var items: [LinkModel]
  var comparison: String?

  static let model = Model<IndexPage>(
    "index",
    [
      .page,
      .text("comparison", zh: "年度报告历年比较的网址", en: "address of the comparison of yearly reports") { $0.comparison },
      .list("items", of: LinkModel.self, zh: "条目", en: "items") { $0.items },
      .flag("hasItems", zh: "有条目", en: "has items") { !$0.items.isEmpty },
    ])
}

/// The numbers of all yearly reports side by side.
struct ComparisonPage: PageModel {
  static let template = "comparison"
  var site: TemplateContext
  var page: HeadModel
  var contents: [HeadingModel]
  var body: [UInt8]

  static let model = Model<ComparisonPage>(
    "comparison",
    [
      .page,
      .list("contents", of: HeadingModel.self, zh: "各项指标", en: "the measures") { $0.contents },
      .html("body", zh: "各项指标的图和表", en: "charts and tables of the measures") { $0.body },
    ])
}

struct LinkGroup: TemplateModel {
  var title: String
  var links: [LinkModel]

  static let model = Model<LinkGroup>(
    "group",
    [
      .text("title", zh: "标题", en: "title") { $0.title },
      .list("links", of: LinkModel.self, zh: "链接", en: "links") { $0.links },
    ])
}

/// The site map; also the way round a search that needs a script.
struct SiteMapPage: PageModel {
  static let template = "sitemap"
  var site: TemplateContext
  var page: HeadModel
  var groups: [LinkGroup]

  static let model = Model<SiteMapPage>(
    "sitemap",
    [.page, .list("groups", of: LinkGroup.self, zh: "分组", en: "groups") { $0.groups }])
}

struct SearchPage: PageModel {
  static let template = "search"
  var site: TemplateContext
  var page: HeadModel
  var groups: [LinkGroup]

  static let model = Model<SearchPage>(
    "search",
    [
      .page,
      .list("groups", of: LinkGroup.self, zh: "不用脚本时的浏览入口", en: "ways to browse without a script") { $0.groups },
    ])
}

struct NotFoundPage: PageModel {
  static let template = "404"
  var site: TemplateContext
  var page: HeadModel

  static let model = Model<NotFoundPage>("404", [.page])
}

/// The templates a theme must have, with what each may use.
public enum PageTemplates {
  /// What each may use beside its own names.
  public static let context = SharedModel.model.shape

  public static let all: [(template: String, shape: ModelShape)] = [
    (HomePage.template, HomePage.model.shape), (ListPage.template, ListPage.model.shape),
    (EntryPage.template, EntryPage.model.shape), (ArticlePage.template, ArticlePage.model.shape),
    (IndexPage.template, IndexPage.model.shape), (ComparisonPage.template, ComparisonPage.model.shape),
    (SiteMapPage.template, SiteMapPage.model.shape),
    (SearchPage.template, SearchPage.model.shape), (NotFoundPage.template, NotFoundPage.model.shape),
    (UpdatesPage.template, UpdatesPage.model.shape), (RepealedPage.template, RepealedPage.model.shape),
    (DataPage.template, DataPage.model.shape), (ApplicationFormPage.template, ApplicationFormPage.model.shape),
    (AssessmentPage.template, AssessmentPage.model.shape),
  ]
}
