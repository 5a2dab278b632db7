import Disclosure
import Templates

/// A titled address.
final class LinkModel: TemplateModel {
  let title: String
  let url: String
  let note: String?
  let date: String?

  init(title: String, url: String, note: String? = nil, date: String? = nil) {
    self.title = title
    self.url = url
    self.note = note
    self.date = date
  }

  static let model = Model<LinkModel>(
    "link",
    [
      .text("title", zh: "文字", en: "text") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("note", zh: "一句说明", en: "a sentence about it") { $0.note },
      .text("date", zh: "日期", en: "date") { $0.date },
    ])
}

/// A column in the navigation.
struct ColumnModel: TemplateModel {
  /// What its name shares with the platform's, which the page says already; small screens leave it out.
  var prefix: String?
  /// The rest of its name.
  var name: String
  var url: String
  var isCurrent: Bool

  static let model = Model<ColumnModel>(
    "column",
    [
      .text(
        "prefix", zh: "栏目名称里与平台名称相同的开头，小屏幕上可以不显示",
        en: "what its name shares with the platform's, which small screens may leave out"
      ) { $0.prefix },
      .text("name", zh: "栏目名称的其余部分", en: "the rest of its name") { $0.name },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .flag("isCurrent", zh: "就是当前栏目", en: "is the current column") { $0.isCurrent },
    ])
}

/// How to reach the office.
struct ContactModel: TemplateModel {
  var office, address, postcode, phone, fax, email, hours: String?

  static let model = Model<ContactModel>(
    "contact",
    [
      .text("office", zh: "工作机构", en: "office") { $0.office },
      .text("address", zh: "办公地址", en: "address") { $0.address },
      .text("postcode", zh: "邮政编码", en: "postcode") { $0.postcode },
      .text("phone", zh: "联系电话", en: "telephone") { $0.phone },
      .text("fax", zh: "传真号码", en: "fax") { $0.fax },
      .text("email", zh: "互联网联系方式", en: "e-mail or other internet contact") { $0.email },
      .text("hours", zh: "办公时间", en: "office hours") { $0.hours },
    ])
}

/// What every page says of the site. By reference, as templates ask for it on every line.
final class SiteModel: TemplateModel {
  let title: String
  let siteName: String
  let description: String
  let organization: String
  let siteCode: String?
  let domain: String
  let recordNumber: String?
  let policeNumber: String?
  let contact: ContactModel?
  /// The organ in whose part of the site the page lies.
  let organ: LinkModel?
  /// Leads from the page to the site's root: empty or `../` as often as needed.
  let root: String
  let hasSearch: Bool
  let header: [UInt8]?
  let footer: [UInt8]?
  let navigation: [ColumnModel]
  /// Plain pages, for the footer.
  let pages: [LinkModel]

  init(
    _ settings: SiteSettings, contact: ContactModel?, organ: LinkModel?, root: String, header: [UInt8]?,
    footer: [UInt8]?,
    navigation: [ColumnModel], pages: [LinkModel]
  ) {
    title = settings.title
    siteName = settings.siteName
    description = settings.description
    organization = settings.organization
    siteCode = settings.siteCode
    domain = SiteAddress(settings.baseURL).host
    recordNumber = settings.recordNumber
    policeNumber = settings.policeNumber
    self.contact = contact
    self.organ = organ
    self.root = root
    hasSearch = settings.search.isEnabled
    self.header = header
    self.footer = footer
    self.navigation = navigation
    self.pages = pages
  }

  static let model = Model<SiteModel>(
    "site",
    [
      .text("title", zh: "平台名称", en: "name of the platform") { $0.title },
      .text("siteName", zh: "网站名称", en: "name of the site") { $0.siteName },
      .text("description", zh: "网站说明", en: "about the site") { $0.description },
      .text("organization", zh: "主办机构", en: "organ in charge") { $0.organization },
      .text("siteCode", zh: "网站标识码", en: "site code") { $0.siteCode },
      .text("domain", zh: "域名", en: "domain") { $0.domain },
      .text("recordNumber", zh: "ICP备案号", en: "ICP record number") { $0.recordNumber },
      .text("policeNumber", zh: "公安备案号", en: "public security record number") { $0.policeNumber },
      .object("contact", of: ContactModel.self, zh: "联系方式", en: "contact") { $0.contact },
      .object(
        "organ", of: LinkModel.self, zh: "页面所属的机关，网站只有一个机关时没有",
        en: "the organ whose page it is, absent on the site's own"
      ) { $0.organ },
      .text("root", zh: "从本页到网站根的相对路径，可以为空", en: "relative path from the page to the root, may be empty") { $0.root },
      .flag("hasSearch", zh: "有检索页", en: "has a search page") { $0.hasSearch },
      .html("header", zh: "门户网站的页眉", en: "the portal's header") { $0.header },
      .html("footer", zh: "门户网站的页脚", en: "the portal's footer") { $0.footer },
      .list("navigation", of: ColumnModel.self, zh: "栏目", en: "columns") { $0.navigation },
      .list("pages", of: LinkModel.self, zh: "普通页面", en: "plain pages") { $0.pages },
    ])
}

/// What every page says of itself in its head. By reference, as templates ask for it on every line.
final class HeadModel: TemplateModel {
  let title: String
  let description: String
  let canonical: String
  let columnName: String?
  let breadcrumbs: [LinkModel]
  let structuredData: [UInt8]?

  init(
    title: String, description: String, canonical: String, columnName: String?, breadcrumbs: [LinkModel],
    structuredData: [UInt8]? = nil
  ) {
    self.title = title
    self.description = description
    self.canonical = canonical
    self.columnName = columnName
    self.breadcrumbs = breadcrumbs
    self.structuredData = structuredData
  }

  func with(structuredData: [UInt8]) -> HeadModel {
    HeadModel(
      title: title, description: description, canonical: canonical, columnName: columnName, breadcrumbs: breadcrumbs,
      structuredData: structuredData)
  }

  static let model = Model<HeadModel>(
    "page",
    [
      .text("title", zh: "页面标题", en: "title of the page") { $0.title },
      .text("description", zh: "一两句说明", en: "a sentence or two") { $0.description },
      .text("canonical", zh: "完整网址", en: "full address") { $0.canonical },
      .text("columnName", zh: "所属栏目", en: "column it belongs to") { $0.columnName },
      .list("breadcrumbs", of: LinkModel.self, zh: "当前位置", en: "breadcrumbs") { $0.breadcrumbs },
      .html("structuredData", zh: "给搜索引擎的说明（JSON-LD）", en: "description for search engines, as JSON-LD") {
        $0.structuredData
      },
      .flag("hasBreadcrumbs", zh: "不是首页", en: "is not the home page") { !$0.breadcrumbs.isEmpty },
    ])
}

/// What all pages of a column have in common.
struct SharedModel: TemplateModel {
  let site: SiteModel
  let headings: HeadingsModel

  static let model = Model<SharedModel>(
    "shared",
    [
      .object("site", of: SiteModel.self, zh: "网站", en: "the site") { $0.site },
      .object("headings", of: HeadingsModel.self, zh: "目录各栏的名称", en: "what the columns of catalogs are called") {
        $0.headings
      },
    ])
}

extension Model.Field where Root: PageModel {
  static var page: Self { .object("page", of: HeadModel.self, zh: "页面", en: "the page") { $0.page } }
}

/// A model that a page template is rendered with.
protocol PageModel: TemplateModel {
  static var template: String { get }
  var site: TemplateContext { get }
  var page: HeadModel { get }
}
