import Disclosure
import Taxonomy

/// Makes page models from the plan. The pages of documents and lists are in extensions beside it.
struct ModelBuilder {
  let plan: SitePlan
  let terms: TermNames
  var catalog: Catalog { plan.catalog }
  var settings: SiteSettings { plan.catalog.settings }

  init(_ plan: SitePlan) {
    self.plan = plan
    terms = TermNames(plan)
  }

  func site(_ url: RelativeURL, current: DocumentKind? = nil) -> SiteModel {
    SiteModel(
      title: settings.title, siteName: settings.siteName, description: settings.description,
      organization: settings.organization, siteCode: settings.siteCode, domain: SiteAddress(settings.baseURL).host,
      recordNumber: settings.recordNumber, policeNumber: settings.policeNumber,
      contact: settings.contact.map(ContactModel.init), root: url.root,
      navigation: columns.map { kind, path in
        LinkModel(title: kind.label, url: url(path), isCurrent: kind == current)
      },
      pages: catalog[.page].map { LinkModel(title: catalog.documents[$0].metadata.title, url: url.to(plan.addresses[$0])) })
  }

  /// The four columns in their fixed order (国办公开办函〔2019〕61号), and applying.
  var columns: [(kind: DocumentKind, path: String)] {
    [
      (.guide, "guide/index.html"), (.rule, "rules/index.html"), (.entry, "catalog/index.html"),
      (.report, "reports/index.html"), (.apply, "apply/index.html"),
    ].filter { kind, _ in kind == .rule || kind == .report || kind == .entry || !catalog[kind].isEmpty }
  }

  func head(
    _ title: String, path: String, description: String? = nil, column: DocumentKind? = nil, trail: [LinkModel] = [],
    _ url: RelativeURL
  ) -> HeadModel {
    var breadcrumbs = [LinkModel(title: settings.title, url: url("index.html"))] + trail
    if path != "index.html" { breadcrumbs.append(LinkModel(title: title, url: "")) }
    return HeadModel(
      title: title, description: description ?? "\(settings.siteName)\(settings.title)：\(title)",
      canonical: settings.baseURL + RelativeURL.encoded(path == "index.html" ? "" : path), columnName: column?.label,
      breadcrumbs: path == "index.html" ? [] : breadcrumbs)
  }

  func columnLink(_ kind: DocumentKind, _ url: RelativeURL) -> [LinkModel] {
    columns.first { $0.kind == kind }.map { [LinkModel(title: kind.label, url: url($0.path))] } ?? []
  }

  func home(_ path: String, _ url: RelativeURL) -> HomePage {
    let notes: [DocumentKind: String] = [
      .guide: "信息怎样分类、在哪里查阅、怎样联系", .rule: "公开工作的规定",
      .entry: "\(catalog[.entry].count) 条，可按主题、体裁、年份浏览", .report: "每年的公开情况和数据",
      .apply: "没有主动公开的信息怎样申请",
    ]
    return HomePage(
      site: site(url), page: head(settings.title, path: path, description: settings.description, url),
      columns: columns.map { LinkModel(title: $0.kind.label, url: url($0.path), note: notes[$0.kind]) },
      latest: catalog[.entry].prefix(10).map { row($0, url) }, total: catalog[.entry].count,
      inForce: catalog[.entry].count { !isEnded(catalog.documents[$0].metadata) },
      reports: catalog[.report].map { link($0, url) })
  }

  func index(_ kind: DocumentKind, _ path: String, _ url: RelativeURL) -> IndexPage {
    IndexPage(
      site: site(url, current: kind), page: head(kind.label, path: path, column: kind, url),
      items: catalog[kind].map { link($0, url) })
  }

  func search(_ path: String, _ url: RelativeURL) -> SearchPage {
    SearchPage(site: site(url), page: head("检索", path: path, url), groups: groups(url))
  }

  func siteMap(_ path: String, _ url: RelativeURL) -> SiteMapPage {
    let columns = LinkGroup(title: "栏目", links: columns.map { LinkModel(title: $0.kind.label, url: url($0.path)) })
    let documents = [DocumentKind.rule, .report, .page].filter { !catalog[$0].isEmpty }.map { kind in
      LinkGroup(title: kind.label, links: catalog[kind].map { link($0, url) })
    }
    return SiteMapPage(site: site(url), page: head("网站地图", path: path, url), groups: [columns] + documents + groups(url))
  }

  /// Shown in place of any address, so its links start at the site's own path.
  func notFound(_ path: String) -> NotFoundPage {
    let url = RelativeURL(root: SiteAddress(settings.baseURL).path)
    return NotFoundPage(site: site(url), page: head("页面不存在", path: path, url))
  }

  func link(_ position: Int, _ url: RelativeURL) -> LinkModel {
    let metadata = catalog.documents[position].metadata
    return LinkModel(title: metadata.title, url: url.to(plan.addresses[position]), date: metadata.date?.description)
  }

  /// The vocabularies as lists of links.
  private func groups(_ url: RelativeURL) -> [LinkGroup] {
    facets(current: nil, url).map { facet in
      LinkGroup(
        title: "按\(facet.label)浏览", links: facet.terms.map { LinkModel(title: $0.name, url: $0.url, note: "\($0.count) 条") })
    }
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
