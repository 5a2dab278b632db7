import Templates

/// A titled address.
struct LinkModel: TemplateModel {
  var title: String
  var url: String
  var note: String?
  var date: String?
  var isCurrent = false

  static let model = Model<LinkModel>(
    "link",
    [
      .text("title", zh: "文字", en: "text") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("note", zh: "一句说明", en: "a sentence about it") { $0.note },
      .text("date", zh: "日期", en: "date") { $0.date },
      .flag("isCurrent", zh: "就是当前页面或者栏目", en: "is the current page or column") { $0.isCurrent },
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

/// What every page says of the site.
struct SiteModel: TemplateModel {
  var title: String
  var siteName: String
  var description: String
  var organization: String
  var siteCode: String?
  var domain: String
  var recordNumber: String?
  var policeNumber: String?
  var contact: ContactModel?
  /// The organ in whose part of the site the page lies.
  var organ: LinkModel?
  /// Leads from the page to the site's root: empty or `../` as often as needed.
  var root: String
  var header: [UInt8]?
  var footer: [UInt8]?
  var navigation: [LinkModel]
  /// Plain pages, for the footer.
  var pages: [LinkModel]

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
      .object("organ", of: LinkModel.self, zh: "页面所属的机关，网站只有一个机关时没有", en: "the organ whose page it is, absent on the site's own") { $0.organ },
      .text("root", zh: "从本页到网站根的相对路径，可以为空", en: "relative path from the page to the root, may be empty") { $0.root },
      .html("header", zh: "门户网站的页眉", en: "the portal's header") { $0.header },
      .html("footer", zh: "门户网站的页脚", en: "the portal's footer") { $0.footer },
      .list("navigation", of: LinkModel.self, zh: "栏目", en: "columns") { $0.navigation },
      .list("pages", of: LinkModel.self, zh: "普通页面", en: "plain pages") { $0.pages },
    ])
}

/// What every page says of itself in its head.
struct HeadModel: TemplateModel {
  var title: String
  var description: String
  var canonical: String
  var columnName: String?
  var breadcrumbs: [LinkModel]
  var structuredData: [UInt8]?

  static let model = Model<HeadModel>(
    "page",
    [
      .text("title", zh: "页面标题", en: "title of the page") { $0.title },
      .text("description", zh: "一两句说明", en: "a sentence or two") { $0.description },
      .text("canonical", zh: "完整网址", en: "full address") { $0.canonical },
      .text("columnName", zh: "所属栏目", en: "column it belongs to") { $0.columnName },
      .list("breadcrumbs", of: LinkModel.self, zh: "当前位置", en: "breadcrumbs") { $0.breadcrumbs },
      .html("structuredData", zh: "给搜索引擎的说明（JSON-LD）", en: "description for search engines, as JSON-LD") { $0.structuredData },
      .flag("hasBreadcrumbs", zh: "不是首页", en: "is not the home page") { !$0.breadcrumbs.isEmpty },
    ])
}

extension Model.Field where Root: PageModel {
  static var site: Self { .object("site", of: SiteModel.self, zh: "网站", en: "the site") { $0.site } }
  static var page: Self { .object("page", of: HeadModel.self, zh: "页面", en: "the page") { $0.page } }
}

/// A model that a page template is rendered with.
protocol PageModel: TemplateModel {
  static var template: String { get }
  var site: SiteModel { get }
  var page: HeadModel { get }
}
