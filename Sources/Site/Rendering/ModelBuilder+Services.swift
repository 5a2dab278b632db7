import Disclosure

/// The pages that follow from the whole site: updates, repealed documents, data, forms.
extension ModelBuilder {
  private static let changeLimit = 200

  func updates(_ path: String, _ url: RelativeURL) -> UpdatesPage {
    var months: [ChangeGroup] = []
    for change in ChangeLog(catalog).latest(Self.changeLimit) {
      let title = "\(change.date.year)年\(change.date.month)月"
      if months.last?.title != title { months.append(ChangeGroup(title: title, changes: [])) }
      months[months.count - 1].changes.append(model(change, url))
    }
    return UpdatesPage(site: site(url), page: head("最近更新", path: path, url), months: months)
  }

  func model(_ change: Change, _ url: RelativeURL) -> ChangeModel {
    let document = catalog.documents[change.position]
    let label =
      switch change.kind {
      case .published: "发布"
      case .changed: "更新"
      case .ended: terms.name(document.validity, of: .validity) ?? "废止"
      }
    return ChangeModel(
      date: change.date.description, label: label, title: document.title,
      url: url.to(plan.addresses[change.position]), note: change.note)
  }

  func repealed(_ part: Pagination.Page, _ url: RelativeURL) -> RepealedPage {
    let title = "废止和失效的文件"
    let isNewest = part.number == part.pages
    let trail = isNewest ? [] : [LinkModel(title: title, url: url("repealed/index.html"))]
    return RepealedPage(
      site: site(url),
      page: head(isNewest ? title : "\(title)（第\(part.number)页）", path: part.path, trail: trail, url),
      rows: plan.ended[part.rows].map { ended($0, url) }, total: plan.ended.count,
      pager: pager(part, url))
  }

  private func ended(_ position: Int, _ url: RelativeURL) -> EndedRow {
    let document = catalog.documents[position]
    let later = document.indexNumber.flatMap { plan.incoming[$0] }?.first { $0.kind.endsTarget }
    return EndedRow(
      title: document.title, url: url.to(plan.addresses[position]), documentNumber: document.documentNumber,
      status: terms.name(document.validity, of: .validity) ?? "", date: document.dateEnded?.description,
      replacement: later.map { link($0.from, url) })
  }

  /// - Parameter sizes: bytes of the data files, by path.
  func data(_ path: String, sizes: [String: Int], _ url: RelativeURL) -> DataPage {
    let file = { (path: String, title: String, format: String, note: String) in
      ResourceModel(title: title, url: url(path), format: format, size: sizes[path].map(Self.size), note: note)
    }
    return DataPage(
      site: site(url), page: head("开放数据", path: path, url),
      resources: [
        file("data/catalog.csv", "目录", "CSV", "每条信息一行，可以用表格软件打开"),
        file("data/catalog.json", "目录", "JSON", "同样的内容，供程序读取；条目很多时按年份分成几个文件"),
        file("data/catalog.schema.json", "目录的格式", "JSON Schema", "catalog.json 各项的名称、类型和含义"),
        file("data/reports.json", "年度报告", "JSON", "各年度报告的网址和统计数字所在"),
        file("data/holidays.json", "节假日", "JSON", "计算工作日用的放假和调休安排，照录国务院办公厅的通知"),
        file("feed.xml", "订阅", "Atom", "最近公开的五十条"), file("feed.json", "订阅", "JSON Feed", "最近公开的五十条"),
        file("data/front-matter.schema.json", "文件头的写法", "JSON Schema", "每个字段的名称、类型和含义"),
        file("data/site.schema.json", "站点配置的写法", "JSON Schema", "site.yml 各个键的名称、类型和含义"),
        file("index.json", "本站有什么", "JSON", "栏目、条数和各数据文件的网址"),
        file("sitemap.xml", "网址清单", "XML", "本站全部网页的网址"),
        file("manifest.json", "校验清单", "JSON", "每个文件的大小和 SHA-256，可以核对是否被改动"),
      ], total: catalog[.entry].count)
  }

  func applicationForm(_ path: String, _ section: SiteSection, _ url: RelativeURL) -> ApplicationFormPage {
    let contact = section[.guide].lazy.compactMap { [catalog] in catalog.documents[$0].contact }.first
    return ApplicationFormPage(
      site: site(url, current: .apply, in: section),
      page: head(
        "政府信息公开申请表", path: path, column: .apply, trail: columnLink(.apply, in: section, url), in: section, url),
      organ: section.organ?.name ?? settings.organization,
      contact: (contact ?? section.organ?.contact ?? settings.contact).map(ContactModel.init))
  }
}
