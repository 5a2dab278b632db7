import Diagnostics

/// Everything this room reports.
public enum YAMLDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .yamlSyntax, .yamlTab, .yamlFullwidthColon, .yamlReference, .yamlDepth, .yamlDocuments,
    .unknownKey, .duplicateKey, .wrongType, .impossibleDate, .notMapping,
  ]
}

extension DiagnosticKind {
  static let yamlSyntax = DiagnosticKind("yaml.syntax", .error, fatal: true, zh: "YAML 写法有误", en: "malformed YAML")
  static let yamlTab = DiagnosticKind("yaml.tab", .error, fatal: true, zh: "缩进用了制表符", en: "tab used for indentation")
  static let yamlFullwidthColon = DiagnosticKind(
    "yaml.fullwidth-colon", .error, fatal: true, zh: "字段名后用了全角冒号", en: "full-width colon after a key")
  static let yamlReference = DiagnosticKind(
    "yaml.reference", .error, fatal: true, zh: "不支持锚点、引用和标签", en: "anchors, aliases and tags are refused")
  static let yamlDepth = DiagnosticKind("yaml.depth", .error, fatal: true, zh: "嵌套过深", en: "nested too deeply")
  static let yamlDocuments = DiagnosticKind(
    "yaml.documents", .error, fatal: true, zh: "一个文件里有多份 YAML", en: "more than one YAML document")
  static let unknownKey = DiagnosticKind("front-matter.unknown-key", .error, zh: "未知字段", en: "unknown key")
  static let duplicateKey = DiagnosticKind("front-matter.duplicate-key", .error, zh: "重复字段", en: "duplicate key")
  public static let wrongType = DiagnosticKind(
    "front-matter.wrong-type", .error, zh: "字段值的类型不对", en: "value of the wrong type")
  static let impossibleDate = DiagnosticKind(
    "front-matter.impossible-date", .error, zh: "日期不存在或写法不对", en: "impossible or malformed date")
  static let notMapping = DiagnosticKind(
    "front-matter.not-mapping", .error, fatal: true, zh: "应为“字段: 值”的形式", en: "“key: value” lines expected")
}
