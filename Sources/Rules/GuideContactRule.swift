import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let incompleteGuide = DiagnosticKind(
    "guide.contact-missing", .warning, zh: "公开指南缺少法定的联系要素", en: "the guide lacks contact details the law asks for")
}

/// The guide names the office in charge, its address, hours, telephone, fax and internet contact
/// (政府信息公开条例, 2019, Art. 12).
enum GuideContactRule {
  static func check(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    for section in catalog.sections { check(section[.guide].map { catalog.documents[$0] }, &diagnostics) }
  }

  private static func check(_ guides: [Document], _ diagnostics: inout [Diagnostic]) {
    guard let first = guides.first else { return }
    let guide = guides.first { $0.contact != nil } ?? first
    let missing = elements(of: guide.contact).filter { ($0.value ?? "").isEmpty }
    guard !missing.isEmpty else { return }
    let hasContact = guide.contact != nil
    diagnostics.append(
      Diagnostic(
        .incompleteGuide, at: guide.span(hasContact ? .contact : .title),
        zh: "指南的“联系方式”缺少\(missing.map(\.name.zh).joined(separator: "、"))；《政府信息公开条例》第十二条要求写明",
        en: "the guide's “联系方式” lacks \(missing.map(\.name.en).joined(separator: ", ")); Article 12 asks for it",
        fixes: [
          .init(
            zh: "在“联系方式”里写上：\(missing.map { "“\($0.field.field.label): …”" }.joined(separator: "、"))",
            en: "add to “联系方式”: \(missing.map { "“\($0.field.field.label): …”" }.joined(separator: ", "))")
        ]))
  }

  private struct Element {
    let field: ContactField
    let value: String?
    let name: Text
  }

  private static func elements(of contact: Contact?) -> [Element] {
    [
      Element(field: .office, value: contact?.office, name: Text(zh: "工作机构名称", en: "the office's name")),
      Element(field: .address, value: contact?.address, name: Text(zh: "办公地址", en: "the address")),
      Element(field: .hours, value: contact?.hours, name: Text(zh: "办公时间", en: "the hours")),
      Element(field: .phone, value: contact?.phone, name: Text(zh: "联系电话", en: "the telephone")),
      Element(field: .fax, value: contact?.fax, name: Text(zh: "传真号码", en: "the fax")),
      Element(field: .email, value: contact?.email, name: Text(zh: "互联网联系方式", en: "the internet contact")),
    ]
  }
}
