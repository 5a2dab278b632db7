import Diagnostics
import YAML

/// What a site changes about the fields of its documents: their labels, and which of them must be there.
extension SiteSettings {
  /// The label readers are shown: the site's own, or the official one.
  public func label(of field: DocumentField) -> String { fieldLabels[field] ?? field.field.label }

  /// Fields without which a document of `kind` is an error on this site.
  public func required(in kind: DocumentKind) -> [DocumentField] {
    guard let own = requiredFields[kind] else { return kind.required }
    let fixed = kind.required.filter { [.title, .indexNumber, .disclosure, .review, .reportYear].contains($0) }
    return fixed + own.filter { !fixed.contains($0) }
  }

  /// `字段名称: {发布机构: 发文机关}`. A label that is another field's name would mislead.
  mutating func readFieldLabels(_ reader: inout FieldReader<SettingField>) {
    guard let node = reader.node(.fieldLabels) else { return }
    guard case .mapping(let pairs) = node.content else {
      reader.absorb([Self.misplaced(node, in: reader.path, zh: "“字段名称”写作“字段: 名称”", en: "“字段名称” takes “field: label”")])
      return
    }
    for pair in pairs {
      guard let field = field(pair.key, &reader), let label = pair.value.scalar, !label.isEmpty else { continue }
      if let other = DocumentField.table.ordinal(of: label), other != field.rawValue {
        let name = DocumentField.table.fields[other].label
        reader.absorb([
          Self.misplaced(
            pair.value, in: reader.path, zh: "“\(label)”是另一个字段“\(name)”的名称",
            en: "“\(label)” is a name of another field, “\(name)”")
        ])
      } else {
        fieldLabels[field] = label
      }
    }
  }

  /// `必填字段: {法定主动公开内容: [发布机构, 成文日期]}`.
  mutating func readRequiredFields(_ reader: inout FieldReader<SettingField>) {
    guard let node = reader.node(.requiredFields) else { return }
    guard case .mapping(let pairs) = node.content else {
      reader.absorb([
        Self.misplaced(node, in: reader.path, zh: "“必填字段”写作“栏目: [字段, 字段]”", en: "“必填字段” takes “column: [field, field]”")
      ])
      return
    }
    for pair in pairs {
      let name = pair.key.scalar ?? ""
      guard let kind = DocumentKind.allCases.first(where: { $0.label == name || $0.folder == name }) else {
        let fix = NearMiss.best(for: name, among: DocumentKind.allCases.map(\.label)).map {
          [Diagnostic.Fix.didYouMean($0)]
        }
        reader.absorb([
          Self.misplaced(
            pair.key, in: reader.path, zh: "没有栏目“\(name)”", en: "there is no column “\(name)”", fixes: fix ?? [])
        ])
        continue
      }
      let items: [YAMLNode] = if case .sequence(let items) = pair.value.content { items } else { [pair.value] }
      requiredFields[kind] = items.compactMap { field($0, &reader) }
    }
  }

  private func field(_ node: YAMLNode, _ reader: inout FieldReader<SettingField>) -> DocumentField? {
    let name = node.scalar ?? ""
    if let field = DocumentField.table.ordinal(of: name).flatMap(DocumentField.init(rawValue:)) { return field }
    let fix = NearMiss.best(for: name, among: DocumentField.table.labels).map { [Diagnostic.Fix.didYouMean($0)] }
    reader.absorb([
      Self.misplaced(
        node, in: reader.path, zh: "没有名为“\(name)”的字段", en: "there is no field named “\(name)”", fixes: fix ?? [])
    ])
    return nil
  }

  private static func misplaced(
    _ node: YAMLNode, in path: String, zh: String, en: String, fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(.wrongFieldName, at: SourceSpan(path: path, range: node.range), zh: zh, en: en, fixes: fixes)
  }
}

extension DiagnosticKind {
  static let wrongFieldName = DiagnosticKind(
    "site.field-name", .error, fatal: true, zh: "字段设置里的名称不对", en: "a wrong name in the settings of fields",
    remedy: Text(zh: "换一个没有用过的名称", en: "choose a name that no other field has"))
}
