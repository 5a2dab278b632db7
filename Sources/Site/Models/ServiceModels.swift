import Templates

/// A file for other programs.
struct ResourceModel: TemplateModel {
  var title: String
  var url: String
  var format: String
  /// Known once the file is made.
  var size: String?
  var note: String

  static let model = Model<ResourceModel>(
    "resource",
    [
      .text("title", zh: "名称", en: "title") { $0.title },
      .text("url", zh: "相对网址", en: "relative address") { $0.url },
      .text("format", zh: "格式", en: "format") { $0.format },
      .text("size", zh: "大小，预览时没有", en: "size, absent in previews") { $0.size },
      .text("note", zh: "一句说明", en: "a sentence about it") { $0.note },
    ])
}

/// 开放数据: every file for other programs.
struct DataPage: PageModel {
  static let template = "data"
  var site: TemplateContext
  var page: HeadModel
  var resources: [ResourceModel]
  var total: Int

  static let model = Model<DataPage>(
    "data",
    [
      .page,
      .list("resources", of: ResourceModel.self, zh: "数据文件", en: "data files") { $0.resources },
      .number("total", zh: "目录条数", en: "entries in the catalog") { $0.total },
    ])
}

/// 政府信息公开申请表: to fill in and print; it sends nothing.
struct ApplicationFormPage: PageModel {
  static let template = "application-form"
  var site: TemplateContext
  var page: HeadModel
  var organ: String
  var contact: ContactModel?

  static let model = Model<ApplicationFormPage>(
    "application-form",
    [
      .page,
      .text("organ", zh: "受理申请的机关", en: "the organ applied to") { $0.organ },
      .object("contact", of: ContactModel.self, zh: "联系方式", en: "contact") { $0.contact },
    ])
}
