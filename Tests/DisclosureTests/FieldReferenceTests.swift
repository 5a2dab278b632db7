import Disclosure
import Foundation
import Taxonomy
import Testing

/// `docs/fields.md` against the registry: editors have no other list of names.
@Suite struct FieldReferenceTests {
  private let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/fields.md")
    .standardized

  @Test func theDocumentationIsTheRegistry() throws {
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.contains(FieldReference.documentFields()), "write the table anew: \(FieldReference.documentFields())")
    #expect(text.contains(FieldReference.settings()), "write the table anew: \(FieldReference.settings())")
  }

  @Test func fieldsAndSettingsAreExplainedWithTheirTerms() throws {
    let taxonomy = Taxonomy.builtIn
    for name in DocumentField.table.fields.flatMap(\.names) + SettingField.table.fields.flatMap(\.names) {
      let lines = try #require(FieldReference.explanation(of: name, taxonomy)).components(separatedBy: "\n")
      // Every term is listed as it may be written.
      if let field = DocumentField.table.ordinal(of: name).map({ DocumentField.table.fields[$0] }),
        case .term(let code) = field.type, let vocabulary = taxonomy[code]
      {
        let terms = lines.filter { $0.hasPrefix("  ") }.map { $0.dropFirst(2).components(separatedBy: "（也写作")[0] }
        #expect(terms.compactMap { vocabulary.ordinal(of: $0) } == Array(vocabulary.terms.indices), "\(name)")
      }
    }
    #expect(FieldReference.explanation(of: "没有的字段", taxonomy) == nil)
  }

  /// The 14 core elements of 《政府信息公开目录系统实施指引（试行）》, by their names there or on government sites.
  @Test(arguments: [
    "索引号", "名称", "内容概述", "生成日期", "生效日期", "废止日期", "文号", "发布机构", "关键词", "主题分类", "体裁分类",
    "服务对象分类", "著录日期", "信息格式", "语种", "在线链接地址",
  ])
  func coreElementsHaveAField(name: String) {
    #expect(DocumentField.table.ordinal(of: name) != nil)
  }

  /// Labels seen in the index boxes of government sites, beside the field they mean.
  @Test(arguments: [
    ("发文机关", DocumentField.publisher), ("发文机构", .publisher), ("发布单位", .publisher), ("发布文号", .documentNumber),
    ("文件编号", .documentNumber), ("产生日期", .dateCreated), ("时效", .validity), ("主题词", .keywords), ("信息索引号", .indexNumber),
    ("信息来源", .source), ("公开时限", .disclosureTerm), ("公开范围", .disclosureScope), ("公开属性", .disclosure), ("摘要", .summary),
  ])
  func labelsOfOtherSitesAreRead(name: String, field: DocumentField) {
    #expect(DocumentField.table.ordinal(of: name) == field.rawValue)
  }
}
