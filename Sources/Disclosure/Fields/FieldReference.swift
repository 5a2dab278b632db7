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
