import Disclosure
import Taxonomy
import Templates
import YAML

/// Makes page models from the plan. The pages of documents and lists are in extensions beside it.
///
/// By reference, as it holds the whole plan and is handed to each of its functions.
final class ModelBuilder {
  let plan: SitePlan
  let terms: TermNames
  /// The platform's name, a copy of this worker's own.
  private let title: String
  private let shared = SharedModels()
  private let recent = RecentItems()
  var catalog: Catalog { plan.catalog }
  var settings: SiteSettings { plan.catalog.settings }

  init(_ plan: SitePlan) {
    self.plan = plan
    terms = TermNames(plan)
    title = plan.catalog.settings.title.ownCopy
  }

  /// - Parameter section: whose columns the page leads to; the root's when absent.
  func site(_ url: RelativeURL, current: DocumentKind? = nil, in section: SiteSection? = nil) -> TemplateContext {
    let section = section ?? plan.root
    return shared.context(SharedModels.Key(root: url.root, section: section.folder, current: current)) {
      let model = SharedModel(site: makeSite(url, current: current, in: section), headings: headings)
      return TemplateContext(model, recent: recent)
    }
  }

  private func makeSite(_ url: RelativeURL, current: DocumentKind?, in section: SiteSection) -> SiteModel {
    SiteModel(
      settings, contact: (section.organ?.contact ?? settings.contact).map(ContactModel.init),
      organ: section.organ.map { LinkModel(title: $0.name, url: url(section.home)) }, root: url.root,
      header: plan.portal.header, footer: plan.portal.footer,
      navigation: section.columns.map { kind, path in
        let hasPrefix = kind.label.hasPrefix(settings.title) && kind.label != settings.title
        return ColumnModel(
          prefix: hasPrefix ? settings.title : nil,
          name: hasPrefix ? String(kind.label.dropFirst(settings.title.count)) : kind.label, url: url(path),
          isCurrent: kind == current)
      },
      pages: catalog[.page].map { LinkModel(title: catalog.documents[$0].title, url: url.to(plan.addresses[$0])) })
  }

  func head(
    _ title: String, path: String, description: String? = nil, column: DocumentKind? = nil, trail: [LinkModel] = [],
    in section: SiteSection? = nil, _ url: RelativeURL
  ) -> HeadModel {
    var breadcrumbs = [LinkModel(title: self.title, url: url("index.html"))]
    if let section, let organ = section.organ {
      breadcrumbs.append(LinkModel(title: organ.name, url: path == section.home ? "" : url(section.home)))
    }
    breadcrumbs += trail
    if path != "index.html", path != section?.home { breadcrumbs.append(LinkModel(title: title, url: "")) }
    return HeadModel(
      title: title,
      description: description ?? "\(section?.organ?.name ?? settings.siteName)\(settings.title)：\(title)",
      canonical: settings.baseURL + RelativeURL.encoded(path == "index.html" ? "" : path), columnName: column?.label,
      breadcrumbs: path == "index.html" ? [] : breadcrumbs)
  }

  func columnLink(_ kind: DocumentKind, in section: SiteSection, _ url: RelativeURL) -> [LinkModel] {
    section.columns.first { $0.kind == kind }.map { [LinkModel(title: kind.label, url: url($0.path))] } ?? []
  }

  func home(_ section: SiteSection, _ url: RelativeURL) -> HomePage {
    let notes: [DocumentKind: String] = [
      .guide: "信息怎样分类、在哪里查阅、怎样联系", .rule: "公开工作的规定",
      .entry: "\(section.entries.count) 条，可按主题、体裁、年份浏览", .report: "每年的公开情况和数据",
      .apply: "没有主动公开的信息怎样申请",
    ]
    return HomePage(
      site: site(url, in: section),
      page: head(
        settings.title, path: section.home,
        description: section.organ == nil ? settings.description : nil, in: section, url),
      columns: section.columns.map { LinkModel(title: $0.kind.label, url: url($0.path), note: notes[$0.kind]) },
      organs: section.organ == nil ? organs(url) : [],
      latest: section.entries.prefix(10).map { row($0, url) }, total: section.entries.count,
      inForce: section.entries.count { !terms.isEnded(catalog.facts[$0].validity) },
      reports: section[.report].map { link($0, url) })
  }

  /// The home pages of the organs.
  private func organs(_ url: RelativeURL) -> [LinkModel] {
    plan.organs.compactMap { section in
      section.organ.map { LinkModel(title: $0.name, url: url(section.home), note: "\(section.entries.count) 条") }
    }
  }

  func index(_ kind: DocumentKind, _ path: String, _ section: SiteSection, _ url: RelativeURL) -> IndexPage {
    IndexPage(
      site: site(url, current: kind, in: section), page: head(kind.label, path: path, column: kind, in: section, url),
      items: section[kind].map { link($0, url) }, comparison: kind == .report ? comparison(section, url) : nil)
  }

  func search(_ path: String, _ url: RelativeURL) -> SearchPage {
    SearchPage(site: site(url), page: head("检索", path: path, url), groups: groups(url))
  }

  func siteMap(_ path: String, _ url: RelativeURL) -> SiteMapPage {
    let columns = LinkGroup(
      title: "栏目", links: plan.root.columns.map { LinkModel(title: $0.kind.label, url: url($0.path)) })
    let documents = [DocumentKind.rule, .report, .page].filter { !plan.root[$0].isEmpty }.map { kind in
      LinkGroup(title: kind.label, links: plan.root[kind].map { link($0, url) })
    }
    let organs = plan.organs.isEmpty ? [] : [LinkGroup(title: SettingField.organs.field.label, links: organs(url))]
    let assessments = LinkGroup(
      title: "公开情况",
      links: plan.assessed.map { organ in
        let section = plan.section(organ)
        return LinkModel(title: section.organ?.name ?? settings.organization, url: url(section.assessment))
      })
    let search = settings.search.isEnabled ? [LinkModel(title: "全文检索", url: url("search/index.html"))] : []
    let services = LinkGroup(
      title: "查找和订阅",
      links: search + [
        LinkModel(title: "最近更新", url: url("updates.html")),
        LinkModel(title: "废止和失效的文件", url: url("repealed/index.html")),
        LinkModel(title: "开放数据", url: url("data/index.html")), LinkModel(title: "订阅（Atom）", url: url("feed.xml")),
      ])
    return SiteMapPage(
      site: site(url), page: head("网站地图", path: path, url),
      groups: [columns] + organs + documents + [services, assessments] + groups(url))
  }

  /// Shown in place of any address, so its links start at the site's own path.
  func notFound(_ path: String) -> NotFoundPage {
    let url = RelativeURL(root: SiteAddress(settings.baseURL).path)
    return NotFoundPage(site: site(url), page: head("页面不存在", path: path, url))
  }

  func link(_ position: Int, _ url: RelativeURL) -> LinkModel {
    let document = catalog.documents[position]
    return LinkModel(title: document.title, url: url.to(plan.addresses[position]), date: document.date?.description)
  }

  /// The vocabularies as lists of links.
  private func groups(_ url: RelativeURL) -> [LinkGroup] {
    facets(current: nil, in: plan.root, url).map { facet in
      LinkGroup(
        title: "按\(facet.label)浏览",
        links: facet.terms.map { LinkModel(title: $0.name, url: $0.url, note: "\($0.count) 条") })
    }
  }
}

/// What pages say of the site, which is the same for all pages of a column at one depth.
private final class SharedModels {
  struct Key: Hashable {
    let root: String
    let section: String
    let current: DocumentKind?
  }

  /// A site of a hundred organs has more, and makes them again: each holds what templates rendered from it.
  private static let mostKept = 500

  private var contexts: [Key: TemplateContext] = [:]

  func context(_ key: Key, _ make: () -> TemplateContext) -> TemplateContext {
    if let context = contexts[key] { return context }
    if contexts.count == Self.mostKept { contexts.removeAll(keepingCapacity: true) }
    let context = make()
    contexts[key] = context
    return context
  }
}

extension RelativeURL {
  init(root: String) { self.root = root }
}

extension ContactModel {
  init(_ contact: Contact) {
    self.init(
      office: contact.office, address: contact.address, postcode: contact.postcode, phone: contact.phone,
      fax: contact.fax, email: contact.email, hours: contact.hours)
  }
}
