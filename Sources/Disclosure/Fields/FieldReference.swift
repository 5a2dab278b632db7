import Taxonomy
import YAML

/// The registry as a table for people: `docs/fields.md` is this.
public enum FieldReference {
  /// Markdown, a row a field: label, key, other names, what it takes, who must have it, what it means.
  public static func documentFields() -> String {
    let rows = DocumentField.allCases.map { field in
      let declaration = field.field
      let kinds = DocumentKind.allCases.filter { $0.required.contains(field) }
      return [
        declaration.label, "`\(declaration.key)`", declaration.aliases.joined(separator: "、"), text(declaration.type),
        kinds.count == DocumentKind.allCases.count ? "全部" : kinds.map(\.label).joined(separator: "、"),
        declaration.summary.zh,
      ]
    }
    return table(["字段", "键", "也认的名称", "写什么", "哪里必填", "说明"], rows)
  }

  /// Markdown, a row a key of `site.yml`.
  public static func settings() -> String {
    let rows = SettingField.allCases.map { field in
      let declaration = field.field
      return [
        declaration.label, "`\(declaration.key)`", declaration.aliases.joined(separator: "、"), text(declaration.type),
        declaration.summary.zh, declaration.example.isEmpty ? "" : "`\(declaration.example)`",
      ]
    }
    return table(["设置", "键", "也认的名称", "写什么", "说明", "例子"], rows)
  }

  /// What is to be written in the field of front matter, or for the key of `site.yml`, with this name; every term where
  /// it takes terms, as it is written. Nothing if there is neither.
  public static func explanation(of name: String, _ taxonomy: Taxonomy) -> String? {
    let tables = [("文件头的字段", DocumentField.table), ("site.yml 的设置", SettingField.table)]
    let texts = tables.compactMap { place, table in
      table.ordinal(of: name).map {
        "\(place)“\(table.fields[$0].label)”\n" + explanation(of: table.fields[$0], taxonomy)
      }
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private static func explanation(of field: Field, _ taxonomy: Taxonomy) -> String {
    var lines = [field.summary.zh, field.summary.en, "写什么：\(text(field.type))"]
    if !field.example.isEmpty { lines.append("例子：\(field.example)") }
    lines.append("也认的名称：\(([field.key] + field.aliases).joined(separator: "、"))")
    if case .term(let code) = field.type { lines += terms(taxonomy[code]) }
    if case .terms(let code) = field.type { lines += terms(taxonomy[code]) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func terms(_ vocabulary: Vocabulary?) -> [String] {
    guard let vocabulary, !vocabulary.terms.isEmpty else { return [] }
    return ["词条："]
      + zip(vocabulary.paths, vocabulary.terms).map { path, term in
        "  " + path + (term.aliases.isEmpty ? "" : "（也写作\(term.aliases.joined(separator: "、"))）")
      }
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func text(_ type: ValueType) -> String {
    switch type {
    case .text: "文字"
    case .date: "日期"
    case .integer: "整数"
    case .decimal: "数"
    case .flag: "是、否"
    case .texts: "文字，或者列表"
    case .choice(let choices): choices.map(\.label).joined(separator: "、")
    case .term: "词条"
    case .terms: "词条，或者列表"
    case .record(let table): table.fields.map(\.label).joined(separator: "、")
    case .records(let table): "列表：" + table.fields.map(\.label).joined(separator: "、")
    case .free: "见说明"
    }
  }
}
