import Disclosure
import Templates

/// A line of the catalog, read from the document itself: most lines that lists ask for have been rendered before.
struct EntryRow: TemplateModel {
  let position: Int
  let root: RelativeURL
  let builder: ModelBuilder
  /// The builder's catalog keeps it alive. Not counted: both workers read of most documents.
  private let document: Unmanaged<Document>

  init(position: Int, root: RelativeURL, builder: ModelBuilder) {
    self.position = position
    self.root = root
    self.builder = builder
    document = .passUnretained(builder.catalog.documents[position])
  }

  private var url: String { root.to(builder.plan.addresses[position]) }
  private var publisher: String? { builder.terms.name(read { $0.publisher }, of: .publisher) }
  private var validity: String? { builder.terms.name(read { $0.validity }, of: .validity) }

  @inline(__always)
  private func read<Value>(_ value: (Document) -> Value) -> Value { document._withUnsafeGuaranteedRef(value) }

  static let model = Model<EntryRow>(
    "entry-row", identity: { $0.position },
    [
      .text("title", zh: "标题", en: "title") { $0.read { $0.title } },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("indexNumber", zh: "索引号", en: "index number") { $0.read { $0.indexNumber } },
      .text("documentNumber", zh: "发文字号", en: "document number") { $0.read { $0.documentNumber } },
      .text("publisher", zh: "发布机构", en: "publisher") { $0.publisher },
      .text("dateCreated", zh: "成文日期", en: "date signed") { $0.read { $0.dateCreated?.description } },
      .text("datePublished", zh: "发布日期", en: "date published") { $0.read { $0.date?.description } },
      .text("summary", zh: "内容概述", en: "summary") { $0.read { $0.summary } },
      .text("validity", zh: "有效性", en: "validity") { $0.validity },
      .flag("isEnded", zh: "已经废止或者失效", en: "no longer in force") { $0.builder.terms.isEnded($0.read { $0.validity }) },
      .flag("isListedOnly", zh: "依申请公开，只列目录", en: "listed only, disclosed on application") {
        $0.read { $0.publication } == .listed
      },
    ])
}

/// What the columns of a catalog are called.
struct HeadingsModel: TemplateModel {
  var indexNumber: String
  var title: String
  var dateCreated: String
  var dateRepealed: String
  var validity: String

  static let model = Model<HeadingsModel>(
    "headings",
    [
      .text("indexNumber", zh: "索引号一栏", en: "of index numbers") { $0.indexNumber },
      .text("title", zh: "名称一栏", en: "of titles") { $0.title },
      .text("dateCreated", zh: "生成日期一栏", en: "of dates signed") { $0.dateCreated },
      .text("dateRepealed", zh: "废止日期一栏", en: "of dates repealed") { $0.dateRepealed },
      .text("validity", zh: "有效性一栏", en: "of validity") { $0.validity },
    ])
}

/// A term of a vocabulary with the number of entries it has.
struct TermModel: TemplateModel {
  var name: String
  var url: String
  var count: Int
  var isCurrent: Bool
  var children: [TermModel]

  static let model = Model<TermModel>(
    "term",
    [
      .text("name", zh: "名称", en: "name") { $0.name },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .number("count", zh: "条数，含下级", en: "entries, those of its children included") { $0.count },
      .flag("isCurrent", zh: "就是当前列表", en: "is the current list") { $0.isCurrent },
      .list("children", of: TermModel.self, zh: "下级", en: "terms below") { $0.children },
      .flag("hasChildren", zh: "有下级", en: "has terms below") { !$0.children.isEmpty },
    ])
}

/// A vocabulary as a way into the catalog.
struct FacetModel: TemplateModel {
  var label: String
  var terms: [TermModel]

  static let model = Model<FacetModel>(
    "facet",
    [
      .text("label", zh: "词表名称", en: "label of the vocabulary") { $0.label },
      .list("terms", of: TermModel.self, zh: "有条目的词条", en: "terms that have entries") { $0.terms },
    ])
}

/// The other pages of a list that has several.
struct PagerModel: TemplateModel {
  var number: Int
  var pages: Int
  var newest: LinkModel?
  var newer: LinkModel?
  var older: LinkModel?

  static let model = Model<PagerModel>(
    "pager",
    [
      .number("number", zh: "本页的页号，从最早的一页数起", en: "number of the page, counted from the oldest") { $0.number },
      .number("pages", zh: "共有多少页", en: "number of pages") { $0.pages },
      .flag("hasPages", zh: "不止一页", en: "has more than one page") { $0.pages > 1 },
      .object("newest", of: LinkModel.self, zh: "最新一页", en: "newest page") { $0.newest },
      .object("newer", of: LinkModel.self, zh: "较新一页", en: "newer page") { $0.newer },
      .object("older", of: LinkModel.self, zh: "较早一页", en: "older page") { $0.older },
    ])
}

/// A page of the catalog, or of one term.
struct ListPage: PageModel {
  static let template = "list"
  var site: TemplateContext
  var page: HeadModel
  var rows: [EntryRow]
  var total: Int
  var pager: PagerModel
  var facets: [FacetModel]

  static let model = Model<ListPage>(
    "list",
    [
      .page,
      .list("rows", of: EntryRow.self, zh: "本页的条目，新的在前", en: "entries of the page, newest first") { $0.rows },
      .flag("hasRows", zh: "本页有条目", en: "has entries") { !$0.rows.isEmpty },
      .number("total", zh: "列表共有多少条", en: "entries in the whole list") { $0.total },
      .object("pager", of: PagerModel.self, zh: "翻页", en: "the other pages of the list") { $0.pager },
      .list("facets", of: FacetModel.self, zh: "分类入口，只在第一页", en: "vocabularies, on the first page only") { $0.facets },
      .flag("hasFacets", zh: "有分类入口", en: "has vocabularies") { !$0.facets.isEmpty },
    ])
}
